import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Refusal } from './exit.js';
import { outputExists, unfinishedThere } from './messages.js';

/** The folder to write: what was asked for, if nothing is there, else `results/<name>`, `results/<name>-2`, ... */
export function outputFolder(asked: string | undefined, name: string, cwd: string): string {
  if (asked === undefined) return firstFree(join('results', name), cwd);
  const folder = newFolder(asked, cwd);
  if (existsSync(`${folder}.partial`)) throw new Refusal(unfinishedThere(shown(folder, cwd)));
  return folder;
}

/** A folder that was asked for and is not there yet. */
export function newFolder(asked: string, cwd: string): string {
  const folder = resolve(cwd, asked);
  if (existsSync(folder)) throw new Refusal(outputExists(shown(folder, cwd)));
  return folder;
}

/** The folder of a sweep's dataset: what was asked for, else `results/<name>`; an unfinished sweep there is gone on with. */
export const sweepOutput = (asked: string | undefined, name: string, cwd: string): string =>
  resolve(cwd, asked ?? join('results', name));

/** A folder as a person would type it from where they are. */
export function shown(folder: string, cwd: string): string {
  const path = relative(cwd, folder);
  return path === '' ? '.' : path.startsWith('..') ? folder : path;
}

function firstFree(base: string, cwd: string): string {
  for (let n = 1; ; n++) {
    const folder = resolve(cwd, n === 1 ? base : `${base}-${n}`);
    if (!existsSync(folder) && !existsSync(`${folder}.partial`)) return folder;
  }
}

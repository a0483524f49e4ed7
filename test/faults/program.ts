import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, from the sources as from what is built of them. */
export const ROOT = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../..' : '../..', import.meta.url),
);
export const MAIN = join(ROOT, 'dist/src/cli/main.js');

/** A sweep of 48 cells that lasts about a second. */
export const CELLS = 48;
const SCENARIO = `question: is anything lost?
volume: 0.05 um3
settle: 1 min
duration: 10 min
sample every: 5 min
cells: 4
conditions: { fasted: {}, fed: { leucine: 1 g } }
sweep: { conditions.fed.leucine: [1 g, 2 g, 3 g], sestrin2-leucine.off: [3 /min, 6 /min] }
`;

/** How a process of the program ended. */
export interface Ended {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
  /** Cells that it said were done, last. */
  readonly reported: number;
  readonly elapsed_ms: number;
}
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A folder with the scenario of these tests. */
export function workplace(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sweep.yaml'), SCENARIO);
  return folder;
}

export const runSweep = (
  cwd: string,
  out = 'out',
  more: readonly string[] = [],
  node: readonly string[] = [],
) => program(cwd, ['run', 'sweep.yaml', '--out', out, '--workers', '2', '--json', ...more], node);
export const resumeSweep = (cwd: string, out = 'out') =>
  program(cwd, ['resume', out, '--workers', '2', '--json']);

/** Starts the program; output is read as it comes, so that it never waits for its reader. */
export function program(cwd: string, argv: readonly string[], node: readonly string[] = []): Running {
  const start = performance.now();
  const child = spawn(process.execPath, [...node, MAIN, ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr!.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (exit, signal) => {
      const reported = Number([...err.matchAll(/"done":(\d+)/g)].at(-1)?.[1] ?? 0);
      resolve({ exit, signal, err, reported, elapsed_ms: performance.now() - start });
    }),
  );
  return { child, ended };
}

/** What a dataset is, byte for byte; run.json and the crate tell of one run only. */
export const bytesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => !['run.json', 'ro-crate-metadata.json'].includes(file))
      .sort()
      .map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );

export const isFinished = (cwd: string, out = 'out'): boolean => existsSync(join(cwd, out));

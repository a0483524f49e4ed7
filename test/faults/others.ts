import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyDataset } from '../../src/dataset/verify.js';
import { below } from '../../src/random/below.js';
import type { Generator } from '../../src/random/generator.js';
import { bytesOf, isFinished, program, resumeSweep, runSweep, workplace } from './program.js';

/** One fault that is no kill, tried once: what the program did, and what was not as promised. */
export interface Incident {
  readonly fault: string;
  readonly outcome: string;
  readonly wrong: readonly string[];
}
type Bytes = Readonly<Record<string, string>>;

const same = (folder: string, undisturbed: Bytes): boolean =>
  JSON.stringify(bytesOf(folder)) === JSON.stringify(undisturbed);
const incident = (fault: string, outcome: string, checks: Readonly<Record<string, boolean>>): Incident => ({
  fault,
  outcome,
  wrong: Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [`not true: ${what}`])),
});

/** Whether this machine lets file systems be mounted, which a full disk and a read-only folder need. */
export function canMount(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  }
}

/** The disk is full in the middle; after room has been made it is resumed. */
export async function fullDisk(folder: string, undisturbed: Bytes): Promise<Incident> {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]);
  try {
    workplace(disk);
    const full = await runSweep(disk).ended;
    execFileSync('mount', ['-o', 'remount,size=20m', disk]);
    const resumed = await resumeSweep(disk).ended;
    return incident('a full disk, then room', 'refused with a message, resumed, same bytes', {
      'it ends with 2': full.exit === 2,
      'it says that there is no space and what to do': /no space.*make room.*resume/i.test(full.err),
      'resuming ends with 0': resumed.exit === 0,
      'the dataset is that of the undisturbed run': isFinished(disk) && same(join(disk, 'out'), undisturbed),
    });
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** The folder cannot be written at all, or no longer when the run is resumed. */
export async function readOnly(folder: string): Promise<Incident> {
  const disk = join(folder, 'read-only');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    workplace(disk);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const refused = await runSweep(disk).ended;
    return incident('a read-only folder', 'refused before any cell is lived', {
      'it ends with 2': refused.exit === 2,
      'it says why': /cannot create.*read-only/i.test(refused.err),
      'no cell was lived': refused.reported === 0,
    });
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** A file of an unfinished dataset is cut at a random byte, or a byte of it is changed. */
export async function damaged(
  folder: string,
  how: 'cut' | 'flipped',
  unfinished: string,
  chance: Generator,
  undisturbed: Bytes,
): Promise<Incident> {
  cpSync(unfinished, join(folder, 'out.partial'), { recursive: true });
  const files = readdirSync(unfinished).filter(
    (file) => file.endsWith('.arrows') || file.endsWith('.ndjson'),
  );
  const file = files[below(chance, files.length)]!;
  const path = join(folder, 'out.partial', file);
  const at = below(chance, statSync(path).size);
  if (how === 'cut') truncateSync(path, at);
  else flip(path, at, chance);
  const { exit, err } = await resumeSweep(folder).ended;
  const refused =
    exit === 2 && file === 'journal.ndjson' && /head of its journal is cut or damaged/.test(err);
  return incident(
    `${how === 'cut' ? 'a file cut at a random byte' : 'a random byte changed'}, then resumed`,
    refused ? 'refused: the plan itself was damaged' : 'what was damaged was redone, same bytes',
    {
      'it is resumed, or refused where the plan was damaged': refused || exit === 0,
      'the dataset is that of the undisturbed run': refused || same(join(folder, 'out'), undisturbed),
    },
  );
}

/** A byte of a finished dataset is changed. */
export async function flippedAfterwards(
  folder: string,
  finished: string,
  chance: Generator,
): Promise<Incident> {
  const copy = join(folder, 'copy');
  cpSync(finished, copy, { recursive: true });
  const files = readdirSync(copy).filter((file) => !['run.json', 'ro-crate-metadata.json'].includes(file));
  const file = files[below(chance, files.length)]!;
  flip(join(copy, file), below(chance, statSync(join(copy, file)).size), chance);
  const named = (await verifyDataset(copy)).map((problem) => problem.file);
  return incident('a random bit of a finished dataset changed', 'leucell verify names the file', {
    [`verify names ${file}`]: named.includes(file),
  });
}

/** A second process goes for the folder that the first is writing; the first stands still meanwhile, so that it is not done before. */
export async function twoProcesses(folder: string, undisturbed: Bytes): Promise<Incident> {
  const first = runSweep(folder);
  while (!isFinished(folder, 'out.partial')) await new Promise((later) => setTimeout(later, 5));
  first.child.kill('SIGSTOP');
  const second = await resumeSweep(folder).ended;
  const third = await runSweep(folder).ended;
  first.child.kill('SIGCONT');
  const { exit } = await first.ended;
  return incident('two processes on one folder', 'the second is refused, the first is not disturbed', {
    'the second ends with 2': second.exit === 2 && third.exit === 2,
    'it says why': /is writing|unfinished dataset|is finished|no journal|exists/.test(second.err + third.err),
    'the first ends with 0': exit === 0,
    'the dataset is that of the undisturbed run': same(join(folder, 'out'), undisturbed),
  });
}

/** The clock jumps by thirty years at every look. */
export async function clockJumps(folder: string, undisturbed: Bytes): Promise<Incident> {
  const jump = join(folder, 'jump.mjs');
  writeFileSync(
    jump,
    'const now = Date.now; let n = 0; Date.now = () => now() + (n++ % 2 ? 1e12 : -1e12);\n',
  );
  const { exit } = await runSweep(folder, 'out', [], ['--import', jump]).ended;
  const verified = await program(folder, ['verify', 'out']).ended;
  return incident('a clock that jumps', 'same bytes', {
    'it ends with 0': exit === 0 && verified.exit === 0,
    'the dataset is that of the undisturbed run': same(join(folder, 'out'), undisturbed),
  });
}

function flip(path: string, at: number, chance: Generator): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1 << below(chance, 8);
  writeFileSync(path, bytes);
}

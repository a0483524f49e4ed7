import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from './others.js';
import { bytesOf, isFinished, program, type Running } from './program.js';

/** Two cells that take longer than a run waits for its cells at a signal (2 s), and after them others that are done long before. */
const SCENARIO = `question: is a long life lost?
volume: 40 um3
settle: 1 min
duration: 3 h
sample every: 30 min
cells: 1
conditions: { fasted: {}, fed: { leucine: 1 g } }
sweep: { volume: [40 um3, 0.05 um3, 0.06 um3] }
`;
const FILE = 'long.yaml';
const CHECKPOINTS = 'out.partial/checkpoints';

const begun = (cwd: string, out = 'out') =>
  program(cwd, ['run', FILE, '--out', out, '--workers', '2', '--checkpoint-every', '0.3 s', '--json']);
const goneOn = (cwd: string) =>
  program(cwd, ['resume', 'out', '--workers', '2', '--checkpoint-every', '0.3 s', '--json']);

/** The sweep of this file, undisturbed: its bytes. */
export async function longCells(cwd: string): Promise<Readonly<Record<string, string>>> {
  writeFileSync(join(cwd, FILE), SCENARIO);
  const { exit, err } = await begun(cwd, 'whole').ended;
  if (exit !== 0) throw new Error(`the undisturbed run ended with ${exit}: ${err}`);
  return bytesOf(join(cwd, 'whole'));
}

/** Killed while long cells are lived, then gone on with from what was kept of them. */
export async function killedInLongCells(
  cwd: string,
  signal: 'SIGKILL' | 'SIGTERM' | 'SIGUSR1' | 'SIGINT',
  undisturbed: Readonly<Record<string, string>>,
): Promise<Incident> {
  const ended = await keptThen(cwd, ({ child }) => child.kill(signal));
  const kept = readdirSync(join(cwd, CHECKPOINTS)).filter((name) => /^cell-\d+$/.test(name));
  const { exit } = await goneOn(cwd).ended;
  const expected = { SIGKILL: null, SIGTERM: 75, SIGUSR1: 75, SIGINT: 130 }[signal];
  return incidentOf(`${signal} in the middle of long cells`, 'gone on from what was kept, same bytes', {
    'it ends as it should': ended.exit === expected,
    'cells were kept': kept.length > 0,
    'resuming ends with 0': exit === 0,
    'the dataset is that of the undisturbed run': isSame(cwd, undisturbed),
  });
}

/** What was kept is damaged before it is gone on with. */
export async function damagedCheckpoint(
  cwd: string,
  undisturbed: Readonly<Record<string, string>>,
): Promise<Incident> {
  await keptThen(cwd, ({ child }) => child.kill('SIGKILL'));
  const name = readdirSync(join(cwd, CHECKPOINTS)).find((each) => /^cell-\d+$/.test(each))!;
  const path = join(cwd, CHECKPOINTS, name);
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(path, bytes);
  const { exit, err } = await goneOn(cwd).ended;
  return incidentOf('a byte of a kept cell changed', 'named, its cell begun anew, same bytes', {
    'it says which file is damaged': err.includes(`checkpoints/${name}" is damaged`),
    'resuming ends with 0': exit === 0,
    'the dataset is that of the undisturbed run': isSame(cwd, undisturbed),
  });
}

/** Runs the sweep until a cell has been kept, then does something to it. */
async function keptThen(cwd: string, act: (running: Running) => void) {
  writeFileSync(join(cwd, FILE), SCENARIO);
  const running = begun(cwd);
  let over = false;
  const ended = running.ended.finally(() => {
    over = true;
  });
  while (!over && !someKept(cwd)) await new Promise((later) => setTimeout(later, 5));
  act(running);
  return ended;
}

function someKept(cwd: string): boolean {
  try {
    return readdirSync(join(cwd, CHECKPOINTS)).some((name) => /^cell-\d+$/.test(name));
  } catch {
    return false;
  }
}

const isSame = (cwd: string, undisturbed: Readonly<Record<string, string>>): boolean =>
  isFinished(cwd) && JSON.stringify(bytesOf(join(cwd, 'out'))) === JSON.stringify(undisturbed);

const incidentOf = (fault: string, outcome: string, checks: Readonly<Record<string, boolean>>): Incident => ({
  fault,
  outcome,
  wrong: Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [`not true: ${what}`])),
});

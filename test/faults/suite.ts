import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetStatus } from '../../src/dataset/status.js';
import { streamFor } from '../../src/random/stream.js';
import { killed, SIGNALS, type Trial } from './kills.js';
import { damagedCheckpoint, killedInLongCells, longCells } from './long-cells.js';
import {
  canMount,
  clockJumps,
  damaged,
  flippedAfterwards,
  fullDisk,
  type Incident,
  readOnly,
  twoProcesses,
} from './others.js';
import { bytesOf, CELLS, resumeSweep, runSweep, workplace } from './program.js';
import { workerFaults } from './workers.js';

/** How often each thing is tried. */
export interface Times {
  readonly kills: number;
  readonly damages: number;
  /** Kills in the middle of long cells, by signal. */
  readonly longCells: number;
}
export interface Faults {
  readonly trials: readonly Trial[];
  readonly incidents: readonly Incident[];
  /** What could not be tried on this machine. */
  readonly skipped: readonly string[];
}

/** Tries everything, in a folder of its own that is removed again. Throws if not even the undisturbed run works. */
export async function faults({ kills, damages, longCells: long }: Times): Promise<Faults> {
  const root = mkdtempSync(join(tmpdir(), 'leucell-faults-'));
  const place = (name: string) => workplace(join(root, name));
  const gone = (name: string) => rmSync(join(root, name), { recursive: true, force: true });
  try {
    const home = place('undisturbed');
    const whole = await runSweep(home).ended;
    if (whole.exit !== 0) throw new Error(`the undisturbed run ended with ${whole.exit}: ${whole.err}`);
    const finished = join(home, 'out');
    const undisturbed = bytesOf(finished);

    const trials: Trial[] = [];
    for (let i = 0; i < kills; i++) {
      const signal = SIGNALS[i % SIGNALS.length]!;
      const chance = streamFor('faults', 'kill', i);
      trials.push(await killed(place(`kill-${i}`), signal, whole.elapsed_ms, chance, undisturbed));
      gone(`kill-${i}`);
    }

    const incidents: Incident[] = [];
    const unfinished = await unfinishedIn(place('unfinished'));
    for (let i = 0; i < damages; i++) {
      for (const how of ['cut', 'flipped'] as const)
        incidents.push(
          await damaged(place(`${how}-${i}`), how, unfinished, streamFor('faults', how, i), undisturbed),
        );
      const chance = streamFor('faults', 'afterwards', i);
      incidents.push(await flippedAfterwards(place(`afterwards-${i}`), finished, chance));
      for (const name of ['cut', 'flipped', 'afterwards']) gone(`${name}-${i}`);
    }
    const lived = long > 0 ? await longCells(place('long')) : {};
    for (let i = 0; i < long; i++) {
      for (const signal of SIGNALS) {
        incidents.push(await killedInLongCells(place(`long-${i}`), signal, lived));
        gone(`long-${i}`);
      }
      incidents.push(await damagedCheckpoint(place(`long-${i}`), lived));
      gone(`long-${i}`);
    }
    incidents.push(await twoProcesses(place('two'), undisturbed));
    incidents.push(await clockJumps(place('clock'), undisturbed));
    incidents.push(...(await workerFaults(place('workers'), streamFor('faults', 'workers'))));
    const skipped: string[] = [];
    if (canMount(join(root, 'mount'))) {
      incidents.push(await fullDisk(place('disk'), undisturbed));
      incidents.push(await readOnly(place('ro')));
    } else skipped.push('a full disk and a read-only folder: file systems cannot be mounted here');
    return { trials, incidents, skipped };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** An unfinished dataset of some cells, which no process holds. */
async function unfinishedIn(folder: string): Promise<string> {
  for (;;) {
    const { child, ended } = runSweep(folder);
    child.stderr!.on('data', (text) => {
      if (Number(/"done":(\d+)/.exec(String(text))?.[1] ?? 0) > 8) child.kill('SIGKILL');
    });
    const { exit } = await ended;
    if (exit === null) break;
    rmSync(join(folder, 'out'), { recursive: true });
  }
  const { done } = await datasetStatus(join(folder, 'out'));
  if (done === 0 || done === CELLS) throw new Error(`${done} cells are not an unfinished dataset`);
  const copy = join(folder, 'copy.partial');
  mkdirSync(copy);
  cpSync(join(folder, 'out.partial'), copy, { recursive: true, filter: (path) => !/lock\.\d/.test(path) });
  await resumeSweep(folder).ended;
  return copy;
}

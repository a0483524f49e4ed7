import { existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPlan } from '../src/cli/load-plan.js';
import { kernel } from '../src/myocyte/prepared.js';
import { runCell } from '../src/myocyte/run.js';
import { tableSpecs } from '../src/myocyte/tables.js';
import { runPlan } from '../src/runner/run.js';
import { answerWith } from '../src/runner/task.js';
import type { Size } from './cases.js';

/** What a sweep took, and how much of it was inside the engine's advance; processor time. */
export interface Overhead {
  readonly whole_s: number;
  readonly engine_s: number;
}

/** A shipped sweep of ordinary cells: 5 um3, 3 h after an hour of settling, doses that change their inputs all the time. */
const SWEEP = 'leucine-dose';
/** Cells of each of its 16 conditions and points. */
const CELLS: Readonly<Record<Size, number>> = { small: 2, large: 8 };

/**
 * Lives the sweep in the main thread, from its plan to the closed dataset. The whole is the time of all threads of the process, of those
 * that compile and collect garbage too; the engine's is that of the thread that lives cells, while it is in `advance`.
 */
export async function overheadOf(size: Size): Promise<Overhead> {
  const { plan } = loadPlan(SWEEP, process.cwd(), { cells: CELLS[size] });
  const folder = mkdtempSync(join(tmpdir(), 'leucell-overhead-'));
  const engine = timedEngine();
  try {
    const begun = process.cpuUsage();
    const versions = { leucell: 'bench', model: 'bench' };
    const module = new URL(import.meta.url);
    const { failures } = await runPlan(plan, { out: join(folder, 'out'), workers: 0, versions, module });
    if (failures[0]) throw new Error(failures[0].reason);
    const { user, system } = process.cpuUsage(begun);
    if (engine.looks() === 0)
      throw new Error('the engine that was timed is not the one that lived the cells');
    const look = engine.looks() * lookCost_s();
    return { whole_s: (user + system) / 1e6 - look, engine_s: engine.spent_s() - look / 2 };
  } finally {
    engine.restore();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers with the kernel that is timed here: the worker module, which is bundled, has one of its own. */
export const answer = answerWith({ runCell, tableSpecs });

/** Has every cell's advance timed from now on. */
function timedEngine() {
  const { create } = kernel;
  let spent_s = 0;
  let looks = 0;
  kernel.create = (...given) => {
    const made = create(...given);
    return {
      ...made,
      advance(until_s) {
        const began = threadTime_s();
        try {
          return made.advance(until_s);
        } finally {
          spent_s += threadTime_s() - began;
          looks += 2;
        }
      },
    };
  };
  return {
    spent_s: () => spent_s,
    looks: () => looks,
    restore() {
      kernel.create = create;
    },
  };
}

const OWN = '/proc/thread-self/schedstat';
const file = existsSync(OWN) ? openSync(OWN, 'r') : undefined;
const bytes = Buffer.alloc(64);

/** Processor time of the main thread; where the system does not tell, the clock. */
function threadTime_s(): number {
  if (file === undefined) return performance.now() / 1000;
  readSync(file, bytes, 0, bytes.length, 0);
  return Number.parseInt(bytes.toString('latin1'), 10) / 1e9;
}

/** What looking at the time costs, of which half falls between two looks. */
function lookCost_s(): number {
  const began = threadTime_s();
  for (let i = 0; i < LOOKS; i++) threadTime_s();
  return (threadTime_s() - began) / LOOKS;
}
const LOOKS = 2000;

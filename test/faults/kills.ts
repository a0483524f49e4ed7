import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { datasetStatus } from '../../src/dataset/status.js';
import { below } from '../../src/random/below.js';
import type { Generator } from '../../src/random/generator.js';
import { uniform53 } from '../../src/random/uniform.js';
import { bytesOf, isFinished, type Running, resumeSweep, runSweep } from './program.js';

export const SIGNALS = ['SIGKILL', 'SIGINT', 'SIGTERM', 'SIGUSR1'] as const;
export type Signal = (typeof SIGNALS)[number];
/** What the program must say to the shell when it hears a signal and ends by itself. */
const EXITS: Readonly<Record<Signal, number | undefined>> = {
  SIGKILL: undefined,
  SIGINT: 130,
  SIGTERM: 75,
  SIGUSR1: 75,
};
const MOST_KILLS = 3;

/** One sweep killed at random instants, up to three times, and resumed until it was whole. */
export interface Trial {
  readonly signal: Signal;
  readonly kills: number;
  /** Cells kept after each kill. */
  readonly kept: readonly number[];
  /** Cells that a killed process had said were done and that were not in the dataset. */
  readonly lost: number;
  /** Everything that was not as promised; empty when all was well. */
  readonly wrong: readonly string[];
}

/** Kills the sweep in folder `cwd` with `signal` at instants drawn from `chance`, between 0 and `length_ms`. */
export async function killed(
  cwd: string,
  signal: Signal,
  length_ms: number,
  chance: Generator,
  undisturbed: Readonly<Record<string, string>>,
): Promise<Trial> {
  const kept: number[] = [];
  const wrong: string[] = [];
  let lost = 0;
  const most = 1 + below(chance, MOST_KILLS);
  let running = runSweep(cwd);
  for (let kill = 0; ; kill++) {
    const timer = kill < most ? stopAt(running, signal, uniform53(chance) * length_ms) : undefined;
    const ended = await running.ended;
    clearTimeout(timer);
    if (isFinished(cwd)) break;
    const expected = EXITS[signal];
    const begun = ended.err.includes('"progress"');
    if (kill >= most) wrong.push(`the last resume ended with ${ended.exit}: ${ended.err.slice(-300)}`);
    else if (ended.signal === null && ended.exit !== expected)
      wrong.push(`${signal} ended it with ${ended.exit}`);
    else if (begun && expected !== undefined && ended.signal !== null) wrong.push(`${signal} was not heard`);
    if (wrong.length > 0) break;
    const done = await cellsIn(cwd);
    kept.push(done ?? 0);
    lost = Math.max(lost, ended.reported - (done ?? 0));
    if (done === undefined) {
      rmSync(join(cwd, 'out.partial'), { recursive: true, force: true });
      if (ended.reported > 0) wrong.push('cells were done and nothing is there to resume');
      running = runSweep(cwd);
    } else running = resumeSweep(cwd);
  }
  if (isFinished(cwd) && JSON.stringify(bytesOf(join(cwd, 'out'))) !== JSON.stringify(undisturbed))
    wrong.push('the dataset is not that of the undisturbed run');
  return { signal, kills: kept.length, kept, lost, wrong };
}

const stopAt = ({ child }: Running, signal: Signal, after_ms: number) =>
  setTimeout(() => child.kill(signal), after_ms);

/** Cells in the unfinished dataset; undefined where it had not yet been begun. */
const cellsIn = (cwd: string): Promise<number | undefined> =>
  datasetStatus(join(cwd, 'out')).then(
    ({ done }) => done,
    () => undefined,
  );

import { advance, step } from '../engine/advance.js';
import type { Cell } from '../engine/cell.js';
import { createCell } from '../engine/create.js';
import { refreshAll } from '../engine/propensity.js';
import type { Generator } from '../random/generator.js';
import { type Happenings, newHappenings, settle } from './happen.js';
import type { Machine } from './machine.js';

/** One run under way. */
export interface Run {
  readonly machine: Machine;
  readonly cell: Cell;
  readonly happenings: Happenings;
  /** Earliest time at which a comparison with time changes. */
  nextChange_s: number;
}

/** A run at time 0, with the events of time 0 behind it. Streams: one for reactions, one for ties between events. */
export function startRun(machine: Machine, reactions: Generator, ties: Generator): Run {
  machine.values.set(machine.startValues);
  const cell = createCell(machine.tables, { events: reactions, labels: reactions, identities: reactions });
  const run: Run = { machine, cell, happenings: newHappenings(machine.events, ties), nextChange_s: 0 };
  react(run);
  return run;
}

/** Runs to a time, which the run's state then is of, events of that very time included. */
export function runTo(run: Run, until_s: number): void {
  const { machine, cell } = run;
  for (;;) {
    const stop = Math.min(until_s, run.nextChange_s);
    if (machine.watchful) {
      const channel = step(cell, stop);
      if (channel >= 0) {
        takeFurther(run, channel);
        react(run);
        continue;
      }
    } else advance(cell, stop);
    if (stop < run.nextChange_s) return;
    if (machine.ratesChange) refreshAll(cell);
    react(run);
  }
}

/** Lets events happen that are due, and looks when the time matters next. */
function react(run: Run): void {
  const { machine, cell } = run;
  if (settle(run.happenings, cell.count, machine.values, cell.time_s)) refreshAll(cell);
  let next = Number.POSITIVE_INFINITY;
  for (const change of machine.changes) next = Math.min(next, change(cell.count, cell.time_s));
  run.nextChange_s = next;
}

function takeFurther(run: Run, channel: number): void {
  const further = run.machine.furtherTakes[channel]!;
  if (further.length === 0) return;
  for (const crowd of further) run.cell.count[crowd]!--;
  refreshAll(run.cell);
}

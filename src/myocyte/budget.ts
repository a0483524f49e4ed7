import type { Budget } from '../scenario/plan.js';

/** A cell that may not go on: its budget is used up after `events` events. */
export class OverBudget extends Error {
  readonly events: number;
  constructor(what: string, events: number) {
    super(`over its budget of ${what}`);
    this.events = events;
  }
}

/**
 * Watches one cell, which begins now, or goes on after `already_s` of computing: the function throws OverBudget if the events so far, or the time since, are more
 * than the budget allows. Memory is for the runner to watch.
 */
export function watchOver({ events, time_s }: Budget, already_s = 0): (events: number) => void {
  const start = performance.now() - 1000 * already_s;
  return (fired) => {
    if (events !== undefined && fired > events) throw new OverBudget(`${events} events`, fired);
    if (time_s !== undefined && performance.now() - start > 1000 * time_s)
      throw new OverBudget(`${time_s} s of computing`, fired);
  };
}

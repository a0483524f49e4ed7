import type { Pattern } from '../../src/language/agents.js';
import type { Model } from '../../src/language/model.js';

/** A model to be timed: how long it runs, and what is read at `rows` evenly spaced times, 0 and end_s among them. */
export interface Benchmark {
  readonly model: Model;
  readonly end_s: number;
  readonly rows: number;
  readonly observables: Readonly<Record<string, Pattern>>;
}

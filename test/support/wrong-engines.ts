import { uniform53 } from '../../src/random/uniform.js';
import type { Engine } from './engine.js';
import { type Craft, RIGHT, referenceEngine } from './reference.js';

/** Engines with one mistake each, of kinds that real simulators have had. Every one must be caught by some test. */
export const WRONG_ENGINES: readonly Engine[] = [
  wrong('a rate 3 % high', { constant: (k, step) => (step === 0 ? 1.03 * k : k) }),
  wrong('A + A counted n squared', { pairs: (n) => (n * n) / 2 }),
  wrong('biased pick of who reacts', { pick: (g, n) => Math.floor(n * uniform53(g) ** 1.1) }),
  wrong('stale propensity', { renews: (step, fired) => step !== fired }),
  wrong('dropped label', { carries: (label) => label & 1 }),
  wrong('waits of scale 1/(2a)', { wait: (g, total) => RIGHT.wait(g, total) / 2 }),
];

function wrong(name: string, mistake: Partial<Craft>): Engine {
  return referenceEngine(name, { ...RIGHT, ...mistake });
}

import { crowd } from '../../src/language/agents.js';
import { type Model, presentCrowd } from '../../src/language/model.js';
import { chapter, make, remove, rule } from '../../src/language/rules.js';
import type { Benchmark } from './benchmark.js';
import { cell, each, molecules, perSecond } from './cell.js';

const X = crowd('X', { description: 'a molecule that comes and goes' });

const model: Model = {
  name: 'M1',
  version: '1',
  compartments: [cell],
  individuals: [],
  crowds: [presentCrowd(X({ in: cell }), molecules(10_000))],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter('Birth and death', [
      rule('birth', 'X enters', make(X({ in: cell })), { k: perSecond(1000) }),
      rule('death', 'X leaves', remove(X({ in: cell }), 'out'), { k: each(0.1) }),
    ]),
  ],
};

/** Birth and death: X is Poisson with mean 10,000. */
export const M1: Benchmark = {
  model,
  end_s: 5000,
  rows: 101,
  observables: {
    X: X({ in: cell }),
  },
};

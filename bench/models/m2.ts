import { crowd } from '../../src/language/agents.js';
import { type Model, presentCrowd } from '../../src/language/model.js';
import { chapter, exchange, remove, rule } from '../../src/language/rules.js';
import type { Benchmark } from './benchmark.js';
import { cell, each, molecules, pair } from './cell.js';

const S1 = crowd('S1', { description: 'a monomer that decays' });
const S2 = crowd('S2', { description: 'its dimer' });
const S3 = crowd('S3', { description: 'what the dimer turns into' });

const model: Model = {
  name: 'M2',
  version: '1',
  compartments: [cell],
  individuals: [],
  crowds: [
    presentCrowd(S1({ in: cell }), molecules(100_000)),
    presentCrowd(S2({ in: cell }), molecules(0)),
    presentCrowd(S3({ in: cell }), molecules(0)),
  ],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter('Decaying dimerisation', [
      rule('decay', 'a monomer decays', remove(S1({ in: cell }), 'decayed'), { k: each(1) }),
      rule(
        'dimer',
        'two monomers make a dimer, which parts again',
        exchange([S1({ in: cell }), S1({ in: cell })], [S2({ in: cell })]),
        { forward: pair(0.002), backward: each(0.5) },
      ),
      rule('convert', 'the dimer converts', exchange([S2({ in: cell })], [S3({ in: cell })]), {
        k: each(0.04),
      }),
    ]),
  ],
};

/** Decaying dimerisation: 0.002/s for each of the S1(S1-1)/2 pairs. */
export const M2: Benchmark = {
  model,
  end_s: 30,
  rows: 31,
  observables: {
    S1: S1({ in: cell }),
    S2: S2({ in: cell }),
    S3: S3({ in: cell }),
  },
};

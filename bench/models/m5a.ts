import { crowd, individual, oneOf } from '../../src/language/agents.js';
import { type Model, present, presentCrowd } from '../../src/language/model.js';
import { by, change, chapter, rule } from '../../src/language/rules.js';
import type { Benchmark } from './benchmark.js';
import { cell, molecules, pair } from './cell.js';

const site = oneOf('U', 'P');
const SITES = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10'] as const;

const S = individual('S', {
  sites: {
    p1: site,
    p2: site,
    p3: site,
    p4: site,
    p5: site,
    p6: site,
    p7: site,
    p8: site,
    p9: site,
    p10: site,
  },
  in: cell,
  description: 'a substrate with ten independent sites: 1,024 states',
});
const K = crowd('K', { description: 'kinase, left unchanged' });
const F = crowd('F', { description: 'phosphatase, left unchanged' });

const model: Model = {
  name: 'M5a',
  version: '1',
  compartments: [cell],
  individuals: [present(S, molecules(200))],
  crowds: [presentCrowd(K({ in: cell }), molecules(100)), presentCrowd(F({ in: cell }), molecules(100))],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter(
      'Ten sites',
      SITES.flatMap((p) => [
        rule(
          `${p}-on`,
          `the kinase writes ${p}`,
          by(change(S, { [p]: 'U' }, { [p]: 'P' }), K({ in: cell })),
          {
            k: pair(0.01),
          },
        ),
        rule(
          `${p}-off`,
          `the phosphatase clears ${p}`,
          by(change(S, { [p]: 'P' }, { [p]: 'U' }), F({ in: cell })),
          {
            k: pair(0.01),
          },
        ),
      ]),
    ),
  ],
};

/** Ten sites a molecule, written on by enzymes that are left unchanged: 1/s each way at each site. */
export const M5a: Benchmark = {
  model,
  end_s: 1000,
  rows: 101,
  observables: {
    P1: S({ p1: 'P' }),
  },
};

import { bond, individual, oneOf } from '../../src/language/agents.js';
import { type Model, present } from '../../src/language/model.js';
import { bind, chapter, rule, unbind } from '../../src/language/rules.js';
import type { Benchmark } from './benchmark.js';
import { cell, each, molecules, pair } from './cell.js';

const p = oneOf('U', 'P');
const b = bond();
const SITES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const S = individual('S', {
  sites: {
    p1: p,
    p2: p,
    p3: p,
    p4: p,
    p5: p,
    p6: p,
    p7: p,
    p8: p,
    p9: p,
    p10: p,
    b1: b,
    b2: b,
    b3: b,
    b4: b,
    b5: b,
    b6: b,
    b7: b,
    b8: b,
    b9: b,
    b10: b,
  },
  in: cell,
  description: 'a substrate with ten independent sites, each with a docking face: 4^10 states',
});
const K = individual('K', { sites: { s: bond() }, in: cell, description: 'kinase' });
const F = individual('F', { sites: { s: bond() }, in: cell, description: 'phosphatase' });

const model: Model = {
  name: 'M5b',
  version: '1',
  compartments: [cell],
  individuals: [present(S, molecules(200)), present(K, molecules(100)), present(F, molecules(100))],
  crowds: [],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter(
      'Ten sites with explicit enzymes',
      SITES.flatMap((i) => {
        const bare = S({ [`p${i}`]: 'U' })[`b${i}`];
        const written = S({ [`p${i}`]: 'P' })[`b${i}`];
        return [
          rule(`k${i}`, `the kinase binds site ${i}`, bind(bare, K().s), { on: pair(0.01), off: each(1) }),
          rule(
            `k${i}-cat`,
            `the kinase writes site ${i} and leaves`,
            unbind(bare, K().s, { a: { [`p${i}`]: 'P' } }),
            { k: each(1) },
          ),
          rule(`f${i}`, `the phosphatase binds site ${i}`, bind(written, F().s), {
            on: pair(0.01),
            off: each(1),
          }),
          rule(
            `f${i}-cat`,
            `the phosphatase clears site ${i} and leaves`,
            unbind(written, F().s, { a: { [`p${i}`]: 'U' } }),
            { k: each(1) },
          ),
        ];
      }),
    ),
  ],
};

/** Ten sites a molecule, each bound by its enzyme before it is written on. No network of species can hold it. */
export const M5b: Benchmark = {
  model,
  end_s: 3000,
  rows: 101,
  observables: {
    P1: S({ p1: 'P', b1: 'free' }),
    K: K({ s: 'free' }),
    F: F({ s: 'free' }),
  },
};

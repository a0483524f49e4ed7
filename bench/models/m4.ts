import { bond, crowd, individual, oneOf, seat } from '../../src/language/agents.js';
import { labelSource } from '../../src/language/inputs.js';
import { type Model, present, presentCrowd } from '../../src/language/model.js';
import { bind, by, change, chapter, make, remove, rule } from '../../src/language/rules.js';
import type { Benchmark } from './benchmark.js';
import { cell, each, molecules, pair, perSecond } from './cell.js';

const Leu = crowd('Leu', { atoms: ['C1', 'N'], description: 'free leucine, by isotopologue' });
const S = individual('S', {
  sites: { l: seat('Leu'), g: bond() },
  in: cell,
  description: 'Sestrin2: pocket and GATOR2 face',
});
const G2 = individual('G2', { sites: { b: bond() }, in: cell, description: 'GATOR2' });
const G1 = individual('G1', { sites: { b: bond() }, in: cell, description: 'GATOR1, a GAP while unbound' });
const R = individual('R', { sites: { n: oneOf('D', 'T'), m: bond() }, in: cell, description: 'RagA' });
const M = individual('M', { sites: { r: bond() }, in: cell, description: 'mTORC1' });
const medium = labelSource('medium', 'leucine outside');

const model: Model = {
  name: 'M4',
  version: '1',
  compartments: [cell],
  individuals: [
    present(S, molecules(1000)),
    present(G2, molecules(300)),
    present(G1, molecules(300)),
    present(R, molecules(2000)),
    present(M, molecules(500)),
  ],
  crowds: [presentCrowd(Leu({ in: cell }), molecules(90_000))],
  inputs: [],
  labelSources: [medium],
  chapters: [
    chapter('Leucine sensor', [
      rule('leu-in', 'leucine enters', make(Leu({ in: cell }), medium), { k: perSecond(9000) }),
      rule('leu-out', 'leucine leaves', remove(Leu({ in: cell }), 'out'), { k: each(0.1) }),
      rule('s-leu', 'Sestrin2 away from GATOR2 takes leucine', bind(S({ g: 'free' }).l, Leu({ in: cell })), {
        on: pair(1 / 12_000),
        off: each(1),
      }),
      rule('s-g2', 'empty Sestrin2 binds GATOR2', bind(S({ l: 'empty' }).g, G2().b), {
        on: pair(0.002),
        off: each(0.2),
      }),
      rule('g1-g2', 'GATOR2 sequesters GATOR1', bind(G1().b, G2().b), { on: pair(0.002), off: each(0.1) }),
      rule(
        'gap',
        'free GATOR1 makes unbound RagA hydrolyse GTP',
        by(change(R, { n: 'T', m: 'free' }, { n: 'D' }), G1({ b: 'free' })),
        { k: pair(0.001) },
      ),
      rule('gef', 'RagA exchanges GDP for GTP', change(R, { n: 'D', m: 'free' }, { n: 'T' }), {
        k: each(0.05),
      }),
      rule('m-rag', 'RagA-GTP recruits mTORC1', bind(M().r, R({ n: 'T' }).m), {
        on: pair(0.001),
        off: each(0.2),
      }),
    ]),
  ],
};

/** The leucine sensor: every protein an individual with partner and state, leucine a crowd with isotopologues. */
export const M4: Benchmark = {
  model,
  end_s: 600,
  rows: 61,
  observables: {
    Leu: Leu({ in: cell }),
    S: S({ l: 'empty', g: 'free' }),
    SL: S({ l: 'taken' }),
    G2: G2({ b: 'free' }),
    SG2: S({ g: 'bound' }),
    G1: G1({ b: 'free' }),
    G1G2: G1({ b: 'bound' }),
    RD: R({ n: 'D', m: 'free' }),
    RT: R({ n: 'T', m: 'free' }),
    M: M({ r: 'free' }),
    MRT: M({ r: 'bound' }),
  },
};

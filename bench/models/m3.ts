import { crowd } from '../../src/language/agents.js';
import { type Model, presentCrowd } from '../../src/language/model.js';
import { chapter, exchange, rule } from '../../src/language/rules.js';
import type { Benchmark } from './benchmark.js';
import { cell, each, molecules, pair } from './cell.js';

const E = crowd('E', { description: 'free enzyme' });
const S = crowd('S', { description: 'substrate' });
const ES = crowd('ES', { description: 'enzyme with substrate' });
const P = crowd('P', { description: 'product' });

const model: Model = {
  name: 'M3',
  version: '1',
  compartments: [cell],
  individuals: [],
  crowds: [
    presentCrowd(E({ in: cell }), molecules(1000)),
    presentCrowd(S({ in: cell }), molecules(100_000)),
    presentCrowd(ES({ in: cell }), molecules(0)),
    presentCrowd(P({ in: cell }), molecules(0)),
  ],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter('Enzyme', [
      rule(
        'bind',
        'enzyme takes substrate and lets it go',
        exchange([E({ in: cell }), S({ in: cell })], [ES({ in: cell })]),
        { forward: pair(0.001), backward: each(9) },
      ),
      rule(
        'turn',
        'the complex yields product',
        exchange([ES({ in: cell })], [E({ in: cell }), P({ in: cell })]),
        { k: each(1) },
      ),
    ]),
  ],
};

/** An enzyme works off its substrate, the complex resolved. */
export const M3: Benchmark = {
  model,
  end_s: 200,
  rows: 61,
  observables: {
    E: E({ in: cell }),
    P: P({ in: cell }),
  },
};

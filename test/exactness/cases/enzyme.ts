import { compartment, crowd, individual, oneOf } from '../../../src/language/agents.js';
import { saturable } from '../../../src/language/rates.js';
import { by, exchange, rule } from '../../../src/language/rules.js';
import { solve } from '../../support/master-equation.js';
import { compare } from '../../support/statistics.js';
import { number, per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const S = crowd('S', { description: 'substrate' })({ in: water });
const P = crowd('P', { description: 'product' })({ in: water });
const E = individual('E', { sites: { hands: oneOf('free', 'full') }, in: water, description: 'enzyme' });
const half = compartment('half', 0.5, 'half of the cell');
const T = crowd('T', { description: 'substrate' })({ in: half });
const U = crowd('U', { description: 'product' })({ in: half });
const F = individual('F', { sites: {}, in: half, description: 'enzyme whose complex is not resolved' });
const VOLUME_UM3 = 0.5;
const [SUBSTRATES, ENZYMES] = [30, 5];
const [ON, OFF, CAT] = [0.2, 1, 4];
const [KCAT, KM] = [2, 15];
const TIMES_S = [1.5, 4];

const resolved = tiny('enzyme and complex', {
  individuals: [[E, ENZYMES]],
  crowds: [
    [S, SUBSTRATES],
    [P, 0],
  ],
  rules: [
    rule('turn', 'the complex gives P', exchange([E({ hands: 'full' })], [E({ hands: 'free' }), P]), {
      k: per(CAT, '1/s'),
    }),
    rule('load', 'E loads S', exchange([E({ hands: 'free' }), S], [E({ hands: 'full' })]), {
      k: per(ON * VOLUME_UM3, 'um3/s'),
    }),
    rule('drop', 'E drops S', exchange([E({ hands: 'full' })], [E({ hands: 'free' }), S]), {
      k: per(OFF, '1/s'),
    }),
  ],
});
const lumped = tiny('enzyme by Michaelis and Menten', {
  individuals: [[F, ENZYMES]],
  crowds: [
    [T, SUBSTRATES],
    [U, 0],
  ],
  rules: [
    rule('turn', 'F turns T into U', by(exchange([T], [U]), F()), {
      k: saturable(per(KCAT, '1/s'), number(KM / 602.2 / (VOLUME_UM3 * half.share), 'uM')),
    }),
  ],
});

/** State: substrates, full enzymes, products. */
const productsAt = (time_s: number, factor = 1) =>
  solve(
    [SUBSTRATES, 0, 0],
    [
      { change: [-1, 1, 0], propensity: ([s, full]) => ON * s! * (ENZYMES - full!) },
      { change: [1, -1, 0], propensity: ([, full]) => OFF * full! },
      { change: [0, -1, 1], propensity: ([, full]) => factor * CAT * full! },
    ],
    time_s,
  ).marginal(([, , p]) => p!);
const lumpedAt = (time_s: number, factor = 1) =>
  solve(
    [SUBSTRATES, 0],
    [{ change: [-1, 1], propensity: ([s]) => (factor * KCAT * ENZYMES * s!) / (KM + s!) }],
    time_s,
  ).marginal(([, p]) => p!);

/** Products of an enzyme with a resolved complex, and of the saturable law kcat E S / (Km + S). */
export const enzyme: Case = {
  name: 'enzyme',
  oracle: 'master equation, 171 states (31 for the saturable law)',
  run: (engine, depth) =>
    [
      { model: resolved, pattern: P, at: productsAt, what: 'complex' },
      { model: lumped, pattern: U, at: lumpedAt, what: 'saturable' },
    ].flatMap(({ model, pattern, at, what }) => {
      const n = cellsFor(depth, (factor) => at(TIMES_S[0]!, factor), 0.1);
      const counts = replicate(engine, n, {
        model,
        volume_um3: VOLUME_UM3,
        sampleAt_s: TIMES_S,
        observe: [{ pattern }],
      });
      return TIMES_S.flatMap((t, i) => compare(`${what} at ${t} s`, counts[i]![0]!, at(t)));
    }),
};

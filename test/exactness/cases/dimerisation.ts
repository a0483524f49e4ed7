import { bond, crowd, individual } from '../../../src/language/agents.js';
import { bind, exchange, rule } from '../../../src/language/rules.js';
import { solve } from '../../support/master-equation.js';
import { compare } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const A = crowd('A', { description: 'monomer' })({ in: water });
const A2 = crowd('A2', { description: 'dimer' })({ in: water });
const M = individual('M', { sites: { face: bond() }, in: water, description: 'monomer with a record' });
const VOLUME_UM3 = 3;
const MONOMERS = 20;
/** Per second and pair, and per second. */
const [ON, OFF] = [0.1, 1];
const TIMES_S = [0.3, 2];

const ofCrowd = tiny('dimers of a crowd', {
  crowds: [
    [A, MONOMERS],
    [A2, 0],
  ],
  rules: [
    rule('pair', 'two A pair', exchange([A, A], [A2]), {
      forward: per(ON * VOLUME_UM3 * 602.2e6, '1/(M s)'),
      backward: per(OFF, '1/s'),
    }),
  ],
});
const ofIndividuals = tiny('dimers of individuals', {
  individuals: [[M, MONOMERS]],
  rules: [
    rule('pair', 'two M pair', bind(M().face, M().face), {
      on: per(ON * VOLUME_UM3 * 60, 'um3/min'),
      off: per(OFF, '1/s'),
    }),
  ],
});

const dimersAt = (time_s: number, factor = 1) =>
  solve(
    [MONOMERS, 0],
    [
      { change: [-2, 1], propensity: ([a]) => (factor * ON * a! * (a! - 1)) / 2 },
      { change: [2, -1], propensity: ([, d]) => OFF * d! },
    ],
    time_s,
  ).marginal(([, d]) => d!);

/** A + A <-> A2: n(n - 1)/2 pairs, and each dimer falls apart once. */
export const dimerisation: Case = {
  name: 'dimerisation',
  oracle: 'master equation, 11 states',
  run: (engine, depth) =>
    [
      { model: ofCrowd, pattern: A2, what: 'crowd', members: 1 },
      { model: ofIndividuals, pattern: M({ face: 'bound' }), what: 'individuals', members: 2 },
    ].flatMap(({ model, pattern, what, members }) => {
      const n = cellsFor(depth, (factor) => dimersAt(TIMES_S[0]!, factor), 0.1);
      const counts = replicate(engine, n, {
        model,
        volume_um3: VOLUME_UM3,
        sampleAt_s: TIMES_S,
        observe: [{ pattern }],
      });
      return TIMES_S.flatMap((t, i) =>
        compare(
          `${what} at ${t} s`,
          counts[i]![0]!.map((x) => x / members),
          dimersAt(t),
        ),
      );
    }),
};

import { bond, compartment, crowd, individual, seat } from '../../../src/language/agents.js';
import { bind, rule } from '../../../src/language/rules.js';
import { solve } from '../../support/master-equation.js';
import { compare } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const matrix = compartment('matrix', 0.25, 'a quarter of the cell');
const L = crowd('L', { description: 'ligand' })({ in: matrix });
const R = individual('R', { sites: { pocket: seat('L') }, in: matrix, description: 'receptor' });
const P = individual('P', { sites: { arm: bond() }, in: water, description: 'one protein' });
const Q = individual('Q', { sites: { hand: bond() }, in: water, description: 'another' });
const VOLUME_UM3 = 2;
const [RECEPTORS, LIGANDS] = [10, 20];
/** Per second and pair, and per second. */
const [ON, OFF] = [0.1, 1];
const TIMES_S = [0.5, 3];

const seated = tiny('ligand and receptor', {
  individuals: [[R, RECEPTORS]],
  crowds: [[L, LIGANDS]],
  rules: [
    rule('take', 'R takes L', bind(R().pocket, L), {
      on: per(ON * VOLUME_UM3 * matrix.share, 'um3/s'),
      off: per(OFF, '1/s'),
    }),
  ],
});
const bonded = tiny('two proteins', {
  individuals: [
    [P, RECEPTORS],
    [Q, LIGANDS],
  ],
  rules: [
    rule('hold', 'P holds Q', bind(P().arm, Q().hand), {
      on: per(ON * VOLUME_UM3 * 60 * 602.2, '1/(uM min)'),
      off: per(OFF * 60, '1/min'),
    }),
  ],
});

const boundAt = (time_s: number, factor = 1) =>
  solve(
    [0],
    [
      { change: [1], propensity: ([b]) => factor * ON * (RECEPTORS - b!) * (LIGANDS - b!) },
      { change: [-1], propensity: ([b]) => OFF * b! },
    ],
    time_s,
  ).marginal(([b]) => b!);

/** The number bound, from nobody bound: a seat that takes crowd members, and a bond between individuals. */
export const reversibleBinding: Case = {
  name: 'reversible binding',
  oracle: 'master equation, 11 states',
  run: (engine, depth) =>
    [
      { model: seated, pattern: R({ pocket: 'taken' }), what: 'seat' },
      { model: bonded, pattern: P({ arm: 'bound' }), what: 'bond' },
    ].flatMap(({ model, pattern, what }) => {
      const n = cellsFor(depth, (factor) => boundAt(TIMES_S[0]!, factor), 0.1);
      const counts = replicate(engine, n, {
        model,
        volume_um3: VOLUME_UM3,
        sampleAt_s: TIMES_S,
        observe: [{ pattern }],
      });
      return TIMES_S.flatMap((t, i) => compare(`${what} at ${t} s`, counts[i]![0]!, boundAt(t)));
    }),
};

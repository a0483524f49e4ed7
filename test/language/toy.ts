/** A model small enough to check by hand: a sensor with a pocket and a bond, an enzyme that carries nitrogen, a pool. */
import { bond, compartment, crowd, individual, oneOf, seat } from '../../src/language/agents.js';
import { hill, input, labelSource, proportional, saturating } from '../../src/language/inputs.js';
import { type Model, present, presentCrowd } from '../../src/language/model.js';
import {
  assumed,
  type Citation,
  constant,
  derived,
  k,
  measured,
  saturable,
} from '../../src/language/rates.js';
import {
  bind,
  by,
  change,
  chapter,
  exchange,
  inhibited,
  make,
  move,
  type Rule,
  remove,
  rule,
} from '../../src/language/rules.js';

export const paper: Citation = { authors: 'Doe et al.', year: 2001, doi: '10.0/toy' };
export const because = assumed('a toy');

export const cytosol = compartment('cytosol', 0.8, 'Where leucine meets its sensor.');
export const matrix = compartment('matrix', 0.2, 'Where leucine is transaminated.');
export const Leucine = crowd('Leucine', { atoms: ['C1', 'N'], description: 'Free leucine.' });
export const KIC = crowd('KIC', { atoms: ['C1'], description: 'Alpha-ketoisocaproate.' });
export const Sensor = individual('Sensor', {
  sites: { pocket: seat('Leucine'), target: bond(), mark: oneOf('plain', 'marked') },
  in: cytosol,
  description: 'Holds one leucine and one target.',
});
export const Target = individual('Target', {
  sites: { sensor: bond(), gap: oneOf('on', 'off') },
  in: cytosol,
  description: 'Held by the sensor.',
});
export const Enzyme = individual('Enzyme', {
  sites: { cofactor: oneOf('PLP', 'PMP') },
  in: matrix,
  carries: ['N'],
  description: 'Keeps the amino group.',
});
export const plasma = input('plasma', 'uM', 120, 'Leucine outside.');
export const insulin = input('insulin', 'pM', 30, 'Insulin outside.');
export const drink = labelSource('drink', 'What was drunk.');

export const kd = constant(20, 'uM', measured(paper));
export const rules = {
  sense: rule(
    'sense',
    'The sensor takes leucine into its pocket',
    bind(Sensor({ pocket: 'empty' }).pocket, Leucine({ in: cytosol })),
    { on: k(0.15, '1/(uM min)', derived('off / Kd', paper)), off: k(3, '1/min', because) },
  ),
  hold: rule(
    'hold',
    'An empty sensor holds its target',
    bind(Sensor({ pocket: 'empty' }).target, Target().sensor),
    { on: k(6.6, 'um3/min', because), off: k(0.2, '1/min', because) },
  ),
  mark: rule(
    'mark',
    'Targets mark sensors',
    by(change(Sensor, { mark: 'plain' }, { mark: 'marked' }), Target({ gap: 'on' })),
    { k: k(1e6, '1/(M s)', measured(paper)) },
    { laws: [inhibited(KIC({ in: matrix }), constant(65, 'uM', because))] },
  ),
  lift: rule(
    'lift',
    'The enzyme lifts the amino group off leucine',
    exchange(
      [Enzyme({ cofactor: 'PLP' }), Leucine({ in: matrix })],
      [Enzyme({ cofactor: 'PMP' }), KIC({ in: matrix })],
      { C1: [['Leucine', 'KIC']], N: [['Leucine', 'Enzyme']] },
    ),
    { forward: k(1, 'um3/h', because), backward: k(2, 'um3/h', because) },
  ),
  enter: rule(
    'enter',
    'Leucine enters from outside',
    make(Leucine({ in: cytosol }), drink),
    { k: k(70_000, 'molecules/um3/h', measured(paper)) },
    {
      drives: [
        saturating(plasma, constant(1631, 'uM', measured(paper))),
        hill(insulin, {
          K: constant(60, 'pM', because),
          n: constant(2, '1', because),
          base: constant(1, '1', because),
          amplitude: constant(-0.6, '1', because),
        }),
      ],
    },
  ),
  shuttle: rule('shuttle', 'Leucine goes to and fro', move(Leucine, cytosol, matrix), {
    forward: k(60, '1/h', because),
    backward: k(240, '1/h', because),
  }),
  burn: rule('burn', 'KIC is burnt', by(remove(KIC({ in: matrix }), 'oxidised'), Enzyme()), {
    k: saturable(k(2.93, '1/s', measured(paper)), constant(45, 'uM', because)),
  }),
  feed: rule(
    'feed',
    'KIC enters',
    make(KIC({ in: matrix }), drink),
    { k: k(5000, 'molecules/um3/h', because) },
    {
      drives: [proportional(plasma, { per: 120 })],
    },
  ),
} as const;

/** The toy with these rules (all of them by default); what else is told replaces the model's own. */
export function toy(those: readonly Rule[] = Object.values(rules), other: Partial<Model> = {}): Model {
  return {
    name: 'toy',
    version: '1',
    compartments: [cytosol, matrix],
    individuals: [
      present(Sensor, constant(3, 'molecules/um3', because)),
      present(Target, constant(2, 'molecules/um3', because), { gap: { on: 0.7, off: 0.3 } }),
      present(Enzyme, constant(60, 'molecules/um3', measured(paper))),
    ],
    crowds: [
      presentCrowd(Leucine({ in: cytosol }), constant(128, 'uM', measured(paper))),
      presentCrowd(Leucine({ in: matrix }), constant(100, 'uM', because)),
      presentCrowd(KIC({ in: matrix }), constant(20, 'uM', because)),
    ],
    inputs: [plasma, insulin],
    labelSources: [drink],
    chapters: [chapter('Sensing', those.slice(0, 2)), chapter('The rest', those.slice(2))],
    ...other,
  };
}

/** Leucine and KIC cross the sarcolemma. */
import { hill, proportional, saturating } from '../language/inputs.js';
import { assumed, calibrated, constant, derived, k } from '../language/rates.js';
import { chapter, make, move, remove, rule } from '../language/rules.js';
import { KIC, Leucine } from './agents.js';
import { Glynn2010, Meier2002, Tessari1995 } from './citations.js';
import { cytosol, rim } from './compartments.js';
import { fluxSet } from './evidence.js';
import { leucineInflow, plasmaKic, plasmaKicLabel, plasmaLeucine, plasmaLeucineLabel } from './inputs.js';

const Kapp = constant(
  1630,
  'uM',
  derived('apparent Michaelis fit of inward leg flux to plasma leucine after 3.5 and 1.85 g', Glynn2010),
);
const rimRate = (direction: string) =>
  calibrated(
    `${direction}; the ratio of the two exchanges gives plasma a weight of 0.498 in the sensor (mean-field fit), the speed of about 1 /min is assumed`,
  );

export const transport = chapter('Transport of leucine and KIC', [
  rule(
    'leucine-in',
    'LAT1 and the interstitium let plasma leucine in, saturating at high plasma levels',
    make(Leucine({ in: cytosol }), plasmaLeucineLabel),
    {
      k: k(
        988000,
        'molecules/um3/h',
        fluxSet('70,365 /h x (1631 + 125)/125; LAT1 and interstitium lumped', Glynn2010, Tessari1995),
      ),
    },
    {
      drives: [saturating(plasmaLeucine, Kapp), proportional(leucineInflow)],
      approximation: 'lumped carrier',
    },
  ),
  rule('leucine-out', 'Leucine leaves the cell', remove(Leucine({ in: cytosol }), 'plasma'), {
    k: k(0.72, '1/h', fluxSet('0.90 /h in all, of which 80 % does not follow inflow', Tessari1995)),
  }),
  rule(
    'leucine-exchange-out',
    'The exchanger lets a leucine out as others come in',
    remove(Leucine({ in: cytosol }), 'plasma'),
    {
      k: k(
        0.18,
        '1/h',
        assumed(
          '20 % of the fasted outflow follows inflow, since LAT1 is an exchanger; decision 17',
          Meier2002,
        ),
      ),
    },
    {
      drives: [
        hill(plasmaLeucine, {
          K: Kapp,
          n: constant(1, '1', derived('same saturation as the inflow')),
          base: constant(0, '1', derived('no outflow by exchange without inflow')),
          amplitude: constant(14.04, '1', derived('(1630 + 125)/125: 1 at fasted plasma leucine')),
        }),
        proportional(leucineInflow),
      ],
      approximation: 'the exchanged pair is not one event',
    },
  ),
  rule(
    'rim-from-plasma',
    'Plasma leucine enters the rim under the sarcolemma',
    make(Leucine({ in: rim }), plasmaLeucineLabel),
    {
      k: k(
        18,
        'molecules/um3/h',
        derived('0.996 /min x 602.2 /(um3 uM) x share 0.0005, per uM of plasma leucine'),
      ),
    },
    { drives: [proportional(plasmaLeucine)] },
  ),
  rule('rim-to-plasma', 'Leucine leaves the rim to plasma', remove(Leucine({ in: rim }), 'plasma'), {
    k: k(0.996, '1/min', rimRate('rim to plasma')),
  }),
  rule('rim-cytosol', 'Leucine passes between rim and cytosol', move(Leucine, rim, cytosol), {
    forward: k(1.004, '1/min', rimRate('rim to cytosol')),
    backward: k(5.02e-4, '1/min', derived('1.004 /min x share 0.0005, so that equal concentrations balance')),
  }),
  rule(
    'kic-in',
    'KIC enters from plasma',
    make(KIC({ in: cytosol }), plasmaKicLabel),
    {
      k: k(
        668,
        'molecules/um3/h',
        assumed(
          '20,000 /h at 30 uM: net release is measured, gross exchange is not, but label of leucine is in plasma KIC within 10 min; decision 17',
          Tessari1995,
        ),
      ),
    },
    { drives: [proportional(plasmaKic)] },
  ),
  rule('kic-out', 'KIC leaves to plasma', remove(KIC({ in: cytosol }), 'plasma'), {
    k: k(1.71, '1/h', derived('20,500 /h fasted, so that net release is as measured', Tessari1995)),
  }),
]);

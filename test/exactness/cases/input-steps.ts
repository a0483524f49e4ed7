import { crowd } from '../../../src/language/agents.js';
import {
  type Drive,
  hill,
  inhibiting,
  input,
  proportional,
  saturating,
} from '../../../src/language/inputs.js';
import { make, remove, rule } from '../../../src/language/rules.js';
import { poissonPmf } from '../../support/special-functions.js';
import { compare } from '../../support/statistics.js';
import { number, per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const drug = input('drug', 'uM', 1, 'steps up and down');
const [K, PER, POWER, BASE, AMPLITUDE, N] = [2, 0.5, 2, 0.3, 1.4, 3];
const DEATH = 1;
/** By drive: how the rule says it, the same by hand, and births per second at factor 1. */
const DRIVES: readonly {
  readonly name: string;
  readonly drive: Drive;
  readonly factor: (u: number) => number;
  readonly births: number;
}[] = [
  {
    name: 'proportional',
    drive: proportional(drug, { per: PER, power: POWER }),
    factor: (u) => (u / PER) * (u / PER),
    births: 0.6,
  },
  { name: 'saturating', drive: saturating(drug, number(K, 'uM')), factor: (u) => u / (K + u), births: 20 },
  { name: 'inhibiting', drive: inhibiting(drug, number(K, 'uM')), factor: (u) => K / (K + u), births: 20 },
  {
    name: 'hill',
    drive: hill(drug, {
      K: number(K, 'uM'),
      n: number(N, '1'),
      base: number(BASE, '1'),
      amplitude: number(AMPLITUDE, '1'),
    }),
    factor: (u) => BASE + AMPLITUDE / (1 + (K / u) ** N),
    births: 15,
  },
];
const crowds = DRIVES.map(({ name }) =>
  crowd(name, { description: `made under a ${name} drive` })({ in: water }),
);
const model = tiny('driven births', {
  crowds: crowds.map((c) => [c, 0] as const),
  inputs: [drug],
  rules: DRIVES.flatMap(({ name, drive, births }, i) => [
    rule(
      `make-${name}`,
      'made as the drug says',
      make(crowds[i]!),
      { k: per(births, 'molecules/um3/s') },
      {
        drives: [drive],
      },
    ),
    rule(`lose-${name}`, 'lost', remove(crowds[i]!, 'gone'), { k: per(DEATH, '1/s') }),
  ]),
});

/** At rest for 0.5 s, then high, then low; a step falls on a sample time and one beyond the end. */
const STEPS = [
  { from_s: 0.5, values: { drug: 4 } },
  { from_s: 1.2, values: { drug: 0.25 } },
  { from_s: 99, values: { drug: 1000 } },
];
const TIMES_S = [1.2, 1.7];

/** Mean of a driven birth and death from zero: the births of each stretch, thinned by what died since. */
function meanAt(time_s: number, { factor, births }: (typeof DRIVES)[number]): number {
  const edges = [0, ...STEPS.map((s) => s.from_s)];
  const levels = [drug.rest, ...STEPS.map((s) => s.values.drug)];
  let mean = 0;
  for (const [i, u] of levels.entries()) {
    const from = Math.min(edges[i]!, time_s);
    const to = Math.min(edges[i + 1] ?? time_s, time_s);
    const kept = Math.exp(-DEATH * (time_s - to)) - Math.exp(-DEATH * (time_s - from));
    mean += ((births * factor(u)) / DEATH) * kept;
  }
  return mean;
}

/** Rates that jump while the process runs: exact, since waiting times have no memory. */
export const inputSteps: Case = {
  name: 'input steps',
  oracle: 'closed form: Poisson of the mean under a piecewise constant birth rate, four kinds of drive',
  run: (engine, depth) => {
    const n = cellsFor(depth, (factor) => poissonPmf(factor * meanAt(TIMES_S[0]!, DRIVES[0]!)), 0.05);
    const counts = replicate(engine, n, {
      model,
      volume_um3: 1,
      sampleAt_s: TIMES_S,
      observe: crowds.map((pattern) => ({ pattern })),
      inputs: STEPS,
    });
    return TIMES_S.flatMap((t, s) =>
      DRIVES.flatMap((drive, i) =>
        compare(`${drive.name} at ${t} s`, counts[s]![i]!, poissonPmf(meanAt(t, drive))),
      ),
    );
  },
};

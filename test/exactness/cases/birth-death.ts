import { crowd, individual } from '../../../src/language/agents.js';
import { make, remove, rule } from '../../../src/language/rules.js';
import { poissonPmf } from '../../support/special-functions.js';
import { compare } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const X = crowd('X', { description: 'comes and goes' })({ in: water });
const Y = individual('Y', { sites: {}, in: water, description: 'comes and goes, with a record' });
const BIRTHS_PER_S = 20;
const DEATHS_PER_S = 1;
const TIMES_S = [0.3, 2];

const ofCrowd = tiny('birth and death of a crowd', {
  crowds: [[X, 0]],
  rules: [
    rule('birth', 'X comes', make(X), { k: per(40, 'molecules/um3/s') }),
    rule('death', 'X goes', remove(X, 'gone'), { k: per(60, '1/min') }),
  ],
});
const ofIndividuals = tiny('birth and death of individuals', {
  individuals: [[Y, 0]],
  rules: [
    rule('birth', 'Y comes', make(Y()), { k: per(144_000, 'molecules/um3/h') }),
    rule('death', 'Y goes', remove(Y(), 'gone'), { k: per(3600, '1/h') }),
  ],
});

const atTime = (time_s: number, factor = 1) =>
  poissonPmf(((factor * BIRTHS_PER_S) / DEATHS_PER_S) * (1 - Math.exp(-DEATHS_PER_S * time_s)));

/** From an empty cell: Poisson at every time, and Poisson numbers of births. */
export const birthDeath: Case = {
  name: 'birth and death',
  oracle: 'closed form: Poisson of mean k/d (1 - exp(-d t)); births Poisson of mean k t',
  run: (engine, depth) =>
    [
      { model: ofCrowd, pattern: X, what: 'crowd', defect: 0.03 },
      { model: ofIndividuals, pattern: Y(), what: 'individuals', defect: 0.1 },
    ].flatMap(({ model, pattern, what, defect }) => {
      const n = cellsFor(depth, (factor) => atTime(2, factor), defect);
      const births: number[] = [];
      const counts = replicate(
        engine,
        n,
        { model, volume_um3: 0.5, sampleAt_s: TIMES_S, observe: [{ pattern }] },
        (fired) => births.push(fired['birth.k']!),
      );
      return [
        ...TIMES_S.flatMap((t, i) => compare(`${what} at ${t} s`, counts[i]![0]!, atTime(t))),
        ...compare(`${what}, births`, births, poissonPmf(BIRTHS_PER_S * 2)),
      ];
    }),
};

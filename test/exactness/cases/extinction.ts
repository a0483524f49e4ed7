import { crowd } from '../../../src/language/agents.js';
import { by, make, remove, rule } from '../../../src/language/rules.js';
import { compare, type Pmf } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const X = crowd('X', { description: 'copies itself' })({ in: water });
const [BIRTH, DEATH, START] = [1, 1.4, 3];
const TIMES_S = [1, 60];
const model = tiny('a line that dies out', {
  crowds: [[X, START]],
  rules: [
    rule('copy', 'X makes X', by(make(X), X), { k: per(BIRTH, '1/s') }),
    rule('death', 'X goes', remove(X, 'gone'), { k: per(DEATH, '1/s') }),
  ],
});

/** Descendants of one: a geometric number with extra zeros (Kendall, Ann. Math. Stat. 19, 1, 1948); START of them add up. */
function aliveAt(time_s: number, factor = 1): Pmf {
  const b = factor * BIRTH;
  const grown = Math.exp((b - DEATH) * time_s);
  const none = (DEATH * (grown - 1)) / (b * grown - DEATH);
  const again = (b * (grown - 1)) / (b * grown - DEATH);
  const one = Array.from({ length: 150 }, (_, n) =>
    n === 0 ? none : (1 - none) * (1 - again) * again ** (n - 1),
  );
  return Array.from({ length: START - 1 }).reduce<number[]>((sum) => convolved(sum, one), one);
}

const convolved = (p: readonly number[], q: readonly number[]): number[] =>
  p.map((_, n) => p.slice(0, n + 1).reduce((sum, x, i) => sum + x * q[n - i]!, 0));

/** A population that stops: nothing fires at zero, and time goes on. */
export const extinction: Case = {
  name: 'extinction',
  oracle: 'closed form: sum of three modified geometric numbers; nobody left at 60 s but once in 1e10 cells',
  run: (engine, depth) => {
    const n = cellsFor(depth, (factor) => aliveAt(TIMES_S[0]!, factor), 0.1);
    let died = 0;
    let alive = 0;
    const counts = replicate(
      engine,
      n,
      { model, volume_um3: 1, sampleAt_s: TIMES_S, observe: [{ pattern: X }] },
      (fired) => {
        died += fired['death.k']!;
        alive += START + fired['copy.k']!;
      },
    );
    const left = counts[1]![0]!.reduce((sum, x) => sum + x, 0);
    if (alive - died !== left) throw new Error(`${alive} came and ${died} went, but ${left} are left`);
    return [
      ...compare(`alive at ${TIMES_S[0]} s`, counts[0]![0]!, aliveAt(TIMES_S[0]!)),
      {
        what: `cells alive at ${TIMES_S[1]} s`,
        n,
        statistic: `${counts[1]![0]!.filter((x) => x > 0).length} cells`,
        p: left > 0 ? n * (1 - aliveAt(TIMES_S[1]!)[0]!) : 1,
        notices: 'one cell',
      },
    ];
  },
};

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { loadNative } from './native.js';
import { type Scores, scoresOf } from './scores.js';
import { OWN, oracleOf } from './suite-cases.js';

// The SBML stochastic test suite, 1,000 runs a case, or 10,000 (deep): certain points exact, no |Y'| of 5 or more, and
// at most 3 points a case with |Z| >= 3. An exact simulator breaks the last rule in 0.7 % of its case runs, as the
// points of a run are correlated.
// Known failure: with this seed the deep run breaks it in one case, 00003, at 4 points, Z up to 3.76. 200 other seeds of
// 00003 broke it never, and their 2 million runs together are within |Z| < 1.5 of the truth.
const DEEP = process.env.LEUCELL_DEEP === '1';
const RUNS = DEEP ? 10_000 : 1_000;
const MOST_BEYOND_3 = 3;
const CASES = new URL('cases/', import.meta.url);
const given = readdirSync(CASES).filter((name) => /^\d{5}$/.test(name));
const textOf = (id: string, suffix: string) => readFileSync(new URL(`${id}/${id}-${suffix}`, CASES), 'utf8');
const { gridTimes, machineOf, readSbml, runEnsemble } = await loadNative();
const all = new Map<string, Scores>();

describe.each(given)('case %s', (id) => {
  const oracle = oracleOf(id);

  test('the oracle agrees with the expected results of the suite', () => {
    const [head, ...rows] = textOf(id, 'results.csv')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','));
    for (const [variable, exact] of Object.entries(oracle))
      for (const [t, { mean, sd }] of exact.entries()) {
        expect(Number(rows[t]![head!.indexOf(`${variable}-mean`)])).toSatisfy(near(mean));
        expect(Number(rows[t]![head!.indexOf(`${variable}-sd`)])).toSatisfy(near(sd));
      }
  });

  test(`${RUNS} runs have its means and standard deviations`, { timeout: 3_600_000 }, () => {
    passes(textOf(id, 'sbml-l3v2.xml'), id);
  });
});

describe.each(Object.entries(OWN))('case %s, rebuilt', (id, text) => {
  test(`${RUNS} runs have its means and standard deviations`, { timeout: 3_600_000 }, () => passes(text, id));
});

afterAll(() => {
  if (DEEP) for (const [id, scores] of [...all].sort()) process.stdout.write(`${line(id, scores)}\n`);
});

/** Up to the digits that the suite gives. */
const near = (exact: number) => (x: number) => Math.abs(x - exact) < 1e-5 * Math.max(1, exact);

function passes(text: string, id: string): void {
  const spec = { times_s: gridTimes(50, 1), runs: RUNS, seed: 'suite', name: id };
  const scores = scoresOf(runEnsemble(machineOf(readSbml(text)), spec), oracleOf(id), RUNS);
  all.set(id, scores);
  expect(scores.beyondZ).toBeLessThanOrEqual(MOST_BEYOND_3);
  expect(Math.max(-scores.z[0], scores.z[1])).toBeLessThan(5);
  expect(scores.beyondY).toBe(0);
  expect(scores.inexact).toBe(0);
}

function line(id: string, { z, y, beyondZ }: Scores): string {
  const range = ([least, most]: readonly [number, number]) => `${least.toFixed(2)} .. ${most.toFixed(2)}`;
  return `${id}: Z ${range(z)} (${beyondZ} beyond 3)  Y' ${range(y)}`;
}

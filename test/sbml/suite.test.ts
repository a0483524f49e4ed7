import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadNative } from './native.js';
import { scoresOf } from './scores.js';
import { OWN, oracleOf } from './suite-cases.js';

// The SBML stochastic test suite. Criterion: at most 3 points of a case with |Z| >= 3 (an exact simulator has more in
// 0.7 % of its case runs, since the points of a run are correlated), none with |Y'| >= 5, certain points exact.
const DEEP = process.env.LEUCELL_DEEP === '1';
const RUNS = DEEP ? 10_000 : 1_000;
const CASES = new URL('cases/', import.meta.url);
const given = readdirSync(CASES).filter((name) => /^\d{5}$/.test(name));
const textOf = (id: string, suffix: string) => readFileSync(new URL(`${id}/${id}-${suffix}`, CASES), 'utf8');

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

/** Up to the digits that the suite gives. */
const near = (exact: number) => (x: number) => Math.abs(x - exact) < 1e-5 * Math.max(1, exact);

const { gridTimes, machineOf, readSbml, runEnsemble } = await loadNative();

function passes(text: string, id: string): void {
  const spec = { times_s: gridTimes(50, 1), runs: RUNS, seed: 'suite', name: id };
  const scores = scoresOf(runEnsemble(machineOf(readSbml(text)), spec), oracleOf(id), RUNS);
  const range = ([least, most]: readonly [number, number]) => `${least.toFixed(2)} .. ${most.toFixed(2)}`;
  if (DEEP) process.stdout.write(`${id}: Z ${range(scores.z)}  Y' ${range(scores.y)}\n`);
  expect(scores.beyondZ).toBeLessThanOrEqual(3);
  expect(scores.beyondY).toBe(0);
  expect(scores.inexact).toBe(0);
}

import { expect, it } from 'vitest';
import { ready } from '../../bench/engine.js';
import { rulesOf } from '../../src/language/model.js';
import { leucineModel } from '../../src/model/leucine.js';
import { often } from '../../src/model/often.js';

it('names directions of rules, each once', () => {
  const known = rulesOf(leucineModel).flatMap((rule) =>
    Object.keys(rule.rates).map((rate) => `${rule.id} ${rate}`),
  );
  expect(known).toEqual(expect.arrayContaining([...often]));
  expect(new Set(often).size).toBe(often.length);
});

it('lets the engine look at few more channels than the best order would', () => {
  const { cell, advance } = ready(leucineModel, 'looked at', 5, 'hybrid');
  advance(3600);
  const fired = [...cell.fired];
  const looks = (order: readonly number[]): number =>
    order.reduce((sum, n, place) => sum + n * (place + 1), 0);
  const best = looks([...fired].sort((m, n) => n - m));
  expect(looks(fired)).toBeLessThan(1.1 * best);
  expect(looks([...fired].reverse())).toBeGreaterThan(5 * best);
});

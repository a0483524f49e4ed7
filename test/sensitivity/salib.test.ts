import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { elementaryEffects, LEVELS, morrisDesign, STEP } from '../../src/sensitivity/morris.js';
import { saltelliDesign, sobolIndices } from '../../src/sensitivity/sobol-indices.js';
import { python, pythonWith } from '../support/python.js';
import { ISHIGAMI, SOBOL_G } from './functions.js';

const SCRIPT = fileURLToPath(new URL('salib.py', import.meta.url));
const CASES = [
  { function: 'ishigami', of: ISHIGAMI, rows: 8192 },
  { function: 'sobol g', of: SOBOL_G, rows: 8192 },
] as const;

describe('Sobol indices', () => {
  it.each(CASES)('of $function lie where their closed forms are', ({ of, rows }) => {
    const outcomes = saltelliDesign(of.factors, rows).map(of.of);
    const found = sobolIndices(of.factors, outcomes, '1');
    const [first, total] = [of.first(), of.total()];
    found.forEach((index, j) => {
      expect(Math.abs(index.first - first[j]!)).toBeLessThan(0.01);
      expect(Math.abs(index.total - total[j]!)).toBeLessThan(0.01);
      expect(Math.abs(index.first - first[j]!)).toBeLessThan(Math.max(index.firstError, 1e-3));
      expect(Math.abs(index.total - total[j]!)).toBeLessThan(Math.max(index.totalError, 1e-3));
    });
  });
  it('leaves out rows that failed, and says nothing of what does not vary', () => {
    const design = saltelliDesign(3, 64);
    const outcomes = design.map(ISHIGAMI.of);
    const holes = outcomes.map((y, i) => (i === 7 ? Number.NaN : y));
    const without = outcomes.filter((_, i) => Math.floor(i / 5) !== 1);
    expect(sobolIndices(3, holes, '1')).toEqual(sobolIndices(3, without, '1'));
    expect(
      sobolIndices(
        3,
        design.map(() => 4),
        '1',
      )[0]!.first,
    ).toBeNaN();
  });
});

describe('Morris screening', () => {
  it('walks on its grid, one factor a step, each once a trajectory, up as often as down', () => {
    const design = morrisDesign(5, 400, '1');
    let ups = 0;
    for (let t = 0; t < 400; t++) {
      const moved = [1, 2, 3, 4, 5].map((i) => {
        const [before, after] = [design[t * 6 + i - 1]!, design[t * 6 + i]!];
        const changed = after.flatMap((x, j) => (x === before[j] ? [] : [j]));
        expect(changed).toHaveLength(1);
        expect(Math.abs(Math.abs(after[changed[0]!]! - before[changed[0]!]!) - STEP)).toBeLessThan(1e-15);
        if (after[changed[0]!]! > before[changed[0]!]!) ups += 1;
        return changed[0]!;
      });
      expect(moved.toSorted()).toEqual([0, 1, 2, 3, 4]);
    }
    for (const x of design.flat())
      expect(Math.abs(x * (LEVELS - 1) - Math.round(x * (LEVELS - 1)))).toBeLessThan(1e-12);
    expect(Math.abs(ups - 1000)).toBeLessThan(5 * Math.sqrt(500));
  });
  it('finds the slopes of a plane, without spread', () => {
    const design = morrisDesign(3, 10, '1');
    const found = elementaryEffects(
      design,
      design.map(([x, y]) => 3 * x! - 2 * y! + 1),
      '1',
    );
    expect(found.map((e) => [e.mu, e.muStar].map((v) => Number(v.toFixed(10))))).toEqual([
      [3, 3],
      [-2, 2],
      [0, 0],
    ]);
    for (const { sigma } of found) expect(sigma).toBeLessThan(1e-12);
  });
});

describe.skipIf(!pythonWith('SALib'))('SALib', () => {
  it('finds the same indices from the same outcomes', () => {
    const sobol = CASES.map(({ of, function: name }) => ({
      analysis: 'sobol',
      function: name,
      of,
      design: saltelliDesign(of.factors, 512),
    }));
    const morris = CASES.map(({ of, function: name }) => ({
      analysis: 'morris',
      function: name,
      of,
      design: morrisDesign(of.factors, 100, '1'),
    }));
    const cases = [...sobol, ...morris].map((c) => ({ ...c, outcomes: c.design.map(c.of.of) }));
    const folder = mkdtempSync(join(tmpdir(), 'leucell-salib-'));
    const path = join(folder, 'cases.json');
    writeFileSync(path, JSON.stringify(cases));
    const answers = JSON.parse(python([SCRIPT, path])) as Record<string, number[]>[];
    rmSync(folder, { recursive: true });
    cases.forEach(({ analysis, design, outcomes, of, function: name }, i) => {
      const theirs = answers[i]!;
      if (name === 'ishigami')
        for (const [at, y] of outcomes.entries()) expect(y).toBeCloseTo(theirs.outcomes![at]!, 10);
      if (analysis === 'sobol')
        sobolIndices(of.factors, outcomes, '1').forEach((ours, j) => {
          expect(ours.first).toBeCloseTo(theirs.S1![j]!, 10);
          expect(ours.total).toBeCloseTo(theirs.ST![j]!, 10);
          expect(alike(ours.firstError, theirs.S1_conf![j]!)).toBe(true);
          expect(alike(ours.totalError, theirs.ST_conf![j]!)).toBe(true);
        });
      else
        elementaryEffects(design, outcomes, '1').forEach((ours, j) => {
          expect(ours.mu).toBeCloseTo(theirs.mu![j]!, 10);
          expect(ours.muStar).toBeCloseTo(theirs.mu_star![j]!, 10);
          expect(ours.sigma).toBeCloseTo(theirs.sigma![j]!, 10);
          expect(alike(ours.high - ours.muStar, theirs.mu_star_conf![j]!)).toBe(true);
        });
    });
  });
});

/** Two standard deviations of 500 resamples each differ by 4.5 % (SD of their ratio); five of that is 22 %. */
const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.22 * Math.max(a, b) + 1e-12;

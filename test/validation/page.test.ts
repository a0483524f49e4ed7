import { expect, it } from 'vitest';
import { figureOf } from '../../src/validation/figure.js';
import type { JudgedRow, JudgedTarget } from '../../src/validation/judge-targets.js';
import { htmlPage, markdownPage, summary } from '../../src/validation/page.js';
import { target } from './sample-target.js';

const row = (at: string, simulated: number | undefined, changes: Partial<JudgedRow> = {}): JudgedRow => ({
  kind: 'band',
  arm: 'main',
  at,
  quantity: '',
  published: { arm: 'main', mean: 1.5, error: 0.1, error_kind: 'sem', n: 7 },
  lo: 1,
  hi: 2,
  ...(simulated === undefined
    ? { reason: 'no "glow" <here>' }
    : {
        verdict: {
          simulated,
          size: simulated,
          interval: [simulated - 0.1, simulated + 0.1],
          lo: 1,
          hi: 2,
          pass: simulated <= 2,
        },
      }),
  ...changes,
});
const judged = (rows: readonly JudgedRow[], pass: boolean | null): JudgedTarget => ({
  target: target(),
  rows,
  pass,
  notes: ['a note'],
});
const FACTS = { leucell: '1', model: '2', method: 'exact', cells: '20 cells', volume: '5 um3', seed: '1' };

it('draws a course over time where there are three times, else strips, and nothing of nothing', () => {
  const over = figureOf(judged([row('30', 1.2), row('60', 1.7), row('90', 1.4)], true))!;
  expect(over).toContain('>90</text>');
  expect(over.match(/<circle/g)).toHaveLength(6);
  expect(over.match(/<rect/g)).toHaveLength(3);
  const strip = figureOf(judged([row('30', 1.2), row('', 5)], false))!;
  expect(strip.match(/<rect/g)).toHaveLength(2);
  expect(figureOf(judged([row('30', undefined)], null))).toBeUndefined();
});

it('puts the simulated mean inside the band on the figure exactly where it is inside the band', () => {
  const strip = figureOf(judged([row('', 1.5)], true))!;
  const [, x, width] = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(strip)!.map(Number);
  const [, dot] = /<circle cx="([\d.]+)"/.exec(strip)!.map(Number);
  expect(dot).toBeCloseTo(x! + width! / 2, 0);
});

it('says on a page what passed, what failed and why something was not evaluated', () => {
  const all = [
    judged([row('30', 1.2)], true),
    judged([row('60', undefined)], null),
    judged([row('90', 3)], false),
  ];
  expect(summary(all)).toBe(
    '0 of 0 calibration targets and 1 of 2 validation targets hold; 1 could not be evaluated.',
  );
  const html = htmlPage(all, FACTS);
  expect(html).toContain('no &quot;glow&quot; &lt;here&gt;');
  expect(html).toContain('1.2 [1.1, 1.3]');
  const page = markdownPage(all, FACTS, (id) => `figures/${id}.svg`);
  expect(page).toContain('![a target](figures/t.svg)');
  expect(page).toContain('| main | 90 | 1.5 ± 0.1 | 3 [2.9, 3.1] | 1 to 2 | fail |');
});

import type { Comparison, Effect } from '../analysis/compare/compare.js';
import type { DrawnEffect } from '../analysis/compare/draws.js';
import { verdictOf } from '../analysis/compare/verdict.js';
import { columns, type Format, heading } from '../language/columns.js';

import type { Plan } from '../scenario/plan.js';
import { pointValues } from '../scenario/points.js';
import { comparedHow, comparedWhom, drawnHow } from './messages.js';
import { plain } from './numbers.js';

/** The comparison as text or Markdown: a table for every condition at every point of the sweep. */
export function compareTable(comparison: Comparison, plan: Plan, format: Format): string {
  const { baseline, margin, effects } = comparison;
  const percent = `${Number((100 * margin).toPrecision(4))} %`;
  const head = [
    'outcome',
    'baseline',
    'condition',
    'difference',
    'ratio',
    'p (Holm)',
    `within ${percent}, p`,
    'cells up, down',
    'verdict',
  ];
  const row = (e: Effect): readonly string[] => [
    `${e.outcome.title}, ${e.outcome.unit}`,
    plain(e.baseline),
    plain(e.condition),
    spread(e.difference, e.differenceInterval),
    spread(e.ratio, e.ratioInterval),
    chance(e.pHolm),
    chance(e.pEquivalentHolm),
    `${share(e.shareUp)}, ${share(e.shareDown)}`,
    verdictOf(e),
  ];
  const groups = Array.from({ length: comparison.points }, (_, point) =>
    comparison.conditions.map((condition) => ({
      title: `${condition} against ${baseline}${at(plan, point)}`,
      rows: effects.filter((e) => e.point === point && e.conditionName === condition),
    })),
  ).flat();
  const body = groups.map(
    ({ title, rows }) => heading(title, format) + columns(head, rows.map(row), format, head.slice(1, -1)),
  );
  return `${body.join('\n')}\n${comparedWhom(effects)}\n${comparedHow(effects.length, percent)}\n`;
}

/** Effects over the points of a sweep taken as draws of parameters. */
export function drawsTable(drawn: readonly DrawnEffect[], format: Format): string {
  const head = [
    'condition',
    'outcome',
    'draws',
    'difference',
    'middle 95 %',
    'SE of cells',
    'SD of parameters',
    'same sign',
  ];
  const rows = drawn.map((d) => [
    d.condition,
    `${d.outcome}, ${d.unit}`,
    String(d.draws),
    plain(d.difference),
    `[${plain(d.low)}, ${plain(d.high)}]`,
    plain(d.cellError),
    plain(d.parameterDeviation),
    share(d.sameSign),
  ]);
  return `${columns(head, rows, format, head.slice(2))}\n${drawnHow()}\n`;
}

const at = (plan: Plan, point: number): string =>
  plan.axes.length === 0
    ? ''
    : `, ${plan.axes.map(({ path, unit }, i) => `${path} ${plain(pointValues(plan, point)[i]!)} ${unit}`).join(', ')}`;

const spread = (value: number, { low, high }: { readonly low: number; readonly high: number }): string =>
  Number.isFinite(value) ? `${plain(value)} [${plain(low)}, ${plain(high)}]` : '-';

const chance = (p: number): string => (p < 0.001 ? '<0.001' : Number.isNaN(p) ? '-' : p.toFixed(3));

const share = (x: number): string => `${Math.round(100 * x)} %`;

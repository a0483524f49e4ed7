import type { ConditionSummary, Estimate, Summary } from '../analysis/summary.js';
import type { Plan } from '../scenario/plan.js';
import { pointValues } from '../scenario/points.js';
import type { Colours } from './io.js';
import { foldNote, moreRows, noOutcomes, summaryTitle } from './messages.js';
import { plain } from './numbers.js';
import { textTable } from './text-table.js';

const MOST_ROWS = 40;

/** The table after a run: outcomes by condition, or with a sweep a row for every point and condition. */
export function summaryTable(summary: Summary, plan: Plan, colours: Colours): string {
  if (summary.outcomes.length === 0) return `${noOutcomes()}\n`;
  const cells = Math.max(...summary.conditions.map((c) => c.cells));
  const folds = summary.outcomes.some((o) => o.fold) && plan.conditionNames.length > 1;
  return [
    `${colours.bold(summaryTitle(plan.duration_s / 3600, cells))}\n\n`,
    plan.axes.length === 0 ? byOutcome(summary, colours) : byPoint(summary, plan, colours),
    folds ? `\n${colours.dim(foldNote(plan.conditionNames[0]!))}\n` : '',
  ].join('');
}

function byOutcome({ outcomes, conditions }: Summary, colours: Colours): string {
  const head = ['', ...conditions.map((c) => colours.bold(c.condition))];
  const rows = outcomes.map(({ title, unit }, i) => [
    `${title}, ${unit}`,
    ...conditions.map((c) => withInterval(c.estimates[i]!)),
  ]);
  return textTable([head, ...rows]);
}

function byPoint({ outcomes, conditions }: Summary, plan: Plan, colours: Colours): string {
  const head = [
    ...plan.axes.map((axis) => `${axis.path}, ${axis.unit}`),
    'condition',
    ...outcomes.map(({ short, unit }) => `${short}, ${unit}`),
  ];
  const row = (c: ConditionSummary) => [
    ...pointValues(plan, c.point).map(plain),
    c.condition,
    ...c.estimates.map(withHalfWidth),
  ];
  const shown = conditions.slice(0, MOST_ROWS);
  const more = conditions.length - shown.length;
  return (
    textTable([head.map((word) => colours.bold(word)), ...shown.map(row)]) +
    (more > 0 ? `${moreRows(more)}\n` : '')
  );
}

const withInterval = ({ value, low, high }: Estimate): string =>
  Number.isNaN(low) ? plain(value) : `${plain(value)} [${plain(low)}, ${plain(high)}]`;

const withHalfWidth = ({ value, low, high }: Estimate): string =>
  Number.isFinite(high - low) ? `${plain(value)} ±${plain((high - low) / 2)}` : plain(value);

/** The same as data. */
export const summaryData = (summary: Summary, plan: Plan) =>
  summary.conditions.map(({ point, condition, cells, estimates }) => ({
    condition,
    point,
    ...(plan.axes.length === 0
      ? {}
      : { at: Object.fromEntries(plan.axes.map((axis, i) => [axis.path, pointValues(plan, point)[i]])) }),
    cells,
    outcomes: Object.fromEntries(
      summary.outcomes.map(({ id, unit }, i) => [id, { unit, ...finite(estimates[i]!) }]),
    ),
  }));

const finite = ({ value, low, high, n }: Estimate) => ({
  value: orNull(value),
  low: orNull(low),
  high: orNull(high),
  n,
});
const orNull = (x: number): number | null => (Number.isFinite(x) ? x : null);

import type { Comparison, Effect } from '../../analysis/compare/compare.js';
import { verdictOf } from '../../analysis/compare/verdict.js';
import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import type { Figure } from '../figure.js';
import { between, chance, csv, listed } from '../format.js';
import { SERIES_COUNT } from '../palette.js';
import { type Frame, horizontalAxis, logScale } from './frame.js';

const WIDTH = 660;
const LEFT = 196;
const RIGHT = 440;
const ROW = 17;
const TITLE = 18;
const GAP = 7;
const TICKS = [0.05, 0.1, 0.2, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 50, 100, 200, 500];

/** Every effect as a ratio to the baseline with its interval, at one point of the sweep. */
export function forest(comparison: Comparison, conditions: readonly string[], point: number): Figure {
  const effects = comparison.effects.filter(
    (e) =>
      e.point === point &&
      Number.isFinite(e.ratio) &&
      e.ratioInterval.low > 0 &&
      Number.isFinite(e.ratioInterval.high),
  );
  const groups = comparison.outcomes
    .map((outcome) => effects.filter((e) => e.outcome === outcome))
    .filter((group) => group.length > 0);
  const height = 34 + groups.reduce((sum, group) => sum + TITLE + group.length * ROW + GAP, 0) + 36;
  const frame: Frame = { left: LEFT, right: RIGHT, top: 30, bottom: height - 38 };
  const bounds = effects.flatMap((e) => [e.ratioInterval.low, e.ratioInterval.high]);
  const x = logScale(
    [...bounds.map((b) => b * 0.95), ...bounds.map((b) => b * 1.05), 0.8, 1.25],
    LEFT,
    RIGHT,
  );
  const [least, most] = x.domain() as [number, number];
  const ticks = spaced(
    TICKS.filter((t) => t >= least && t <= most),
    (t) => x(t),
  );
  const { margin } = comparison;
  let top = frame.top;
  const rows = groups.map((group) => {
    const at = top;
    top += TITLE + group.length * ROW + GAP;
    return (
      element('text', { x: 4, y: at + 13, class: 'strong' }, escaped(group[0]!.outcome.title)) +
      group
        .map((e, i) => row(e, at + TITLE + i * ROW + 9, (v) => x(v), conditions.indexOf(e.conditionName)))
        .join('')
    );
  });
  return {
    id: 'forest',
    section: 'effects',
    title: `Effects as ratios to ${comparison.baseline}`,
    caption: `Ratio of means with 95 % interval. Full marks: different after Holm's correction (5 %). Shaded: within ${Math.round(100 * margin)} % of the baseline.`,
    description: listed(
      effects.map(
        (e) =>
          `${e.outcome.title}, ${e.conditionName}: ${between(e.ratio, e.ratioInterval)}, ${verdictOf(e)}`,
      ),
    ),
    width: WIDTH,
    height,
    body:
      element('rect', {
        class: 'margin',
        x: x(1 - margin),
        y: frame.top - 6,
        width: x(1 + margin) - x(1 - margin),
        height: frame.bottom - frame.top + 6,
      }) +
      ticks
        .map((t) =>
          element('path', {
            class: t === 1 ? 'axis' : 'gridline',
            d: `M${x(t)},${frame.top - 6}V${frame.bottom}`,
          }),
        )
        .join('') +
      element('text', { class: 'soft', x: RIGHT + 14, y: 16 }, 'ratio [95 %]') +
      element('text', { class: 'soft', x: WIDTH - 62, y: 16 }, 'p (Holm)') +
      rows.join('') +
      horizontalAxis(x, frame, `times ${comparison.baseline}`, ticks),
    legend: [],
    csv: csv(
      ['outcome', 'condition', 'ratio', 'low', 'high', 'p_holm'],
      effects.map((e) => [
        e.outcome.id,
        e.conditionName,
        e.ratio,
        e.ratioInterval.low,
        e.ratioInterval.high,
        e.pHolm,
      ]),
    ),
  };
}

function row(e: Effect, y: number, x: (ratio: number) => number, condition: number): string {
  const mark = { cx: x(e.ratio), cy: y, r: 4.5 };
  return element(
    'g',
    { class: `c${condition} s${condition % SERIES_COUNT}` },
    element(
      'title',
      {},
      escaped(`${e.outcome.title}, ${e.conditionName}: ${between(e.ratio, e.ratioInterval)}`),
    ),
    element('text', { x: 12, y: y + 4, class: 'soft' }, escaped(shortened(e.conditionName))),
    element('path', { class: 'whisker', d: `M${x(e.ratioInterval.low)},${y}H${x(e.ratioInterval.high)}` }),
    element('circle', { class: e.pHolm < 0.05 ? 'dot' : 'ring', ...mark }),
    element('text', { x: RIGHT + 14, y: y + 4 }, between(e.ratio, e.ratioInterval)),
    element('text', { x: WIDTH - 62, y: y + 4 }, escaped(chance(e.pHolm))),
  );
}

/** A name that fits left of the plot; in full it stands in the row's title. */
const shortened = (name: string): string => (name.length > 29 ? `${name.slice(0, 28)}…` : name);

/** Ticks that leave room for each other's numbers; 1 stays. */
function spaced(ticks: readonly number[], at: (tick: number) => number): readonly number[] {
  const kept = ticks.includes(1) ? [1] : [];
  for (const tick of ticks) if (kept.every((other) => Math.abs(at(tick) - at(other)) >= 30)) kept.push(tick);
  return kept.sort((a, b) => a - b);
}

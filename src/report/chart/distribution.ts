import type { ComparedOutcome } from '../../analysis/compare/outcomes.js';
import { element, short } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import type { Figure } from '../figure.js';
import { csv, figure, listed, sentence } from '../format.js';
import { SERIES_COUNT } from '../palette.js';
import { horizontalAxis, scaleWithZero } from './frame.js';

const WIDTH = 380;
const ROW = 56;
const LEFT = 14;
const BINS = 28;

/** How cells differ within each condition: a histogram, the middle half and the median, row by row. */
export function distribution(
  outcome: ComparedOutcome,
  rows: readonly { readonly condition: string; readonly values: readonly number[] }[],
): Figure {
  const height = rows.length * ROW + 58;
  const frame = { left: LEFT, right: WIDTH - 14, top: 12, bottom: height - 38 };
  const x = scaleWithZero(
    rows.flatMap(({ values }) => values),
    frame.left,
    frame.right,
  );
  const [low, high] = x.domain() as [number, number];
  const summaries = rows.map(({ condition, values }) => ({ condition, ...summaryOf(values, low, high) }));
  const most = Math.max(1, ...summaries.flatMap(({ counts }) => counts));
  const body = summaries.map(({ condition, n, median, q1, q3, counts }, i) => {
    const base = frame.top + (i + 1) * ROW - 8;
    const outline = counts.map((count, bin) => {
      const y = short(base - (count / most) * (ROW - 30));
      return `${bin === 0 ? `M${short(x(edge(bin, low, high)))},${base}V${y}` : `V${y}`}H${short(x(edge(bin + 1, low, high)))}`;
    });
    return element(
      'g',
      { class: `c${i} s${i % SERIES_COUNT}` },
      element('path', { class: 'bar', d: `${outline.join('')}V${base}Z` }),
      n === 0 ? '' : element('path', { class: 'whisker', d: `M${short(x(q1))},${base + 3}H${short(x(q3))}` }),
      n === 0 ? '' : element('circle', { class: 'ring', cx: x(median), cy: base + 3, r: 3.5 }),
      element('text', { x: LEFT, y: base - ROW + 20, class: 'small' }, escaped(`${condition} (${n} cells)`)),
    );
  });
  return {
    id: `cells-${outcome.id.replaceAll('_', '-')}`,
    section: 'cells',
    title: `${sentence(outcome.title)}, ${outcome.unit}`,
    caption: 'Each cell is one count. Bar: middle half of cells; ring: median.',
    description: listed(
      summaries.map(
        (s) => `${s.condition}: median ${figure(s.median)}, middle half ${figure(s.q1)} to ${figure(s.q3)}`,
      ),
    ),
    width: WIDTH,
    height,
    body: body.join('') + horizontalAxis(x, frame, outcome.unit, x.ticks(5), x.tickFormat(5)),
    legend: [],
    csv: csv(
      ['condition', 'from', 'to', 'cells'],
      summaries.flatMap(({ condition, counts }) =>
        counts.map((count, bin) => [condition, edge(bin, low, high), edge(bin + 1, low, high), count]),
      ),
    ),
  };
}

const edge = (bin: number, low: number, high: number): number => low + (bin / BINS) * (high - low);

function summaryOf(values: readonly number[], low: number, high: number) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number): number => {
    const k = p * (sorted.length - 1);
    const i = Math.floor(k);
    return (sorted[i] ?? Number.NaN) + (k - i) * ((sorted[i + 1] ?? sorted[i] ?? 0) - (sorted[i] ?? 0));
  };
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values)
    counts[Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS))]! += 1;
  return { n: values.length, median: at(0.5), q1: at(0.25), q3: at(0.75), counts };
}

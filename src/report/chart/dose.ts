import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ComparedOutcome } from '../../analysis/compare/outcomes.js';
import type { Axis } from '../../analysis/findings.js';
import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import type { Figure } from '../figure.js';
import { csv, figure, lean, listed, sentence } from '../format.js';
import { ramp, SERIES_COUNT } from '../palette.js';
import { horizontalAxis, scaleWithZero, verticalAxis } from './frame.js';
import { readAxis } from './sweep-axis.js';

/** What cells of one condition came to at every point of the sweep: mean with its 95 % interval. */
export interface Response {
  readonly condition: string;
  readonly points: readonly { readonly value: number; readonly low: number; readonly high: number }[];
}

const WIDTH = 380;
const HEIGHT = 240;
const FRAME = { left: 56, right: WIDTH - 14, top: 22, bottom: HEIGHT - 36 };

/** An outcome against the one axis of a sweep, condition by condition. */
export function doseResponse(outcome: ComparedOutcome, axis: Axis, responses: readonly Response[]): Figure {
  const read = readAxis(axis);
  const order = axis.values.map((_, i) => i).sort((a, b) => axis.values[a]! - axis.values[b]!);
  const ends = [Math.min(...axis.values), Math.max(...axis.values)];
  const scale = scaleLinear(
    ends.map((v) => v * read.factor),
    [FRAME.left, FRAME.right],
  );
  const x = (value: number) => scale(value * read.factor);
  const said = (value: number) => `${lean(value * read.factor)} ${read.unit}`;
  const y = scaleWithZero(
    responses.flatMap(({ points }) => points.flatMap((p) => [p.value, p.low, p.high])),
    FRAME.bottom,
    FRAME.top,
  );
  const drawn = responses.map(({ condition, points }, i) => {
    const known = order.filter((p) => Number.isFinite(points[p]?.value));
    const path = line<number>()
      .x((p) => x(axis.values[p]!))
      .y((p) => y(points[p]!.value))(known);
    const marks = known.map((p) => {
      const { value, low, high } = points[p]!;
      const at = x(axis.values[p]!);
      const whisker = Number.isFinite(low)
        ? element('path', {
            class: 'whisker',
            d: `M${at.toFixed(1)},${y(low).toFixed(1)}V${y(high).toFixed(1)}`,
          })
        : '';
      const title = element(
        'title',
        {},
        escaped(
          `${condition}, ${read.name} ${said(axis.values[p]!)}: ${figure(value)} [${figure(low)}, ${figure(high)}]`,
        ),
      );
      return element(
        'g',
        {},
        title,
        whisker,
        element('circle', { class: 'dot', cx: at, cy: y(value), r: 3.5 }),
      );
    });
    return element(
      'g',
      { class: `c${i} s${i % SERIES_COUNT}` },
      element('path', { class: 'line', d: path ?? 'M0,0' }),
      ...marks,
    );
  });
  return {
    id: `dose-${outcome.id.replaceAll('_', '-')}`,
    section: 'dose',
    title: `${sentence(outcome.title)}, ${outcome.unit}`,
    caption: `Against ${read.name}. Mean over cells with 95 % interval.`,
    description: listed(
      responses.map(({ condition, points }) => {
        const outer = [order[0]!, order[order.length - 1]!].map(
          (p) => `${figure(points[p]!.value)} at ${said(axis.values[p]!)}`,
        );
        return `${condition}: ${outer.join(' and ')}`;
      }),
    ),
    width: WIDTH,
    height: HEIGHT,
    body:
      verticalAxis(y, FRAME, outcome.unit) +
      horizontalAxis(scale, FRAME, `${read.name}, ${read.unit}`, scale.ticks(6), scale.tickFormat(6)) +
      drawn.join(''),
    legend: responses.map(({ condition }) => condition),
    csv: csv(
      ['condition', axis.path, 'mean', 'low', 'high'],
      responses.flatMap(({ condition, points }) =>
        order.map((p) => [condition, axis.values[p]!, points[p]!.value, points[p]!.low, points[p]!.high]),
      ),
    ),
  };
}

/** An outcome over two axes of a sweep in one condition: a square for every combination, darker for more between `low` and `high`. */
export function doseSurface(
  outcome: ComparedOutcome,
  axes: readonly [Axis, Axis],
  { condition, points }: Response,
  place: number,
  [low, high]: readonly [number, number],
): Figure {
  const [across, up] = [readAxis(axes[0]), readAxis(axes[1])];
  const [columns, rows] = axes.map(({ values }) => [...new Set(values)].sort((a, b) => a - b)) as [
    number[],
    number[],
  ];
  const frame = { left: 60, right: WIDTH - 14, top: 26, bottom: 30 + rows.length * 34 };
  const width = (frame.right - frame.left) / columns.length;
  const known = points.map(({ value }) => value).filter(Number.isFinite);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = scaleLinear([0, columns.length], [frame.left, frame.right]);
  const squares = points.map(({ value }, p) => {
    if (!Number.isFinite(value)) return '';
    const [i, j] = [columns.indexOf(axes[0].values[p]!), rows.indexOf(axes[1].values[p]!)];
    const { fill, ink } = ramp((value - low) / (high - low || 1));
    const top = frame.bottom - (j + 1) * 34;
    return (
      element('rect', { x: x(i) + 0.5, y: top + 0.5, width: width - 1, height: 33, fill }) +
      (width < 34
        ? ''
        : element(
            'text',
            { x: x(i + 0.5), y: top + 21, 'text-anchor': 'middle', class: 'small', style: `fill:${ink}` },
            escaped(figure(value)),
          ))
    );
  });
  const names = rows.map((value, j) =>
    element(
      'text',
      { class: 'soft', x: frame.left - 6, y: frame.bottom - j * 34 - 13, 'text-anchor': 'end' },
      lean(value * up.factor),
    ),
  );
  return {
    id: `dose-${outcome.id.replaceAll('_', '-')}-${place}`,
    section: 'dose',
    title: `${sentence(outcome.title)}, ${outcome.unit}: ${condition}`,
    caption: `Across: ${across.name}. Up: ${up.name}. Mean over cells; the same shades in every condition.`,
    description: `From ${figure(least)} to ${figure(most)} ${outcome.unit} over ${columns.length} by ${rows.length} combinations.`,
    width: WIDTH,
    height: frame.bottom + 40,
    body:
      squares.join('') +
      names.join('') +
      element('text', { class: 'soft', x: 4, y: 14 }, escaped(`${up.name}, ${up.unit}`)) +
      horizontalAxis(
        x,
        frame,
        `${across.name}, ${across.unit}`,
        columns.map((_, i) => i + 0.5),
        (t) => lean(columns[Math.floor(t)]! * across.factor),
      ),
    legend: [],
    csv: csv(
      [axes[0].path, axes[1].path, 'mean', 'low', 'high'],
      points.map((p, i) => [axes[0].values[i]!, axes[1].values[i]!, p.value, p.low, p.high]),
    ),
  };
}

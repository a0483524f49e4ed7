import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';

export type Scale = ScaleContinuousNumeric<number, number>;

/** The inside of a chart: where its axes stand. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A linear scale over these numbers and 0, ending on round numbers. */
export function scaleWithZero(values: Iterable<number>, from: number, to: number): Scale {
  let [low, high] = [0, 0];
  for (const x of values)
    if (Number.isFinite(x)) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  return scaleLinear([low, high > low ? high : low + 1], [from, to]).nice(5);
}

/** A logarithmic scale over these numbers above 0. */
export function logScale(values: Iterable<number>, from: number, to: number): Scale {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const x of values)
    if (Number.isFinite(x) && x > 0) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  return scaleLog([low, high], [from, to]);
}

/** Horizontal grid lines with their numbers, and the name of the axis above them. */
export function verticalAxis(scale: Scale, { left, right, top }: Frame, name: string, ticks = 5): string {
  const format = scale.tickFormat(ticks);
  const lines = scale.ticks(ticks).map(
    (tick) =>
      element('path', {
        class: tick === 0 ? 'axis' : 'gridline',
        d: `M${left},${Math.round(scale(tick)) + 0.5}H${right}`,
      }) +
      element('text', { class: 'soft', x: left - 6, y: scale(tick) + 4, 'text-anchor': 'end' }, format(tick)),
  );
  return lines.join('') + element('text', { class: 'soft', x: 4, y: top - 9 }, escaped(name));
}

/** Ticks with numbers below the chart, and the name of the axis at its right end. */
export function horizontalAxis(
  scale: Scale,
  { left, right, bottom }: Frame,
  name: string,
  ticks: readonly number[],
  format: (tick: number) => string = String,
): string {
  const marks = ticks.map(
    (tick) =>
      element('path', { class: 'axis', d: `M${Math.round(scale(tick)) + 0.5},${bottom}v4` }) +
      element(
        'text',
        { class: 'soft', x: scale(tick), y: bottom + 16, 'text-anchor': 'middle' },
        format(tick),
      ),
  );
  return (
    element('path', { class: 'axis', d: `M${left},${bottom + 0.5}H${right}` }) +
    element('g', { class: 'ticks' }, ...marks) +
    element('text', { class: 'soft', x: right, y: bottom + 30, 'text-anchor': 'end' }, escaped(name))
  );
}

/** Hours on which a time axis has its ticks: a day's divisions, not tenths. */
export function hourTicks(start_h: number, end_h: number): readonly number[] {
  const span = end_h - start_h;
  const step = [0.25, 0.5, 1, 2, 3, 4, 6, 12, 24, 48, 96, 168].find((s) => span / s <= 7) ?? 336;
  const ticks = [];
  for (let t = Math.ceil(start_h / step) * step; t <= end_h + 1e-9; t += step) ticks.push(t);
  return ticks;
}

import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { element, short } from '../../markup/element.js';
import type { Figure, SectionId } from '../figure.js';
import { csv, figure, lean, listed } from '../format.js';
import { SERIES_COUNT } from '../palette.js';
import { horizontalAxis, hourTicks, scaleWithZero, verticalAxis } from './frame.js';

/** One condition's course; the band may be missing. */
export interface Course {
  readonly condition: string;
  readonly time_s: ArrayLike<number> & Iterable<number>;
  readonly mean: ArrayLike<number> & Iterable<number>;
  readonly low?: ArrayLike<number> & Iterable<number>;
  readonly high?: ArrayLike<number> & Iterable<number>;
}
export interface CourseText {
  readonly id: string;
  readonly section: SectionId;
  readonly title: string;
  readonly unit: string;
  readonly caption: string;
  /** Between which values it can lie at all: neither axis nor band are drawn beyond. */
  readonly bounds?: readonly [number, number];
}

const WIDTH = 380;
const HEIGHT = 236;
const FRAME = { left: 52, right: WIDTH - 12, top: 22, bottom: HEIGHT - 36 };
/** More points than pixels are not seen. */
const MOST_POINTS = 240;

/** Conditions side by side over time: means as lines, intervals as bands. */
export function timeCourse(
  { id, section, title, unit, caption, bounds }: CourseText,
  given: readonly Course[],
): Figure {
  const courses = given.map(thinned);
  const bounded = (value: number) =>
    bounds === undefined ? value : Math.min(bounds[1], Math.max(bounds[0], value));
  const times = courses.flatMap((c) => [c.time_s[0]!, c.time_s[c.time_s.length - 1]!]);
  const [start_h, end_h] = [Math.min(...times) / 3600, Math.max(...times) / 3600];
  const x = scaleLinear([start_h, end_h], [FRAME.left, FRAME.right]);
  const y = scaleWithZero(
    courses.flatMap((c) => [...c.mean, ...(c.low ?? []), ...(c.high ?? [])].map(bounded)),
    FRAME.bottom,
    FRAME.top,
  );
  const drawn = courses.map((c, i) =>
    series(
      c,
      i,
      (t) => x(t / 3600),
      (value) => y(bounded(value)),
    ),
  );
  return {
    id,
    section,
    title: `${title}, ${unit}`,
    caption,
    description: `Over ${lean(end_h - start_h)} h. ${listed(courses.map((c) => inWords(c, unit)))}.`,
    width: WIDTH,
    height: HEIGHT,
    body:
      verticalAxis(y, FRAME, unit) +
      horizontalAxis(x, FRAME, 'time, h', hourTicks(start_h, end_h)) +
      plot(drawn),
    legend: courses.map((c) => c.condition),
    csv: csv(
      ['condition', 'time_s', 'mean', 'low', 'high'],
      courses.flatMap((c) =>
        [...c.time_s].map((t, i) => [
          c.condition,
          t,
          c.mean[i]!,
          c.low?.[i] ?? Number.NaN,
          c.high?.[i] ?? Number.NaN,
        ]),
      ),
    ),
    timeAxis: { from: FRAME.left, to: FRAME.right, start_h, end_h },
  };
}

function series(
  course: Course,
  i: number,
  x: (time_s: number) => number,
  y: (value: number) => number,
): string {
  const points = Array.from(course.time_s, (_, k) => k);
  const at = (k: number): number => tenth(x(course.time_s[k]!));
  const path = line<number>()
    .defined((k) => Number.isFinite(course.mean[k]))
    .x(at)
    .y((k) => tenth(y(course.mean[k]!)))(points);
  const band = area<number>()
    .defined((k) => Number.isFinite(course.low?.[k]) && Number.isFinite(course.high?.[k]))
    .x(at)
    .y0((k) => tenth(y(course.low![k]!)))
    .y1((k) => tenth(y(course.high![k]!)))(points);
  return element(
    'g',
    { class: `c${i} s${i % SERIES_COUNT}` },
    band ? element('path', { class: 'band', d: band }) : '',
    element('path', { class: 'line', d: path ?? `M${short(at(0))},0` }),
  );
}

/** The inside of the chart as a picture of its own, so that a page can show a part of its time by another viewBox. */
function plot(drawn: readonly string[]): string {
  const [x, y, width, height] = [
    FRAME.left,
    FRAME.top - 4,
    FRAME.right - FRAME.left,
    FRAME.bottom - FRAME.top + 8,
  ];
  const viewBox = [x, y, width, height].join(' ');
  return element(
    'svg',
    { class: 'plot', x, y, width, height, viewBox, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...drawn,
  );
}

const tenth = (pixel: number): number => Math.round(pixel * 10) / 10;

function thinned(course: Course): Course {
  const n = course.time_s.length;
  if (n <= MOST_POINTS) return course;
  const step = Math.ceil(n / MOST_POINTS);
  const pick = (values: ArrayLike<number> & Iterable<number>) =>
    [...values].filter((_, i) => i % step === 0 || i === n - 1);
  return {
    condition: course.condition,
    time_s: pick(course.time_s),
    mean: pick(course.mean),
    ...(course.low && course.high ? { low: pick(course.low), high: pick(course.high) } : {}),
  };
}

function inWords({ condition, mean, time_s }: Course, unit: string): string {
  const known = [...mean].map((value, i) => ({ value, i })).filter(({ value }) => Number.isFinite(value));
  if (known.length === 0) return `${condition}: not measured`;
  const top = known.reduce((a, b) => (b.value > a.value ? b : a));
  const last = known[known.length - 1]!;
  return `${condition}: from ${figure(known[0]!.value)} to ${figure(last.value)} ${unit}, at most ${figure(top.value)} after ${lean(time_s[top.i]! / 3600)} h`;
}

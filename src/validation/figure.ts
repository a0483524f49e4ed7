import { escaped } from '../markup/escaped.js';
import type { JudgedRow, JudgedTarget } from './judge-targets.js';

const WIDTH = 420;
const STRIP = 22;
const LABEL = 190;
const COURSE = { height: 190, left: 46, right: 14, top: 12, bottom: 28 };
const COLOURS = { band: '#dcdcdc', simulated: '#1f6fb4', published: '#b0413e', text: '#333' };

/**
 * A target as SVG: over time where an arm was measured at three times or more, else a strip a row with the band in its
 * middle. Grey is the band, red the published mean with its error, blue the simulated mean with its 95 % interval.
 */
export function figureOf(judged: JudgedTarget): string | undefined {
  const bands = judged.rows.filter((row) => row.verdict !== undefined && row.lo !== null && row.hi !== null);
  if (bands.length === 0) return undefined;
  const timed = bands.filter(
    (row) => /^-?[\d.]+$/.test(row.at) && row.arm === bands[0]!.arm && row.quantity === bands[0]!.quantity,
  );
  const { title, unit } = judged.target;
  const [height, inside] =
    timed.length >= 3 && timed.length === bands.length ? course(timed, unit) : strips(bands);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="11" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title>${inside}</svg>`;
}

/** What is drawn of a target, with its height. */
type Drawn = readonly [height: number, inside: string];

function course(rows: readonly JudgedRow[], unit: string): Drawn {
  const { height, left, right, top, bottom } = COURSE;
  const points = rows.map((row) => ({ t: Number(row.at), row, own: row.verdict! }));
  const values = points.flatMap(({ row, own }) => [
    row.lo!,
    row.hi!,
    own.simulated,
    ...finite(own.interval),
    ...withError(row),
  ]);
  const [least, most] = [Math.min(0, ...values), Math.max(...values) * 1.05];
  const last = Math.max(...points.map((p) => p.t));
  const x = (t: number) => left + ((WIDTH - left - right) * t) / (last || 1);
  const y = (v: number) => top + (height - top - bottom) * (1 - (v - least) / (most - least));
  const line = points
    .map(({ t, own }, i) => `${i === 0 ? 'M' : 'L'}${at(x(t))} ${at(y(own.simulated))}`)
    .join('');
  return [
    height,
    [
      ...points.map(({ t, row }) => rect(x(t) - 5, y(row.hi!), 10, y(row.lo!) - y(row.hi!), COLOURS.band)),
      `<path d="${line}" fill="none" stroke="${COLOURS.simulated}"/>`,
      ...points.map(({ t, own }) =>
        mark(x(t), y(own.simulated), finite(own.interval).map(y), COLOURS.simulated, 'vertical'),
      ),
      ...points.flatMap(({ t, row }) =>
        row.published?.mean == null
          ? []
          : [
              mark(
                x(t) + 4,
                y(row.published.mean),
                withError(row).slice(1).map(y),
                COLOURS.published,
                'vertical',
              ),
            ],
      ),
      ...points.map(({ t }) => label(x(t), height - 12, String(t), 'middle')),
      label(WIDTH - right, height - 1, 'min', 'end'),
      label(left - 6, y(most) + 8, short(most), 'end'),
      label(left - 6, y(least), short(least), 'end'),
      label(4, height - 1, unit, 'start'),
    ].join(''),
  ];
}

/** Each row on its own scale: the band fills the middle third. */
function strips(rows: readonly JudgedRow[]): Drawn {
  const span = WIDTH - LABEL - 8;
  return [
    rows.length * STRIP + 4,
    rows
      .map((row, i) => {
        const [lo, hi] = [row.lo!, row.hi!];
        const size = hi - lo || Math.abs(hi) || 1;
        const x = (v: number) => LABEL + span * Math.min(1, Math.max(0, (1 + (v - lo) / size) / 3));
        const y = i * STRIP + STRIP / 2 + 2;
        const { simulated, interval } = row.verdict!;
        const name = [row.arm, row.at, /\[/.test(row.quantity) ? '' : row.quantity]
          .filter((w) => w !== '')
          .join(' ');
        return [
          label(LABEL - 6, y + 4, name.length > 30 ? `${name.slice(0, 28)}..` : name, 'end'),
          rect(x(lo), y - 8, x(hi) - x(lo), 16, COLOURS.band),
          mark(x(simulated), y - 3, finite(interval).map(x), COLOURS.simulated, 'level'),
          row.published?.mean == null
            ? ''
            : mark(x(row.published.mean), y + 4, withError(row).slice(1).map(x), COLOURS.published, 'level'),
        ].join('');
      })
      .join(''),
  ];
}

const finite = (interval: readonly number[]): readonly number[] => interval.filter(Number.isFinite);

function withError({ published }: JudgedRow): readonly number[] {
  if (published?.mean == null) return [];
  const { mean, error } = published;
  return error == null ? [mean] : [mean, mean - error, mean + error];
}

function mark(
  x: number,
  y: number,
  ends: readonly number[],
  colour: string,
  way: 'level' | 'vertical',
): string {
  const [a, b] = ends;
  const whisker =
    a === undefined || b === undefined
      ? ''
      : way === 'level'
        ? `<path d="M${at(a)} ${at(y)}H${at(b)}" stroke="${colour}"/>`
        : `<path d="M${at(x)} ${at(a)}V${at(b)}" stroke="${colour}"/>`;
  return `${whisker}<circle cx="${at(x)}" cy="${at(y)}" r="3" fill="${colour}"/>`;
}

const at = (v: number): string => v.toFixed(1);
const short = (v: number): string => String(Number(v.toPrecision(2)));
const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}"/>`;
const label = (x: number, y: number, text: string, anchor: string): string =>
  `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" fill="${COLOURS.text}">${escaped(text)}</text>`;

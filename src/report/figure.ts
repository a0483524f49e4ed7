import { element } from '../markup/element.js';
import { escaped } from '../markup/escaped.js';
import { dashOf, SERIES_COUNT, standaloneGround, standaloneStyle } from './palette.js';

/** One figure: what is drawn, what it says in words, and its numbers. */
export interface Figure {
  /** Stable, for links and for `leucell plot --figure`. */
  readonly id: string;
  readonly section: SectionId;
  readonly title: string;
  readonly caption: string;
  /** What a reader who does not see it needs to know. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** Markup inside the svg element. */
  readonly body: string;
  /** Conditions named in a legend; none if the figure names them itself. */
  readonly legend: readonly string[];
  readonly csv: string;
  /** For reading values off under the pointer: pixels and hours of the time axis. */
  readonly timeAxis?: {
    readonly from: number;
    readonly to: number;
    readonly start_h: number;
    readonly end_h: number;
  };
}
export type SectionId =
  | 'given'
  | 'leucine'
  | 'signalling'
  | 'protein'
  | 'oxidation'
  | 'effects'
  | 'pathway'
  | 'lives'
  | 'dose'
  | 'cells';

/** The figure inside a page: styled and coloured by the page. */
export const inlineSvg = (f: Figure): string =>
  element(
    'svg',
    {
      class: 'figure',
      viewBox: `0 0 ${f.width} ${f.height}`,
      role: 'img',
      'aria-labelledby': `${f.id}-title ${f.id}-desc`,
      'data-from': f.timeAxis?.from,
      'data-to': f.timeAxis?.to,
      'data-start': f.timeAxis?.start_h,
      'data-end': f.timeAxis?.end_h,
    },
    element('title', { id: `${f.id}-title` }, escaped(f.title)),
    element('desc', { id: `${f.id}-desc` }, escaped(f.description)),
    f.body,
  );

const TITLE_HEIGHT = 26;
const LEGEND_ROW = 18;
const NOTE_ROW = 14;
/** Mean width of a character of a note, in pixels. */
const NOTE_CHARACTER = 5.4;

/** The figure as a file of its own: with title, legend, light colours, what is to be noted below, and nothing outside itself. */
export function standaloneSvg(f: Figure, note?: string): string {
  const names = f.legend.map((name, i) => ({ name, i, width: 42 + 6.6 * name.length }));
  const rows: { readonly name: string; readonly i: number; readonly x: number; readonly row: number }[] = [];
  let x = 10;
  let row = 0;
  for (const { name, i, width } of names) {
    if (x > 10 && x + width > f.width) {
      x = 10;
      row += 1;
    }
    rows.push({ name, i, x, row });
    x += width;
  }
  const legendHeight = names.length === 0 ? 0 : (row + 1) * LEGEND_ROW + 6;
  const notes = note === undefined ? [] : folded(note, Math.floor((f.width - 20) / NOTE_CHARACTER));
  const noted = f.height + TITLE_HEIGHT + legendHeight;
  const height = noted + (notes.length === 0 ? 0 : notes.length * NOTE_ROW + 6);
  const legend = rows.map((r) =>
    element(
      'g',
      {
        class: `s${r.i % SERIES_COUNT}`,
        transform: `translate(${r.x},${TITLE_HEIGHT + f.height + r.row * LEGEND_ROW + 6})`,
      },
      element('path', { class: 'line', d: 'M0,6H24', 'stroke-dasharray': dashOf(r.i) }),
      element('text', { x: 30, y: 10 }, escaped(r.name)),
    ),
  );
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'figure',
      width: f.width,
      height,
      viewBox: `0 0 ${f.width} ${height}`,
      role: 'img',
      'aria-label': f.title,
    },
    element('title', {}, escaped(f.title)),
    element('desc', {}, escaped(f.description)),
    element('style', {}, standaloneStyle()),
    element('rect', { width: f.width, height, fill: standaloneGround() }),
    element('text', { x: 10, y: 18, class: 'strong' }, escaped(f.title)),
    element('g', { transform: `translate(0,${TITLE_HEIGHT})` }, f.body),
    ...legend,
    ...notes.map((line, i) =>
      element('text', { class: 'soft small', x: 10, y: noted + (i + 1) * NOTE_ROW }, escaped(line)),
    ),
  )}\n`;
}

/** Words in lines of at most so many characters. */
function folded(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

import { scaleLinear } from 'd3-scale';
import type { Life } from '../../analysis/lives.js';
import { element, short } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import type { Figure } from '../figure.js';
import { csv, lean, listed } from '../format.js';
import { horizontalAxis, hourTicks } from './frame.js';

const WIDTH = 380;
const ROW = 9;
const LEGEND = 46;
/** What a molecule was, in words; each has colour and dash of one series. */
const KINDS = [
  ['Leucine@cytosol', 'leucine, cytosol'],
  ['KIC@cytosol', 'KIC'],
  ['BoundLeucine@protein', 'in protein'],
  ['Leucine@rim', 'leucine, membrane'],
  ['seated', 'on Sestrin'],
  ['', 'other'],
] as const;

/** Followed molecules of one cell, a line each: what and where it was through time, with a ring where it was gone. */
export function lifeLines(condition: string, place: number, lives: readonly Life[], end_s: number): Figure {
  const frame = { left: 14, right: WIDTH - 14, top: LEGEND, bottom: LEGEND + lives.length * ROW + 4 };
  const start_s = Math.min(0, ...lives.flatMap(({ stays }) => stays.map(({ from_s }) => from_s)));
  const x = scaleLinear([start_s / 3600, end_s / 3600], [frame.left, frame.right]);
  const at = (time_s: number) => short(x(time_s / 3600));
  const legend = KINDS.map(([, name], k) =>
    element(
      'g',
      {
        class: `s${k}`,
        transform: `translate(${14 + [0, 142, 256][k % 3]!},${12 + 18 * Math.floor(k / 3)})`,
      },
      element('path', { class: 'line', d: 'M0,0H22' }),
      element('text', { class: 'small', x: 27, y: 3.5 }, escaped(name)),
    ),
  );
  const lines = lives.map(({ stays, gone }, i) => {
    const y = frame.top + (i + 0.5) * ROW;
    const last = stays[stays.length - 1];
    return (
      stays
        .map(({ from_s, to_s, now }) =>
          element(
            'g',
            { class: `s${kindOf(now)}` },
            element('path', { class: 'line', d: `M${at(from_s)},${short(y)}H${at(to_s)}` }),
          ),
        )
        .join('') +
      (gone && last !== undefined
        ? element(
            'g',
            { class: `s${kindOf(last.now)}` },
            element('circle', { class: 'ring', cx: x(last.to_s / 3600), cy: y, r: 2.6 }),
          )
        : '')
    );
  });
  return {
    id: `lives-${place}`,
    section: 'lives',
    title: `Followed molecules, ${condition}`,
    caption: `The first ${lives.length} followed molecules of the first cell, a line each. Ring: left the cell, or became what is not followed.`,
    description: described(lives),
    width: WIDTH,
    height: frame.bottom + 38,
    body: element(
      'g',
      { class: `c${place}` },
      ...legend,
      ...lines,
      horizontalAxis(x, frame, 'time, h', hourTicks(start_s / 3600, end_s / 3600)),
    ),
    legend: [],
    csv: csv(
      ['condition', 'molecule', 'from_s', 'to_s', 'now'],
      lives.flatMap(({ molecule, stays }) =>
        stays.map(({ from_s, to_s, now }) => [condition, molecule, from_s, to_s, now]),
      ),
    ),
  };
}

function kindOf(now: string): number {
  const k = KINDS.findIndex(([name]) => name === now);
  return k < 0 ? KINDS.length - 1 : k;
}

function described(lives: readonly Life[]): string {
  const gone = lives.filter((life) => life.gone).length;
  const spent = KINDS.map(() => 0);
  for (const { stays } of lives)
    for (const { from_s, to_s, now } of stays) spent[kindOf(now)]! += to_s - from_s;
  const all = spent.reduce((sum, s) => sum + s, 0);
  const shares = KINDS.flatMap(([, name], k) =>
    spent[k]! > 0 ? [`${name} ${lean((100 * spent[k]!) / all)} %`] : [],
  );
  return `Of ${lives.length} molecules ${gone} were gone before the end. Share of their time: ${listed(shares)}.`;
}

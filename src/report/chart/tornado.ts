import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import type { Figure } from '../figure.js';
import { csv, figure, listed } from '../format.js';
import { horizontalAxis, type Scale, scaleWithZero } from './frame.js';

const WIDTH = 820;
const LEFT = 260;
const RIGHT = 700;
const ROW = 20;
const HEAD = 34;
const FOOT = 48;

/** What one factor does: a bar with its interval, and within it a part of its own. */
export interface TornadoBar {
  readonly factor: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly part?: number;
}
/** The bars of one outcome, drawn from the longest down. */
export interface Tornado {
  readonly title: string;
  /** Of the axis, with its unit. */
  readonly axis: string;
  readonly bars: readonly TornadoBar[];
}

/** What factors do to outcomes, one panel an outcome. */
export function tornado(title: string, caption: string, panels: readonly Tornado[]): Figure {
  let top = 0;
  const drawn = panels.map((panel) => {
    const body = element('g', { transform: `translate(0,${top})` }, panelOf(panel));
    top += heightOf(panel);
    return body;
  });
  return {
    id: 'tornado',
    section: 'effects',
    title,
    caption,
    description: panels
      .map((p) => `${p.title}: ${listed(sorted(p).map((b) => `${b.factor} ${figure(b.value)}`))}.`)
      .join(' '),
    width: WIDTH,
    height: top,
    body: drawn.join(''),
    legend: [],
    csv: csv(
      ['response', 'factor', 'value', 'low', 'high', 'part'],
      panels.flatMap((p) =>
        sorted(p).map((b) => [p.title, b.factor, b.value, b.low, b.high, b.part ?? Number.NaN]),
      ),
    ),
  };
}

const heightOf = ({ bars }: Tornado): number => HEAD + bars.length * ROW + FOOT;

function panelOf(panel: Tornado): string {
  const bars = sorted(panel);
  const bottom = HEAD + bars.length * ROW;
  const x = scaleWithZero(
    bars.flatMap((b) => [b.value, b.low, b.high]),
    LEFT,
    RIGHT,
  );
  return (
    element('text', { x: 4, y: 20, class: 'strong' }, escaped(panel.title)) +
    element('path', { class: 'axis', d: `M${x(0)},${HEAD - 4}V${bottom}` }) +
    bars.map((bar, i) => barOf(bar, HEAD + i * ROW, x)).join('') +
    horizontalAxis(x, { left: LEFT, right: RIGHT, top: HEAD, bottom }, panel.axis, x.ticks(5))
  );
}

function barOf({ factor, value, low, high, part }: TornadoBar, y: number, x: Scale): string {
  const bar = (to: number, className: string) =>
    element('rect', {
      class: className,
      x: Math.min(x(0), x(to)),
      y: y + 3,
      width: Math.abs(x(to) - x(0)),
      height: ROW - 6,
    });
  const known = Number.isFinite(value);
  const sure = Number.isFinite(low) && Number.isFinite(high);
  return element(
    'g',
    { class: 's0' },
    element('text', { x: LEFT - 8, y: y + 14, 'text-anchor': 'end' }, escaped(factor)),
    known ? bar(value, 'bar') : '',
    known && part !== undefined && Number.isFinite(part) ? bar(part, 'dot') : '',
    known && sure ? element('path', { class: 'whisker', d: `M${x(low)},${y + ROW / 2}H${x(high)}` }) : '',
    element('text', { x: RIGHT + 14, y: y + 14 }, figure(value)),
  );
}

const sorted = ({ bars }: Tornado): readonly TornadoBar[] =>
  bars.toSorted((a, b) => (Number.isNaN(b.value) ? -1 : Math.abs(b.value) - Math.abs(a.value) || 0));

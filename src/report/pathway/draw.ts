import { element, short } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import type { Figure } from '../figure.js';
import { csv, figure, listed } from '../format.js';
import {
  FLUXES,
  type Flux,
  HEIGHT,
  NODE,
  NODES,
  type Node,
  SIGNALS,
  type Side,
  type Signal,
  WIDTH,
} from './map.js';

/** What the diagram shows of one condition at one time: values by node and flux; what was not measured is left out. */
export interface State {
  readonly nodes: Readonly<Record<string, number>>;
  /** Molecules per um3 and hour. */
  readonly fluxes: Readonly<Record<string, number>>;
}

/** Width of an arrow for a flux; the square root lets small fluxes be seen beside large ones. */
export const widthOf = (flux: number, largest: number): number =>
  2 + 18 * Math.sqrt(Math.min(1, Math.abs(flux) / (largest || 1)));

/** The diagram of the whole system in one condition. */
export function pathway(
  condition: string,
  place: number,
  state: State,
  largest: number,
  when: string,
): Figure {
  return {
    id: `pathway-${place}`,
    section: 'pathway',
    title: `The whole system: ${condition}`,
    caption: `${when}. Arrows: molecules per um3 and hour, their width grows with the square root. Bars: share of the molecules in the state named.`,
    description: `${listed(NODES.flatMap((n) => inWords(n, state)))}. Fluxes per um3 and hour: ${listed(
      FLUXES.filter((f) => state.fluxes[f.id] !== undefined).map(
        (f) => `${f.name} ${figure(state.fluxes[f.id]!)}`,
      ),
    )}`,
    width: WIDTH,
    height: HEIGHT,
    body:
      GROUND +
      FLUXES.map((f) => arrow(f, state.fluxes[f.id], largest)).join('') +
      SIGNALS.map(signal).join('') +
      NODES.map((n) => box(n, state.nodes[n.id])).join(''),
    legend: [],
    csv: csv(
      ['kind', 'name', 'value'],
      [
        ...NODES.filter((n) => state.nodes[n.id] !== undefined).map((n) => [
          n.kind,
          `${n.name} ${n.state}`,
          state.nodes[n.id]!,
        ]),
        ...FLUXES.filter((f) => state.fluxes[f.id] !== undefined).map((f) => [
          'flux per um3 h',
          f.name,
          state.fluxes[f.id]!,
        ]),
      ],
    ),
  };
}

const GROUND = [
  element('rect', { class: 'plasma', x: 0, y: 0, width: 150, height: HEIGHT }),
  element('rect', { class: 'cytosol', x: 175, y: 14, width: WIDTH - 185, height: HEIGHT - 28, rx: 26 }),
  element('rect', { class: 'lysosome', x: 840, y: 40, width: 256, height: 206, rx: 60 }),
  element('rect', { class: 'mitochondrion', x: 192, y: 384, width: 176, height: 226, rx: 60 }),
  element('text', { class: 'soft', x: 12, y: 24 }, 'PLASMA'),
  element('text', { class: 'soft', x: 600, y: 32 }, 'MUSCLE CELL'),
  element('text', { class: 'soft', x: 968, y: 236 }, 'lysosome'),
  element('text', { class: 'soft', x: 236, y: 606 }, 'mitochondrion'),
].join('');

/** A unit arrow along x, stretched across by the scale and turned about where the flux is negative: what the slider changes is this and the number. */
function arrow(
  { id, name, from, to, label, anchor = 'middle' }: Flux,
  value: number | undefined,
  largest: number,
): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const neck = length - 14;
  const along = (start: readonly [number, number], turned: number): string =>
    `translate(${start.join()}) rotate(${short(turned)})`;
  const [forth, back] = [along(from, angle), along(to, angle + 180)];
  const width = value === undefined ? 0 : widthOf(value, largest);
  return (
    element('path', {
      class: 'tip',
      'data-flux': id,
      'data-place': forth,
      'data-back': back,
      transform: `${(value ?? 0) < 0 ? back : forth} scale(1,${short(width)})`,
      d: `M0,-.5H${short(neck)}V-1L${short(length)},0L${short(neck)},1V.5H0Z`,
    }) +
    element(
      'text',
      { class: 'small soft', x: label[0], y: label[1], 'text-anchor': anchor },
      escaped(`${name} `),
      element('tspan', { class: 'strong', 'data-flux-text': id }, value === undefined ? '–' : figure(value)),
    )
  );
}

function signal({ from, to, stops = false }: Signal): string {
  const [start, end] = [sideOf(from[0], from[1], 0), sideOf(to[0], to[1], to[2] ?? 0)];
  const angle = (Math.atan2(end[1] - start[1], end[0] - start[0]) * 180) / Math.PI;
  const [x, y] = [
    end[0] - 3 * Math.cos((angle * Math.PI) / 180),
    end[1] - 3 * Math.sin((angle * Math.PI) / 180),
  ];
  const kind = stops ? 'signal stop' : 'signal';
  return (
    element('path', { class: kind, d: `M${start.join()}L${short(x)},${short(y)}` }) +
    element('path', {
      class: stops ? 'signal stop bar-end' : 'signal',
      transform: `translate(${short(x)},${short(y)}) rotate(${short(angle)})`,
      d: stops ? 'M0,-6V6' : 'M-7,-4.5L0,0L-7,4.5',
    })
  );
}

function sideOf(id: string, side: Side, along: number): readonly [number, number] {
  const { x, y } = NODES.find((n) => n.id === id)!;
  const { width, height } = NODE;
  if (side === 'left' || side === 'right') return [x + (side === 'left' ? -width : width) / 2, y + along];
  return [x + along, y + (side === 'top' ? -height : height) / 2];
}

function box({ id, name, state, x, y, kind }: Node, value: number | undefined): string {
  const left = x - NODE.width / 2;
  const top = y - NODE.height / 2;
  return element(
    'g',
    { transform: `translate(${left},${top})` },
    element('rect', { class: 'node', width: NODE.width, height: NODE.height, rx: 8 }),
    kind === 'share'
      ? element('rect', {
          class: 'level',
          'data-node': id,
          x: 1,
          y: 1,
          width: short((NODE.width - 2) * (value ?? 0)),
          height: NODE.height - 2,
          rx: 7,
        })
      : '',
    element('text', { class: 'strong', x: 9, y: 18 }, escaped(name)),
    element('text', { class: 'small soft', x: 9, y: 34 }, escaped(state)),
    kind === 'fixed'
      ? ''
      : element(
          'text',
          { x: NODE.width - 8, y: 18, 'text-anchor': 'end', 'data-node-text': id },
          escaped(valueText(kind, value)),
        ),
  );
}

const valueText = (kind: Node['kind'], value: number | undefined): string =>
  value === undefined ? '–' : kind === 'share' ? `${figure(100 * value)} %` : figure(value);

const inWords = ({ id, name, state, kind }: Node, { nodes }: State): readonly string[] =>
  nodes[id] === undefined ? [] : [`${name} ${state} ${valueText(kind, nodes[id])}`];

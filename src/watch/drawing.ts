import { element } from '../markup/element.js';
import { escaped } from '../markup/escaped.js';
import { SERIES_COUNT } from '../report/palette.js';
import {
  CELL,
  FLAT,
  FLAT_LYSOSOMES,
  FLAT_MITOCHONDRIA,
  FLAT_MYOFIBRIL,
  FLAT_NUCLEUS,
  flatSpot,
  type Oval,
} from '../scene/flat.js';
import { SIGNALS } from '../scene/signals.js';
import { DOTS, METABOLITES, MOST_DOTS } from './molecules.js';

/** The cell as SVG with every molecule in it, not yet in its place: that is done by the page's script, from `sceneData`. */
export function cellDrawing(): string {
  const signals = SIGNALS.flatMap((_, s) =>
    Array.from({ length: DOTS }, () =>
      element('circle', { class: `mol m${s % SERIES_COUNT} absent`, r: 4.2, 'data-signal': s }),
    ),
  );
  const metabolites = METABOLITES.flatMap((_, m) =>
    Array.from({ length: MOST_DOTS }, () =>
      element('circle', { class: `met met${m} absent`, r: 2.1, 'data-metabolite': m }),
    ),
  );
  return element(
    'svg',
    {
      class: 'figure',
      id: 'cell',
      viewBox: `0 0 ${FLAT.width} ${FLAT.height}`,
      role: 'img',
      'aria-labelledby': 'cell-title cell-desc',
    },
    element('title', { id: 'cell-title' }, 'One myocyte with its molecules by compartment'),
    element(
      'desc',
      { id: 'cell-desc' },
      'The same numbers are in the table below. Positions are illustrative.',
    ),
    element('rect', { class: 'cytosol', ...box(CELL), rx: CELL.corner }),
    ...FLAT_LYSOSOMES.map((oval) => ellipse('lysosome', oval)),
    ...FLAT_MITOCHONDRIA.map((oval) => ellipse('mitochondrion', oval)),
    ellipse('nucleus', FLAT_NUCLEUS),
    element('rect', { class: 'fibril', ...box(FLAT_MYOFIBRIL), rx: 6 }),
    ...metabolites,
    ...signals,
    ...LABELS.map(([name, x, y]) =>
      element('text', { class: 'soft', x, y, 'text-anchor': 'middle' }, escaped(name)),
    ),
  );
}

/** What the script needs to put molecules in their places. */
export const sceneData = () => ({
  signals: SIGNALS.map(({ molecule, states }, s) => ({
    molecule,
    states: states.map(({ state, place, column, withThoseBefore = false }) => ({
      state,
      column,
      withThoseBefore,
      spots: Array.from({ length: DOTS }, (_, i) => rounded(flatSpot(place, s * DOTS + i))),
    })),
  })),
  metabolites: METABOLITES.map(({ column, place, uM_per_dot }, m) => ({
    column,
    uM_per_dot,
    spots: Array.from({ length: MOST_DOTS }, (_, i) => rounded(flatSpot(place, 1000 + m * MOST_DOTS + i))),
  })),
});

const LABELS: readonly (readonly [name: string, x: number, y: number])[] = [
  ['plasma membrane', CELL.x + CELL.width / 2, CELL.y + 4],
  ['cytosol', CELL.x + CELL.width / 3, FLAT_MYOFIBRIL.y - 14],
  ['lysosome', 150, 124],
  ['lysosome', 300, 114],
  ['mitochondrion', 470, 66],
  ['mitochondrion', 628, 84],
  ['nucleus', FLAT_NUCLEUS.x, FLAT_NUCLEUS.y + FLAT_NUCLEUS.ry + 15],
  ['muscle protein', FLAT_MYOFIBRIL.x + FLAT_MYOFIBRIL.width / 2, FLAT_MYOFIBRIL.y + 27],
];
const rounded = ([x, y]: readonly [number, number]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
const box = ({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) => ({ x, y, width, height });
const ellipse = (name: string, { x, y, rx, ry }: Oval): string =>
  element('ellipse', { class: name, cx: x, cy: y, rx, ry });

import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type Blots, blotted, foldFindings } from '../../src/lab/blot/blots.js';
import type { Gel } from '../../src/lab/blot/lysates.js';
import { pictureOf } from '../../src/lab/blot/picture.js';
import { pngOf } from '../../src/lab/image/png.js';
import { rasterOf } from '../../src/lab/image/raster.js';
import { svgOf } from '../../src/lab/image/svg.js';
import { westernBackground } from '../../src/model/readouts.js';
import type { BlotProtocol } from '../../src/scenario/blot-schema.js';

/** Phosphorylated S6K1 of 1000 in each lane: a true fold of 6, a fasted level of 3 % as in the model. */
const LEVELS = [30, 180, 90];
const GEL: Gel = {
  point: 0,
  donor: 0,
  lysates: LEVELS.map((bound, lane) => ({
    condition: lane === 0 ? 'fasted' : 'fed',
    time_s: 1800 * lane,
    cells: 100,
    protein: 1e10,
    content: new Map([
      ['p-S6K1(T389)', { bound, total: 1000 }],
      ['MuRF1', { bound: 500 - 100 * lane, total: Number.NaN }],
    ]),
  })),
};
const EXACT = { loading: 0, transfer: 0, affinity: 0, densitometry: 0, residue: 0 };
const protocol = (changes: Partial<BlotProtocol> = {}): BlotProtocol => ({
  antibodies: ['p-S6K1(T389)', 'MuRF1'],
  lysates_s: [0, 1800, 3600],
  control: undefined,
  replicates: 3,
  exposure: 0.001,
  noise: EXACT,
  ...changes,
});
const foldsOf = (changes: Partial<BlotProtocol>, seed = 's') =>
  foldFindings([blotted(GEL, protocol(changes), seed, 'fasted')]);
const one = (found: ReturnType<typeof foldsOf>, antibody: string, lane: number) =>
  found.filter((f) => f.antibody === antibody)[lane]!;
const b = westernBackground.value;

it('shows a protein without a site as it is, and a site through the antibody’s background: 6-fold reads (6 p + b)/(p + b)', () => {
  const found = foldsOf({});
  expect(one(found, 'MuRF1', 2).fold.value).toBeCloseTo(0.6, 3);
  expect(one(found, 'p-S6K1(T389)', 1)).toMatchObject({ truth: 6, condition: 'fed', time_s: 1800 });
  const apparent = (0.18 + b) / (0.03 + b);
  expect(one(found, 'p-S6K1(T389)', 1).apparent).toBeCloseTo(apparent, 12);
  expect(one(found, 'p-S6K1(T389)', 1).fold.value).toBeCloseTo(apparent, 3);
});
it('is rid of loading and transfer by normalising to the same lane, and not without', () => {
  const noise = { ...EXACT, loading: 0.5, transfer: 0.5, affinity: 0.5 };
  const found = foldsOf({ noise });
  expect(one(found, 'p-S6K1(T389)', 1).fold.value).toBeCloseTo(
    one(foldsOf({}), 'p-S6K1(T389)', 1).fold.value,
    2,
  );
  const { probed } = blotted(GEL, protocol({ noise }), 's', 'fasted');
  const bands = probed[0]!.membranes.map((lanes) => lanes[1]!.band / lanes[0]!.band);
  expect(Math.max(...bands) / Math.min(...bands)).toBeGreaterThan(1.2);
});
it('flattens folds when the film is burnt out, and when stripping leaves signal', () => {
  const clean = one(foldsOf({}), 'p-S6K1(T389)', 1).fold.value;
  expect(one(foldsOf({ exposure: 5 }), 'p-S6K1(T389)', 1).fold.value).toBeLessThan(1 + 0.3 * (clean - 1));
  const residue = one(foldsOf({ noise: { ...EXACT, residue: 0.5 } }), 'p-S6K1(T389)', 1).fold.value;
  const [p0, p1] = [0.03 + b, 0.18 + b];
  expect(residue).toBeCloseTo(p1 / (1 + 0.5 * p1) / (p0 / (1 + 0.5 * p0)), 3);
});
/** Of 200 intervals of 95 %, 190 are meant to hold the truth with a spread of 3.1; fewer than 176 is 4.5 spreads off. */
it('reports intervals over replicates that hold what the antibody sees 95 times in 100, and not what it hides', () => {
  const noise = { ...EXACT, loading: 0.1, transfer: 0.08, affinity: 0.2, densitometry: 0.05 };
  let [seen, hidden] = [0, 0];
  for (let repeat = 0; repeat < 200; repeat++) {
    const { fold, apparent, truth } = one(
      foldsOf({ noise, replicates: 5 }, `repeat ${repeat}`),
      'p-S6K1(T389)',
      1,
    );
    seen += fold.low <= apparent && apparent <= fold.high ? 1 : 0;
    hidden += fold.low <= truth && truth <= fold.high ? 1 : 0;
  }
  expect(seen).toBeGreaterThanOrEqual(176);
  expect(seen).toBeLessThan(200);
  expect(hidden).toBe(0);
});
it('blots the same twice, and another replicate otherwise', () => {
  const noise = { ...EXACT, densitometry: 0.1 };
  const again = () => blotted(GEL, protocol({ noise }), 's', 'fasted');
  expect(again()).toEqual(again());
  const [first, second] = again().probed[0]!.membranes as Blots['probed'][0]['membranes'];
  expect(first).not.toEqual(second);
});
it('draws ladder, lanes and labels, as SVG and as a PNG that decodes to the same bands', () => {
  const drawing = pictureOf(blotted(GEL, protocol(), 's', 'fasted'));
  const svg = svgOf(drawing);
  for (const word of [
    'fasted 0 min',
    'fed 30 min',
    'p-S6K1(T389)',
    '>S6K1<',
    'MuRF1',
    'total protein',
    '>75<',
  ])
    expect(svg).toContain(word);
  const { width, height } = drawing;
  const grey = rasterOf(drawing);
  const png = pngOf(grey, width, height);
  expect([...png.subarray(1, 4)]).toEqual([...'PNG'].map((c) => c.charCodeAt(0)));
  const view = new DataView(png.buffer);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
  const lines = inflateSync(png.subarray(41, 41 + view.getUint32(33)));
  expect(lines.length).toBe((width + 1) * height);
  const { x, y } = drawing.bands.reduce((a, c) => (c.darkness > a.darkness ? c : a));
  expect(lines[Math.round(y) * (width + 1) + 1 + Math.round(x)]).toBeLessThan(40);
  expect(lines[1]).toBe(255);
});

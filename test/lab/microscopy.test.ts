import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngOf } from '../../src/lab/image/png.js';
import { fractionOf, mandersOf, otsu, overlapOf, pearson } from '../../src/lab/microscopy/colocalisation.js';
import { findingsOf } from '../../src/lab/microscopy/findings.js';
import { exposed, type Field, opticsOf } from '../../src/lab/microscopy/optics.js';
import { lettered, micrographOf, micrographSvg } from '../../src/lab/microscopy/picture.js';
import type { Fixed, Section } from '../../src/lab/microscopy/sections.js';
import { stained } from '../../src/lab/microscopy/stains.js';
import { binomial } from '../../src/random/binomial.js';
import { streamFor } from '../../src/random/stream.js';
import type { MicroscopyProtocol } from '../../src/scenario/microscopy-schema.js';

const PROTOCOL: MicroscopyProtocol = {
  sections_s: [0],
  pairs: ['mTOR-LAMP2', 'Rheb-TSC2'],
  lysosomes_per_um3: 1,
  aperture: 1.3,
  photons: 50,
  background: 5,
};
/** Cells of 2 um3 with two lysosomes: 80 mTORC1 of which each is docked with chance f, 40 TSC with chance g at Rheb. */
const [F, G] = [0.4, 0.7];
function sectionOf(seed: string, cells = 12): Section {
  const chance = streamFor(seed);
  const split = (n: number) => {
    const first = binomial(chance, n, 0.5);
    return [first, n - first] as const;
  };
  return {
    point: 0,
    donor: 0,
    condition: 'fed & rested',
    time_s: 1800,
    cells: Array.from({ length: cells }, (_, cell): Fixed => {
      const [docked, there] = [binomial(chance, 80, F), binomial(chance, 40, G)];
      const [m, r, t] = [split(docked), split(400), split(there)];
      return {
        cell,
        volume_um3: 2,
        lysosomes: [0, 1].map((i) => ({ rag: 100, mtorc1: m[i]!, rheb: r[i]!, tsc: t[i]! })),
        elsewhere: { rag: 0, mtorc1: 80 - docked, rheb: 0, tsc: 40 - there },
      };
    }),
  };
}
const findingOf = (seed: string, pair: 'mTOR-LAMP2' | 'Rheb-TSC2') =>
  findingsOf([stained(sectionOf(seed), pair, PROTOCOL, seed)])[0]!;
const field = (...photons: number[]): Field => ({
  side: Math.sqrt(photons.length),
  photons: Float64Array.from(photons),
});

it('works out coefficients of co-localisation as they are defined', () => {
  const [marker, guest] = [field(1, 1, 11, 11), field(2, 4, 8, 2)];
  const overlap = overlapOf(guest, marker, { guest: 2, marker: 1 });
  expect(otsu(marker.photons)).toBe(6);
  expect(mandersOf(overlap)).toEqual([6 / 8, 10 / 20]);
  expect(overlap).toMatchObject({ masked: 2, pixels: 4, markerIn: 20 });
  expect(pearson(marker.photons, marker.photons)).toBeCloseTo(1, 12);
  expect(
    pearson(
      marker.photons,
      marker.photons.map((x) => -x),
    ),
  ).toBeCloseTo(-1, 12);
  expect(fractionOf([overlap])).toBeCloseTo((6 / 8 - 2 / 4) / (1 - 2 / 4), 12);
});
it('loses no light, whatever the blur', () => {
  for (const aperture of [0.3, 1.3]) {
    const optics = opticsOf(2, { aperture });
    const stain = { points: [[0.2, 16.9]] as const, around: [100], anywhere: 300 };
    const { photons } = exposed(stain, optics, PROTOCOL, streamFor('light'));
    const expected = 400 * PROTOCOL.photons + PROTOCOL.background * photons.length;
    const spread = Math.sqrt(expected + 1.5 ** 2 * photons.length);
    expect(Math.abs(photons.reduce((a, b) => a + b, 0) - expected)).toBeLessThan(5 * spread);
  }
  expect(opticsOf(2, { aperture: 0.65 }).spread).toBeCloseTo(2 * opticsOf(2, { aperture: 1.3 }).spread, 12);
});
describe('over 200 repeats', () => {
  /** Light that blur takes out of the mask outweighs what chance brings in where most guests are there, so that M1 alone misses. Of 200 intervals of 95 %, 190 are meant to hold the truth with a spread of 3.1; fewer than 176 is 4.5 spreads off. */
  it.each([
    ['mTOR-LAMP2', F],
    ['Rheb-TSC2', G],
  ] as const)('%s: intervals hold the true fraction 95 times in 100', (pair, truth) => {
    let [held, plain, sum] = [0, 0, 0];
    for (let repeat = 0; repeat < 200; repeat++) {
      const { fraction, manders1 } = findingOf(`repeat ${repeat}`, pair);
      held += fraction.low <= truth && truth <= fraction.high ? 1 : 0;
      plain += manders1.low <= truth && truth <= manders1.high ? 1 : 0;
      sum += fraction.value / 200;
    }
    expect(held).toBeGreaterThanOrEqual(176);
    expect(held).toBeLessThan(200);
    if (pair === 'Rheb-TSC2') expect(plain).toBeLessThan(20);
    expect(Math.abs(sum / truth - 1)).toBeLessThan(0.03);
  });
});
it('tells the true fraction and the occupancy of every lysosome', () => {
  const section = sectionOf('truth');
  const { truth, occupancy } = findingsOf([stained(section, 'mTOR-LAMP2', PROTOCOL, 's')])[0]!;
  const on = section.cells.flatMap((c) => c.lysosomes.map((l) => l.mtorc1));
  expect(truth).toBeCloseTo(on.reduce((a, b) => a + b, 0) / (12 * 80), 12);
  occupancy.forEach((n, k) => {
    expect(n, `${k}`).toBe(on.filter((x) => x === k).length);
  });
  expect(occupancy.reduce((a, b) => a + b, 0)).toBe(24);
});
it('sees the same twice, and another section otherwise', () => {
  const see = (seed: string) => stained(sectionOf('one'), 'Rheb-TSC2', PROTOCOL, seed);
  expect(see('a')).toEqual(see('a'));
  expect(see('a').seen[0]!.overlap).not.toEqual(see('b').seen[0]!.overlap);
});
it('draws marker, guest and both with a bar, as SVG and as a PNG that decodes to its pixels', () => {
  const picture = micrographOf(stained(sectionOf('one'), 'mTOR-LAMP2', PROTOCOL, 's'));
  const { width, height } = picture;
  const pixels = lettered(picture);
  const png = Buffer.from(pngOf(pixels, width, height));
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([width, height, 2]);
  const length = png.readUInt32BE(33);
  const lines = inflateSync(png.subarray(41, 41 + length));
  const decoded = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      lines.subarray(y * (3 * width + 1) + 1, (y + 1) * (3 * width + 1)),
    ),
  );
  expect(decoded.equals(Buffer.from(pixels))).toBe(true);
  const svg = micrographSvg(picture, png);
  for (const word of ['LAMP2', 'mTOR', 'both', '1 um', 'fed &amp; rested 30 min', 'data:image/png;base64,'])
    expect(svg).toContain(word);
  const both = [...Array(width * height).keys()].filter(
    (i) => pixels[3 * i]! > 150 && pixels[3 * i + 1]! > 150 && pixels[3 * i]! < 255,
  );
  expect(both.length).toBeGreaterThan(20);
});

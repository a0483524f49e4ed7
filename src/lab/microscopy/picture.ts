import { escaped } from '../../markup/escaped.js';
import { CHARACTER, pixelsOf } from '../image/font.js';
import { PIXEL_UM } from './optics.js';
import { CHANNELS, type Seen, type Stain } from './stains.js';

/** A picture in colour with words on it: red, green and blue of each pixel, row by row. */
export interface Micrograph {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly texts: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

/** Screen pixels of a pixel of the camera. */
const ZOOM = 3;
const ACROSS = 3;
const GAP = 2;
const MARGIN = 10;
const HEAD = 2 * CHARACTER.height;
const BAR_UM = 1;

/** One section as a figure shows it: marker, guest and both, up to nine cells in each panel, and a bar of 1 um. */
export function micrographOf({ section, pair, seen }: Stain): Micrograph {
  const cells = seen.slice(0, ACROSS * ACROSS);
  const side = ZOOM * Math.max(...cells.map((s) => s.marker.side)) + GAP;
  const across = Math.min(ACROSS, cells.length);
  const panel = { width: across * side, height: Math.ceil(cells.length / across) * side };
  const { guest, marker } = CHANNELS[pair];
  const title = `${section.condition} ${Number((section.time_s / 60).toFixed(1))} min`;
  const wide = 3 * (panel.width + MARGIN) + MARGIN;
  const width = Math.max(wide, 2 * MARGIN + CHARACTER.width * (title.length + 6));
  const top = MARGIN + 2 * HEAD;
  const height = top + panel.height + MARGIN;
  const pixels = new Uint8Array(3 * width * height).fill(255);
  const scale = { guest: brightest(cells, 'guest'), marker: brightest(cells, 'marker') };
  const lefts = [0, 1, 2].map((i) => MARGIN + i * (panel.width + MARGIN));
  cells.forEach((cell, n) => {
    const y = top + Math.floor(n / across) * side;
    lefts.forEach((left, i) => {
      const shows = { green: i !== 1, magenta: i !== 0 };
      paint(pixels, width, left + (n % across) * side, y, cell, shows, scale);
    });
  });
  const bar = Math.round((ZOOM * BAR_UM) / PIXEL_UM);
  const right = width - MARGIN;
  for (let x = right - bar; x < right; x++)
    for (let y = MARGIN; y < MARGIN + 4; y++) pixels.fill(0, 3 * (y * width + x), 3 * (y * width + x) + 3);
  return {
    width,
    height,
    pixels,
    texts: [
      { x: MARGIN, y: MARGIN + HEAD / 2, text: title },
      { x: right - CHARACTER.width * 4, y: MARGIN + HEAD / 2 + 6, text: `${BAR_UM} um` },
      ...[marker, guest, 'both'].map((text, i) => ({ x: lefts[i]!, y: top - HEAD / 2, text })),
    ],
  };
}

/** The words burnt into the pixels, for a picture that has no others. */
export function lettered({ width, height, pixels, texts }: Micrograph): Uint8Array {
  const out = pixels.slice();
  for (const { x, y, text } of texts)
    for (const [dx, dy] of pixelsOf(text)) {
      const [px, py] = [Math.round(x + dx), Math.round(y + dy)];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      out.fill(0, 3 * (py * width + px), 3 * (py * width + px) + 3);
    }
  return out;
}

/** The picture as SVG: pixels as a PNG within it, words as words. */
export function micrographSvg({ width, height, texts }: Micrograph, png: Uint8Array): string {
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  const words = texts.map(
    ({ x, y, text }) => `<text x="${x}" y="${y}" dominant-baseline="central">${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    image,
    `<g font-family="sans-serif" font-size="${CHARACTER.height}">`,
    ...words,
    '</g></svg>\n',
  ].join('\n');
}

/** The brightest pixel but one in a thousand, so that the camera's noise does not set the scale. */
function brightest(cells: readonly Seen[], channel: 'guest' | 'marker'): number {
  const all = Float64Array.from(cells.flatMap((c) => [...c[channel].photons])).sort();
  return Math.max(1, all[Math.floor(0.999 * (all.length - 1))]!);
}

function paint(
  pixels: Uint8Array,
  width: number,
  left: number,
  top: number,
  { guest, marker }: Seen,
  shows: { readonly green: boolean; readonly magenta: boolean },
  scale: { readonly guest: number; readonly marker: number },
): void {
  const shade = (photons: number, most: number) =>
    Math.max(0, Math.min(255, Math.round((255 * photons) / most)));
  for (let y = 0; y < ZOOM * marker.side; y++)
    for (let x = 0; x < ZOOM * marker.side; x++) {
      const at = Math.floor(y / ZOOM) * marker.side + Math.floor(x / ZOOM);
      const green = shows.green ? shade(marker.photons[at]!, scale.marker) : 0;
      const magenta = shows.magenta ? shade(guest.photons[at]!, scale.guest) : 0;
      pixels.set([magenta, green, magenta], 3 * ((top + y) * width + left + x));
    }
}

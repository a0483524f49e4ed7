import { escaped } from '../../markup/escaped.js';
import type { Drawing } from './drawing.js';
import { CHARACTER } from './font.js';

/** The drawing as SVG text: bands are soft, words are words. */
export function svgOf({ width, height, strips, bands, texts }: Drawing): string {
  const body = [
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...strips.map(
      (s) =>
        `<rect x="${s.x}" y="${s.y}" width="${s.width}" height="${s.height}" fill="#f2f2f0" stroke="#444" stroke-width="1"/>`,
    ),
    ...bands
      .filter((b) => b.darkness > 0.002)
      .map(
        (b) =>
          `<rect x="${b.x - b.width / 2}" y="${b.y - b.height / 2}" width="${b.width}" height="${b.height}" rx="${b.height / 2}" opacity="${Math.min(1, b.darkness).toFixed(3)}" filter="url(#soft)"/>`,
      ),
    ...texts.map(({ x, y, text, upright }) => {
      const turned = upright ? ` transform="rotate(-90 ${x} ${y})"` : '';
      return `<text x="${x}" y="${y}" dominant-baseline="central"${turned}>${escaped(text)}</text>`;
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<title>Western blot</title>',
    '<defs><filter id="soft" x="-20%" y="-100%" width="140%" height="300%"><feGaussianBlur stdDeviation="2"/></filter></defs>',
    `<g font-family="sans-serif" font-size="${CHARACTER.height}">`,
    ...body,
    '</g></svg>\n',
  ].join('\n');
}

import type { Drawing } from './drawing.js';
import { pixelsOf } from './font.js';

const MEMBRANE = 242;

/** The drawing as grey pixels, row by row; 255 is white. */
export function rasterOf({ width, height, strips, bands, texts }: Drawing): Uint8Array {
  const grey = new Float64Array(width * height).fill(255);
  const at = (x: number, y: number) => Math.round(y) * width + Math.round(x);
  const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height;
  for (const s of strips)
    for (let y = s.y; y <= s.y + s.height; y++)
      for (let x = s.x; x <= s.x + s.width; x++) {
        const edge = y === s.y || x === s.x || y === s.y + s.height || x === s.x + s.width;
        if (inside(x, y)) grey[at(x, y)] = edge ? 68 : MEMBRANE;
      }
  for (const band of bands)
    for (let dy = -band.height * 1.5; dy <= band.height * 1.5; dy++)
      for (let dx = -band.width; dx <= band.width; dx++) {
        const [x, y] = [band.x + dx, band.y + dy];
        if (!inside(x, y)) continue;
        const across = Math.exp(-(((2 * dx) / band.width) ** 6));
        const along = Math.exp(-(((1.7 * dy) / band.height) ** 2));
        grey[at(x, y)]! *= 1 - Math.min(1, band.darkness) * across * along;
      }
  for (const { x, y, text, upright } of texts)
    for (const [dx, dy] of pixelsOf(text)) {
      const [px, py] = upright ? [x + dy, y - dx] : [x + dx, y + dy];
      if (inside(px, py)) grey[at(px, py)] = 0;
    }
  return Uint8Array.from(grey, (g) => Math.max(0, Math.min(255, Math.round(g))));
}

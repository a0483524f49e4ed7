import type { Generator } from '../../random/generator.js';
import { normal } from '../../random/normal.js';
import { poisson } from '../../random/poisson.js';
import { uniform53 } from '../../random/uniform.js';
import type { MicroscopyProtocol } from '../../scenario/microscopy-schema.js';

/** Pixels of a square field, row by row, in photons. */
export interface Field {
  readonly side: number;
  readonly photons: Float64Array;
}
/** A square field under the microscope: how many pixels wide, and how far light spreads, in pixels. */
export interface Optics {
  readonly side: number;
  readonly spread: number;
}
/** Where molecules sit: around points, in pixels, or anywhere. */
export interface Stained {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Molecules around each point, in their order. */
  readonly around: readonly number[];
  readonly anywhere: number;
}

/** Assumed: pixel, depth that is in focus, radius of a lysosome, wavelength of what is seen; read noise of the camera. */
export const PIXEL_UM = 0.1;
const DEPTH_UM = 0.7;
const RADIUS_UM = 0.2;
const LIGHT_UM = 0.52;
const READ_NOISE_PHOTONS = 1.5;

/** The field that a piece of cell of this volume fills; the spread is 0.21 wavelength/aperture, the Gaussian nearest to Airy's disc. */
export const opticsOf = (volume_um3: number, { aperture }: Pick<MicroscopyProtocol, 'aperture'>): Optics => ({
  side: Math.max(8, Math.round(Math.sqrt(volume_um3 / DEPTH_UM) / PIXEL_UM)),
  spread: (0.21 * LIGHT_UM) / aperture / PIXEL_UM,
});

/** Middles of lysosomes, anywhere in the field. */
export const scattered = (n: number, { side }: Optics, chance: Generator): Stained['points'] =>
  Array.from({ length: n }, () => [uniform53(chance) * side, uniform53(chance) * side] as const);

/**
 * One channel as a camera has it: molecules on the surface of their lysosome or anywhere, each blurred; background; a Poisson number
 * of photons in each pixel; read noise. What leaves at one edge comes in at the other, for a field is cut out of a larger fibre.
 */
export function exposed(
  { points, around, anywhere }: Stained,
  { side, spread }: Optics,
  { photons, background }: Pick<MicroscopyProtocol, 'photons' | 'background'>,
  chance: Generator,
): Field {
  const light = new Float64Array(side * side).fill(background);
  const shine = (x: number, y: number) => blur(light, side, spread, photons, x, y);
  points.forEach(([x, y], i) => {
    for (let n = 0; n < around[i]!; n++) {
      const height = 2 * uniform53(chance) - 1;
      const out = (RADIUS_UM / PIXEL_UM) * Math.sqrt(1 - height * height);
      const angle = 2 * Math.PI * uniform53(chance);
      shine(x + out * Math.cos(angle), y + out * Math.sin(angle));
    }
  });
  for (let n = 0; n < anywhere; n++) shine(uniform53(chance) * side, uniform53(chance) * side);
  return { side, photons: light.map((mean) => poisson(chance, mean) + READ_NOISE_PHOTONS * normal(chance)) };
}

/** Adds the photons of one molecule, all of them, spread over the pixels around it as a Gaussian. */
function blur(
  light: Float64Array,
  side: number,
  spread: number,
  photons: number,
  x: number,
  y: number,
): void {
  const reach = Math.ceil(4 * spread);
  const [left, top] = [Math.floor(x) - reach, Math.floor(y) - reach];
  const across = profile(x - left, spread, 2 * reach + 1);
  const down = profile(y - top, spread, 2 * reach + 1);
  for (let j = 0; j <= 2 * reach; j++) {
    const row = wrapped(top + j, side) * side;
    for (let i = 0; i <= 2 * reach; i++)
      light[row + wrapped(left + i, side)]! += photons * down[j]! * across[i]!;
  }
}

function profile(middle: number, spread: number, n: number): readonly number[] {
  const heights = Array.from({ length: n }, (_, i) =>
    Math.exp(-((i + 0.5 - middle) ** 2) / (2 * spread ** 2)),
  );
  const sum = heights.reduce((a, b) => a + b, 0);
  return heights.map((h) => h / sum);
}

const wrapped = (i: number, side: number): number => ((i % side) + side) % side;

import type { Axis } from '../../analysis/findings.js';

/** How an axis of a sweep is named and counted for a reader. */
export interface ReadAxis {
  readonly name: string;
  readonly unit: string;
  /** From the axis's unit to `unit`. */
  readonly factor: number;
}

/** "EAA at" in hours for base.EAA.at in seconds; tables and CSV keep the path. */
export function readAxis({ path, unit, values }: Axis): ReadAxis {
  const name = path
    .replace(/^(base|conditions)\./, '')
    .replaceAll('.', ' ')
    .replaceAll('_', ' ');
  const inHours = unit === 's' && values.some((x) => Math.abs(x) >= 3600);
  return inHours ? { name, unit: 'h', factor: 1 / 3600 } : { name, unit, factor: 1 };
}

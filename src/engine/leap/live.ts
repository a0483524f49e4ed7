import { exponential } from '../../random/exponential.js';
import { uniform53 } from '../../random/uniform.js';
import { fire } from '../fire.js';
import { propensityOf } from '../propensity.js';
import type { Leaping } from './leaping.js';

/** A few channels event by event for h seconds, everything else held: for counts too small to leap. */
export function live({ cell, random }: Leaping, channels: readonly number[], h: number): void {
  for (let left_s = h; ; ) {
    const rates = channels.map((c) => propensityOf(cell, c));
    const total = rates.reduce((sum, a) => sum + a, 0);
    left_s -= exponential(random) / total;
    if (!(total > 0) || left_s < 0) return;
    let u = uniform53(random) * total;
    let i = 0;
    while (i < channels.length - 1 && u >= rates[i]!) u -= rates[i++]!;
    if (rates[i] === 0) continue;
    fire(cell, channels[i]!);
    cell.events += 1;
  }
}

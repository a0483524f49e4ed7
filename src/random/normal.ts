import type { Generator } from './generator.js';
import { uniform53 } from './uniform.js';

/** Normal of mean 0 and variance 1 by the polar method (Marsaglia and Bray, SIAM Rev. 6, 260, 1964, doi:10.1137/1006063). */
export function normal(g: Generator): number {
  for (;;) {
    const x = 2 * uniform53(g) - 1;
    const y = 2 * uniform53(g) - 1;
    const r2 = x * x + y * y;
    if (r2 < 1 && r2 > 0) return x * Math.sqrt((-2 * Math.log(r2)) / r2);
  }
}

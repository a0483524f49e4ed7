/** Least value of a function near a start (Nelder & Mead, Comput. J. 7, 308, 1965); deterministic. */
export function leastOf(
  cost: (x: readonly number[]) => number,
  start: readonly number[],
  step = 0.2,
  rounds = 4000,
): readonly number[] {
  const corner = (x: readonly number[]) => ({ x, cost: cost(x) });
  let simplex = [start, ...start.map((_, i) => start.map((v, j) => (j === i ? v + step : v)))].map(corner);
  for (let round = 0; round < rounds; round++) {
    simplex.sort((a, b) => a.cost - b.cost);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (worst.cost - best.cost < 1e-9 * best.cost) break;
    const others = simplex.slice(0, -1);
    const centre = best.x.map((_, i) => others.reduce((sum, c) => sum + c.x[i]!, 0) / others.length);
    const along = (t: number) => corner(centre.map((c, i) => c + t * (worst.x[i]! - c)));
    let next = along(-1);
    if (next.cost < best.cost) {
      const further = along(-2);
      if (further.cost < next.cost) next = further;
    } else if (next.cost >= others.at(-1)!.cost) next = along(0.5);
    if (next.cost < worst.cost) simplex = [...others, next];
    else simplex = simplex.map((c) => corner(c.x.map((v, i) => best.x[i]! + (v - best.x[i]!) / 2)));
  }
  return simplex.reduce((a, b) => (a.cost <= b.cost ? a : b)).x;
}

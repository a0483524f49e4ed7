/** A network whose propensities are straight lines of at most two counts. */
export interface LinearNetwork {
  readonly start: readonly number[];
  readonly reactions: readonly {
    readonly change: readonly number[];
    readonly constant?: number;
    readonly slope?: readonly number[];
  }[];
  /** Counts are set to these at this time. */
  readonly reset?: { readonly time_s: number; readonly to: readonly number[] };
}

/** Exact mean, standard deviation and excess kurtosis of a count. */
export interface Exact {
  readonly mean: number;
  readonly sd: number;
  readonly kurtosis: number;
}

/**
 * Exact moments at times 0, 1, ... by species. Moments to the fourth order of a linear network obey linear equations.
 * Descendants of each first molecule and of newcomers are independent, so cumulants of one of each add up: numbers
 * stay small and nothing cancels.
 */
export function linearMoments(network: LinearNetwork, last: number): Exact[][] {
  const stepOf = (time: number) => {
    const { reset } = network;
    return reset && time >= reset.time_s
      ? { since: time - reset.time_s, start: reset.to }
      : { since: time, start: network.start };
  };
  const clans = [newcomers(network), ...network.start.map((_, i) => descendants(network, i))];
  const spans = Array.from({ length: last + 1 }, (_, t) => stepOf(t));
  return spans.map(({ since, start }) => {
    const cumulants = clans.map((clan) => clan(since));
    return start.map((_, species) => {
      const total = [0, 1, 2, 3].map((order) =>
        cumulants.reduce((sum, c, i) => sum + (i === 0 ? 1 : start[i - 1]!) * c[species]![order]!, 0),
      );
      const [mean, variance, , fourth] = total as [number, number, number, number];
      const certain = variance < 1e-9;
      return { mean, sd: certain ? 0 : Math.sqrt(variance), kurtosis: certain ? 0 : fourth / variance ** 2 };
    });
  });
}

type Cumulants = (time: number) => number[][];
const STEP = 1 / 256;

const newcomers = (n: LinearNetwork): Cumulants =>
  momentsFrom(
    n,
    n.start.map(() => 0),
    true,
  );
const descendants = (n: LinearNetwork, i: number): Cumulants =>
  momentsFrom(
    n,
    n.start.map((_, j) => (i === j ? 1 : 0)),
    false,
  );

/** Cumulants 1 to 4 by species, from moments integrated by Runge-Kutta steps of 1/256 s that are kept. */
function momentsFrom(network: LinearNetwork, start: readonly number[], withConstants: boolean): Cumulants {
  const species = network.start.length;
  const powers = exponents(species);
  const indexOf = new Map(powers.map((p, i) => [p.join(), i]));
  const terms: { to: number; from: number; by: number }[] = [];
  powers.forEach((p, to) => {
    for (const r of network.reactions)
      for (const lower of powers) {
        // (x + v)^p - x^p = sum over lower < p of binomial(p, lower) x^lower v^(p - lower)
        if (lower.join() === p.join() || lower.some((l, i) => l > p[i]!)) continue;
        const by = p.reduce((c, n, i) => c * binomial(n, lower[i]!) * r.change[i]! ** (n - lower[i]!), 1);
        if (by === 0) continue;
        if (withConstants && r.constant)
          terms.push({ to, from: indexOf.get(lower.join())!, by: by * r.constant });
        r.slope?.forEach((slope, i) => {
          const raised = lower.map((l, j) => (i === j ? l + 1 : l)).join();
          if (slope !== 0) terms.push({ to, from: indexOf.get(raised)!, by: by * slope });
        });
      }
  });
  const rate = (m: Vector) => {
    const d = new Float64Array(m.length);
    for (const { to, from, by } of terms) d[to]! += by * m[from]!;
    return d;
  };
  const kept = [Float64Array.from(powers, (p) => p.reduce((x, n, i) => x * start[i]! ** n, 1))];
  return (time) => {
    const index = Math.round(time / STEP);
    if (Math.abs(index * STEP - time) > 1e-9) throw new Error(`no moment at ${time}`);
    while (kept.length <= index) kept.push(rungeKutta(kept.at(-1)!, rate, STEP));
    const m = kept[index]!;
    return network.start.map((_, i) => {
      const raw = (n: number) => m[indexOf.get(network.start.map((__, j) => (i === j ? n : 0)).join())!]!;
      const [a, b, c, d] = [raw(1), raw(2), raw(3), raw(4)];
      return [
        a,
        b - a * a,
        c - 3 * a * b + 2 * a ** 3,
        d - 4 * a * c - 3 * b * b + 12 * a * a * b - 6 * a ** 4,
      ];
    });
  };
}

function exponents(species: number): number[][] {
  const all: number[][] = [];
  for (let i = 0; i <= 4; i++)
    if (species === 1) all.push([i]);
    else for (let j = 0; i + j <= 4; j++) all.push([i, j]);
  return all;
}

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);

type Vector = Float64Array<ArrayBuffer>;

function rungeKutta(m: Vector, rate: (m: Vector) => Vector, h: number): Vector {
  const along = (d: Vector, by: number) => m.map((x, i) => x + by * d[i]!);
  const k1 = rate(m);
  const k2 = rate(along(k1, h / 2));
  const k3 = rate(along(k2, h / 2));
  const k4 = rate(along(k3, h));
  return m.map((x, i) => x + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
}

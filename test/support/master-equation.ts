/** A reaction over a state of whole numbers: what it adds, and its propensity per second. */
export interface Reaction {
  readonly change: readonly number[];
  readonly propensity: (x: readonly number[]) => number;
}
export interface Solution {
  readonly states: readonly (readonly number[])[];
  readonly probability: Float64Array;
  /** Probability that the process left the states kept: an upper bound of the error of the truncation. */
  readonly lost: number;
  /** Probabilities of the values 0, 1, 2 ... of a function of the state. */
  readonly marginal: (value: (x: readonly number[]) => number) => number[];
}

/**
 * Solves the master equation from one starting state by uniformisation (Jensen, Scand. Actuar. J. 36, 87, 1953,
 * doi:10.1080/03461238.1953.10419459) over the states that can be reached within `inside`.
 */
export function solve(
  start: readonly number[],
  reactions: readonly Reaction[],
  time_s: number,
  inside: (x: readonly number[]) => boolean = () => true,
): Solution {
  const { states, from, to, rate, exit } = explore(start, reactions, inside);
  let p = new Float64Array(states.length);
  p[0] = 1;
  const fastest = exit.reduce((a, b) => Math.max(a, b), 0);
  // Short pieces keep exp(-fastest * dt) far from underflow.
  const pieces = Math.max(1, Math.ceil((fastest * time_s) / 100));
  for (let i = 0; i < pieces; i++) p = uniformised(p, from, to, rate, exit, fastest, time_s / pieces);
  const lost = 1 - p.reduce((sum, x) => sum + x, 0);
  return {
    states,
    probability: p,
    lost,
    marginal: (value) => {
      const pmf: number[] = [];
      states.forEach((x, i) => {
        const v = value(x);
        while (pmf.length <= v) pmf.push(0);
        pmf[v]! += p[i]!;
      });
      return pmf;
    },
  };
}

function explore(
  start: readonly number[],
  reactions: readonly Reaction[],
  inside: (x: readonly number[]) => boolean,
) {
  const states: (readonly number[])[] = [start];
  const index = new Map([[start.join(), 0]]);
  const [from, to, rate, exit]: number[][] = [[], [], [], []];
  for (let i = 0; i < states.length; i++) {
    exit![i] = 0;
    for (const { change, propensity } of reactions) {
      const a = propensity(states[i]!);
      if (a <= 0) continue;
      exit![i]! += a;
      const next = states[i]!.map((n, j) => n + change[j]!);
      if (!inside(next)) continue;
      const known = index.get(next.join()) ?? states.push(next) - 1;
      index.set(next.join(), known);
      from!.push(i);
      to!.push(known);
      rate!.push(a);
    }
  }
  return { states, from: from!, to: to!, rate: rate!, exit: exit! };
}

function uniformised(
  start: Float64Array<ArrayBuffer>,
  from: readonly number[],
  to: readonly number[],
  rate: readonly number[],
  exit: readonly number[],
  fastest: number,
  time_s: number,
): Float64Array<ArrayBuffer> {
  const mean = fastest * time_s;
  const sum = new Float64Array(start.length);
  let power = start;
  let weight = Math.exp(-mean);
  let reached = 0;
  for (let k = 0; reached < 1 - 1e-13 && k < mean + 20 * Math.sqrt(mean) + 60; k++) {
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * power[i]!;
    reached += weight;
    weight *= mean / (k + 1);
    const next = power.map((x, i) => x * (1 - exit[i]! / fastest));
    for (let e = 0; e < rate.length; e++) next[to[e]!]! += (power[from[e]!]! * rate[e]!) / fastest;
    power = next;
  }
  return sum;
}

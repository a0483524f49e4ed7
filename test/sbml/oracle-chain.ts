import type { Exact } from './oracle-linear.js';

/** A process that goes up and down by one between 0 and `top`. */
export interface Chain {
  readonly top: number;
  readonly up: (n: number) => number;
  readonly down: (n: number) => number;
  /** A step up from `top` leads here instead of nowhere. */
  readonly wraps?: boolean;
  /** The state is 0 again at this time. */
  readonly resetAt?: number;
}

/** Exact moments of the state at times 0, 1, ..., from 0: the master equation by uniformization (Jensen 1953). */
export function chainMoments(chain: Chain, last: number): Exact[] {
  let p = unit(chain.top);
  const all = [momentsOf(p)];
  for (let t = 1; t <= last; t++) {
    p = t === chain.resetAt ? unit(chain.top) : after(p, chain, 1);
    all.push(momentsOf(p));
  }
  return all;
}

function unit(top: number): Float64Array {
  const p = new Float64Array(top + 1);
  p[0] = 1;
  return p;
}

function after(p: Float64Array, chain: Chain, time: number): Float64Array {
  const { top, wraps } = chain;
  const up = Float64Array.from(p, (_, n) => (n < top || wraps ? chain.up(n) : 0));
  const down = Float64Array.from(p, (_, n) => chain.down(n));
  const fastest = p.reduce((most, _, n) => Math.max(most, up[n]! + down[n]!), 0);
  let jumped = p;
  let weight = Math.exp(-fastest * time);
  let sum = p.map((x) => x * weight);
  for (let k = 1; k < fastest * time + 12 * Math.sqrt(fastest * time) + 40; k++) {
    const next = new Float64Array(p.length);
    for (let n = 0; n <= top; n++) {
      const x = jumped[n]!;
      next[n]! += x * (1 - (up[n]! + down[n]!) / fastest);
      next[n < top ? n + 1 : 0]! += (x * up[n]!) / fastest;
      if (n > 0) next[n - 1]! += (x * down[n]!) / fastest;
    }
    jumped = next;
    weight *= (fastest * time) / k;
    sum = sum.map((x, n) => x + weight * jumped[n]!);
  }
  return sum;
}

function momentsOf(p: Float64Array): Exact {
  const mean = p.reduce((sum, x, n) => sum + x * n, 0);
  const about = (k: number) => p.reduce((sum, x, n) => sum + x * (n - mean) ** k, 0);
  const variance = about(2);
  const certain = variance < 1e-9;
  return {
    mean,
    sd: certain ? 0 : Math.sqrt(variance),
    kurtosis: certain ? 0 : about(4) / variance ** 2 - 3,
  };
}

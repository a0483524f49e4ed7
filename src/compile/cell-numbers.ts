import type { Lookup } from '../language/parameters.js';

/** The numbers of one cell. `uniform` draws starting states and rounds amounts; give it a stream of its own. */
export interface CellNumbers {
  readonly volume_um3: number;
  readonly value: Lookup;
  /** Factor on copies per um3, by agent name. */
  readonly copies: (agentName: string) => number;
  readonly uniform: () => number;
}

/** A whole number whose mean is x: up with the probability of the remainder. */
export function rounded(x: number, uniform: () => number): number {
  const whole = Math.floor(x);
  const rest = x - whole;
  return rest > 0 && uniform() < rest ? whole + 1 : whole;
}

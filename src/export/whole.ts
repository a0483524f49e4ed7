import type { Network } from '../network/network.js';

/**
 * Amounts as whole numbers, agent by agent by largest remainder, so that each kind of molecule keeps its number as
 * nearly as whole numbers allow.
 */
export function wholeAmounts({ structure, species }: Network, amounts: Float64Array): Float64Array {
  const groups = new Map<string, number[]>();
  species.forEach(({ crowd, complex }, s) => {
    const key = complex
      ? `part ${complex.parts[0]!.type}`
      : `crowd ${structure.crowds[crowd]!.agent.agentName} ${crowd}`;
    groups.set(key, [...(groups.get(key) ?? []), s]);
  });
  const whole = new Float64Array(amounts.length);
  for (const members of groups.values()) {
    const rounded = wholeNumbers(members.map((s) => amounts[s]!));
    members.forEach((s, i) => {
      whole[s] = rounded[i]!;
    });
  }
  return whole;
}

/** Whole numbers as near as may be to these, with their rounded sum: the largest remainders are rounded up. */
export function wholeNumbers(amounts: readonly number[]): readonly number[] {
  const down = amounts.map(Math.floor);
  const total = Math.round(amounts.reduce((sum, n) => sum + n, 0));
  const left = total - down.reduce((sum, n) => sum + n, 0);
  const up = amounts
    .map((n, i) => ({ i, rest: n - down[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left);
  for (const { i } of up) down[i]!++;
  return down;
}

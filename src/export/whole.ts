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
  const whole = amounts.map(Math.floor);
  for (const members of groups.values()) {
    const total = Math.round(members.reduce((sum, s) => sum + amounts[s]!, 0));
    const left = total - members.reduce((sum, s) => sum + whole[s]!, 0);
    const byRemainder = [...members].sort(
      (s, t) => amounts[t]! - whole[t]! - (amounts[s]! - whole[s]!) || s - t,
    );
    for (const s of byRemainder.slice(0, left)) whole[s]!++;
  }
  return whole;
}

import type { CustomLaw } from '../engine/tables.js';
import type { Channel } from './channels.js';
import type { Compiled } from './compile.js';
import { refuse } from './problems.js';

/** The law, stopping the run where it is negative or no number, or where the reaction could fire without its reactants. */
export function guarded(channel: Channel, law: Compiled, crowdNames: readonly string[]): CustomLaw {
  const needs = [...channel.change].filter(([, n]) => n < 0);
  const crowd = Int32Array.from(needs, ([q]) => q);
  const least = Float64Array.from(needs, ([, n]) => -n);
  return (count, time_s) => {
    const a = law(count, time_s);
    if (!(a >= 0 && a < Number.POSITIVE_INFINITY)) return refuseRate(channel, a, time_s);
    if (a === 0) return 0;
    for (let i = 0; i < crowd.length; i++)
      if (count[crowd[i]!]! < least[i]!)
        return refuseReactant(channel, crowdNames[crowd[i]!]!, count[crowd[i]!]!, time_s);
    return a;
  };
}

function refuseRate(channel: Channel, a: number, time_s: number): never {
  return refuse(
    channel.place,
    `the rate of reaction "${channel.name}" is ${a} at time ${time_s}; ` +
      'a rate is a number of at least 0 (a reversible reaction: write it as forward minus backward)',
  );
}

function refuseReactant(channel: Channel, species: string, left: number, time_s: number): never {
  return refuse(
    channel.place,
    `reaction "${channel.name}" goes on at time ${time_s} with ${left} of its reactant "${species}" left; ` +
      'let its rate be 0 there',
  );
}

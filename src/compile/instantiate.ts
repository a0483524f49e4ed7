import type { EngineTables } from '../engine/tables.js';
import type { Lookup } from '../language/parameters.js';
import { channelTables } from './channel-tables.js';
import { baseRate, drivenBy, type InputValues, molecules, spaceOf } from './numbers.js';
import { partTables } from './part-tables.js';
import type { Structure } from './structure.js';

/** The numbers of one cell. `uniform` draws starting states and rounds amounts; give it a stream of its own. */
export interface CellNumbers {
  readonly volume_um3: number;
  readonly value: Lookup;
  /** Factor on copies per um3, by agent name. */
  readonly copies: (agentName: string) => number;
  readonly uniform: () => number;
}

/** Engine tables of one cell at time 0, with all inputs at rest. */
export function instantiate(structure: Structure, cell: CellNumbers): EngineTables {
  const { model, crowds, pools, channels } = structure;
  const crowdCount = Float64Array.from(crowds, (c) => {
    const start = model.crowds.find((p) => p.crowd.agent === c.agent && p.crowd.in.name === c.in.name);
    return start
      ? rounded(molecules(start.amount, cell.value, spaceOf(c, cell.volume_um3)), cell.uniform)
      : 0;
  });
  return {
    crowds: crowds.length,
    pools: pools.length,
    channels: channels.length,
    crowdCount,
    ...partTables(structure, cell),
    ...channelTables(structure, cell),
  };
}

/** Channel rates under the given inputs, for `setRates`. */
export function ratesUnder(
  structure: Structure,
  cell: Pick<CellNumbers, 'volume_um3' | 'value'>,
  inputs: InputValues,
): Float64Array {
  return Float64Array.from(
    structure.channels,
    (channel) => baseRate(channel, cell.volume_um3, cell.value) * drivenBy(channel, inputs, cell.value),
  );
}

/** A whole number whose mean is x: up with the probability of the remainder. */
export function rounded(x: number, uniform: () => number): number {
  const whole = Math.floor(x);
  const rest = x - whole;
  return rest > 0 && uniform() < rest ? whole + 1 : whole;
}

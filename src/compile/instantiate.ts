import type { EngineTables } from '../engine/tables.js';
import { type CellNumbers, rounded } from './cell-numbers.js';
import { channelTables } from './channel-tables.js';
import { baseRate, drivenBy, type InputValues, molecules, spaceOf } from './numbers.js';
import { partTables } from './part-tables.js';
import type { Structure } from './resolved.js';

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

/** Channel rates of one cell as a function of its inputs, for `setRates`; what inputs do not touch is worked out once. */
export function ratesOf(
  structure: Structure,
  cell: Pick<CellNumbers, 'volume_um3' | 'value'>,
): (inputs: InputValues) => Float64Array {
  const { channels } = structure;
  const base = Float64Array.from(channels, (channel) => baseRate(channel, cell.volume_um3, cell.value));
  const driven = channels.flatMap(({ drives }, i) => (drives.length > 0 ? [i] : []));
  return (inputs) => {
    const rates = base.slice();
    for (const i of driven) rates[i]! *= drivenBy(channels[i]!, inputs, cell.value);
    return rates;
  };
}

import type { EngineTables } from '../engine/tables.js';
import { type CellNumbers, rounded } from './cell-numbers.js';
import { baseRate, drivenBy, type InputValues, molecules, spaceOf } from './numbers.js';
import type { Structure } from './resolved.js';
import { saturationsOf } from './saturations.js';
import { startingParts } from './starting-parts.js';

/** Engine tables of one cell at time 0, with all inputs at rest. */
export function instantiate(structure: Structure, cell: CellNumbers): EngineTables {
  const { model, crowds, channels, tables } = structure;
  const rest = new Map(model.inputs.map((i) => [i.name, i.rest]));
  const atRest: InputValues = (name) => rest.get(name)!;
  const crowdCount = Float64Array.from(crowds, (c) => {
    const start = model.crowds.find((p) => p.crowd.agent === c.agent && p.crowd.in.name === c.in.name);
    return start
      ? rounded(molecules(start.amount, cell.value, spaceOf(c, cell.volume_um3)), cell.uniform)
      : 0;
  });
  return {
    ...tables,
    crowdCount,
    partCode: startingParts(structure, cell),
    rate: Float64Array.from(
      channels,
      (c) => baseRate(c, cell.volume_um3, cell.value) * drivenBy(c, atRest, cell.value),
    ),
    factorInvK: saturationsOf(structure, cell),
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

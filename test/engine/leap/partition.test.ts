import { describe, expect, it } from 'vitest';
import { instantiate } from '../../../src/compile/instantiate.js';
import { structureOf } from '../../../src/compile/structure.js';
import { partitionOf } from '../../../src/engine/leap/partition.js';
import { Take } from '../../../src/engine/tables.js';
import { resolve } from '../../../src/language/parameters.js';
import { leucineModel } from '../../../src/model/leucine.js';

const structure = structureOf(leucineModel);
const tables = instantiate(structure, {
  volume_um3: 1,
  value: resolve(leucineModel),
  copies: () => 1,
  uniform: () => 0.5,
});
const { exact, fast, slow, carriers } = partitionOf(tables);
const flows = [...fast, ...slow].flatMap(({ entries, exits }) => [...entries, ...exits]);
const carried = carriers.flatMap(({ up, down }) => [...up, ...down]);
const ruleOf = (c: number) => structure.channels[c]!.rule.id;

describe('the leucine model, parted', () => {
  it('has every channel once', () => {
    const all = [...exact, ...flows, ...carried].sort((a, b) => a - b);
    expect(all).toEqual(structure.channels.map((_, c) => c));
  });
  it('leaps every channel that takes no individual, and of the others those of BCAT2 alone', () => {
    const takes = (c: number) => tables.takeA[c] === Take.part || tables.takeB[c] === Take.part;
    expect(exact.filter((c) => !takes(c)).map(ruleOf)).toEqual([]);
    expect(flows.filter(takes).map(ruleOf)).toEqual([]);
    expect(new Set(carried.map(ruleOf))).toEqual(new Set(['bcat2-leucine', 'bcat2-glutamate']));
  });
  it('gives short steps to what meets Sestrin in the rim', () => {
    expect(new Set(fast.flatMap(({ exits }) => exits.map(ruleOf)))).toEqual(
      new Set(['rim-cytosol', 'rim-to-plasma', 'nv5138-out']),
    );
  });
});

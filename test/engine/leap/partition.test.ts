import { describe, expect, it } from 'vitest';
import { instantiate } from '../../../src/compile/instantiate.js';
import { structureOf } from '../../../src/compile/structure.js';
import { createCell } from '../../../src/engine/create.js';
import { areFewer, busyAmong } from '../../../src/engine/leap/busy.js';
import { type Carrier, carriersOf, switchesOf, togglesAmong } from '../../../src/engine/leap/carriers.js';
import { clocksOf } from '../../../src/engine/leap/clocks.js';
import { partitionOf } from '../../../src/engine/leap/partition.js';
import { onlyCode, statesOf } from '../../../src/engine/leap/states.js';
import { type EngineTables, Take } from '../../../src/engine/tables.js';
import { resolve } from '../../../src/language/parameters.js';
import { leucineModel } from '../../../src/model/leucine.js';
import { streamFor } from '../../../src/random/stream.js';
import { uniform53 } from '../../../src/random/uniform.js';

const structure = structureOf(leucineModel);
const tablesOf = (volume_um3: number) => {
  const start = streamFor('partition', 'start');
  const uniform = () => uniform53(start);
  return instantiate(structure, { volume_um3, value: resolve(leucineModel), copies: () => 1, uniform });
};
const tables = tablesOf(1);
const togglesOf = (t: EngineTables): readonly Carrier[] =>
  switchesOf(t, carriersOf(t)).flatMap((own, type) => togglesAmong(t, own, type));
const toggles = togglesOf(tables);
const ruleOf = (c: number) => structure.channels[c]!.rule.id;
const channelsOf = (carriers: readonly Carrier[]) => carriers.flatMap(({ up, down }) => [...up, ...down]);

describe.each([
  ['as a small cell leaps', []],
  ['with every toggle', toggles],
])('the leucine model, parted %s', (_, leaping) => {
  const { exact, fast, slow, carriers } = partitionOf(tables, leaping);
  const flows = [...fast, ...slow].flatMap(({ entries, exits }) => [...entries, ...exits]);

  it('has every channel once', () => {
    const all = [...exact, ...flows, ...channelsOf(carriers), ...channelsOf(leaping)].sort((a, b) => a - b);
    expect(all.filter((c, i) => all.indexOf(c) === i)).toEqual(structure.channels.map((_, c) => c));
    if (leaping.length === 0) expect(all).toHaveLength(structure.channels.length);
  });
  it('leaps every channel that takes no individual, and of the others those of BCAT2 and of toggles', () => {
    const takes = (c: number) => tables.takeA[c] === Take.part || tables.takeB[c] === Take.part;
    expect(exact.filter((c) => !takes(c)).map(ruleOf)).toEqual([]);
    expect(flows.filter(takes).map(ruleOf)).toEqual([]);
    expect(new Set(channelsOf(carriers).map(ruleOf))).toEqual(new Set(['bcat2-leucine', 'bcat2-glutamate']));
  });
  it('gives short steps to what meets Sestrin in the rim', () => {
    expect(new Set(fast.flatMap(({ exits }) => exits.map(ruleOf)))).toEqual(
      new Set(['rim-cytosol', 'rim-to-plasma', 'nv5138-out']),
    );
  });
});

describe('a cell whose flows at the rim are few', () => {
  const { exact, fast, slow } = partitionOf(tables, [], true);
  const leapt = partitionOf(tables);

  it('lives these, and these alone, among the exact channels', () => {
    const channels = leapt.fast.flatMap(({ entries, exits }) => [...entries, ...exits]);
    expect(channels.length).toBeGreaterThan(4);
    expect([...exact]).toEqual([...leapt.exact, ...channels].sort((a, b) => a - b));
    expect(fast).toEqual([]);
    expect(slow).toEqual(leapt.slow);
  });
  it.each([
    [2, true],
    [20, false],
  ])('holds %d um3: %s', (volume_um3, few) => {
    const own = tablesOf(volume_um3);
    const streams = { events: streamFor('t'), labels: streamFor('t'), identities: streamFor('t') };
    const cell = createCell(own, streams);
    const parted = partitionOf(own, busyAmong(togglesOf(own), cell));
    const worth = { reach: Math.sqrt(12e-3), stepWorth: 100 };
    expect(areFewer(cell, parted, clocksOf(own, parted), worth)).toBe(few);
    expect(areFewer(cell, parted, clocksOf(own, parted), { ...worth, stepWorth: 0 })).toBe(false);
  });
});

describe('toggles', () => {
  const busy = (volume_um3: number) => {
    const own = tablesOf(volume_um3);
    const streams = { events: streamFor('t'), labels: streamFor('t'), identities: streamFor('t') };
    return busyAmong(togglesOf(own), createCell(own, streams)).flatMap(({ up }) => up.map(ruleOf));
  };
  it('are those that turn often: none in a cell of 2 um3, Sestrin2, the Rag pairs and Rheb in one of 20', () => {
    expect(busy(2)).toEqual([]);
    expect(new Set(busy(20))).toEqual(new Set(['sestrin2-leucine', 'rag-loading', 'rheb-exchange']));
  });
  it('go between states in which all are alike, bonded to nobody', () => {
    const states = statesOf(tables);
    for (const { empty, loaded, delta } of toggles)
      expect(onlyCode(tables, loaded, states) - onlyCode(tables, empty, states)).toBe(delta);
    const bonded = states.filter(({ bonds }) => bonds !== 0);
    expect(bonded.length).toBeGreaterThan(10);
  });
});

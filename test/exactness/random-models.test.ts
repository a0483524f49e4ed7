import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantiate } from '../../src/compile/instantiate.js';
import { type Structure, structureOf } from '../../src/compile/structure.js';
import { step } from '../../src/engine/advance.js';
import type { Cell } from '../../src/engine/cell.js';
import { createCell } from '../../src/engine/create.js';
import { createKernel, fitsKernel } from '../../src/engine/kernel/kernel.js';
import { follow, setSource } from '../../src/engine/labels.js';
import { exists } from '../../src/engine/molecules.js';
import { propensityOf } from '../../src/engine/propensity.js';
import { type EngineTables, GONE, LABEL_CLASSES, SEATED } from '../../src/engine/tables.js';
import { resolve } from '../../src/language/parameters.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';
import type { Engine } from '../support/engine.js';
import { fastEngine } from '../support/fast.js';
import { cook, LOOKED_AT, type Recipes, recipes } from '../support/random-model.js';
import { referenceEngine } from '../support/reference.js';
import { depth } from './case.js';

const MODELS = depth === 'deep' ? 2000 : 150;
const STEPS = 300;
const LONGEST_MS = 1_200_000;

it('keeps what it keeps: pools, bonds, atoms, identities and propensities, over random models', () => {
  fc.assert(
    fc.property(recipes, (r) => inspect(r)),
    { numRuns: MODELS, seed: 1 },
  );
});

it.each([
  ['partners are not told', (t: EngineTables) => ({ ...t, watched: t.watched.map(() => 0) })],
  ['a rate goes stale', (t: EngineTables) => ({ ...t, depStart: t.depStart.map(() => 0) })],
  ['an atom is lost', (t: EngineTables) => ({ ...t, outMaskA: t.outMaskA.map((mask) => mask & 1) })],
  ['half a bond is left', (t: EngineTables) => ({ ...t, slotOfPartner: t.slotOfPartner.map(() => -1) })],
])('would notice that %s', (_, spoil) => {
  const check = fc.check(
    fc.property(recipes, (r) => inspect(r, spoil)),
    { numRuns: MODELS, seed: 1, endOnFailure: true },
  );
  expect(check.failed).toBe(true);
});

function inspect(r: Recipes, spoil?: (t: EngineTables) => EngineTables): void {
  const { cell, structure } = bornFrom(r, true, spoil);
  for (let i = 0; i < STEPS && step(cell, 1e6) >= 0; i++)
    if (i % 20 === 0) {
      poolsAreThoseOfTheStates(cell);
      bondsAreMutual(cell);
      propensitiesAreFresh(cell);
    }
  poolsAreThoseOfTheStates(cell);
  bondsAreMutual(cell);
  propensitiesAreFresh(cell);
  atomsAreWhatCameLessWhatWent(cell, structure);
  followedAreWhereTheirRecordSays(cell);
}

it('gives each channel its firings whether or not molecules are labelled and followed', () => {
  fc.assert(
    fc.property(recipes, (r) => {
      const plain = bornFrom(r, false).cell;
      const tracked = bornFrom(r).cell;
      for (let i = 0; i < STEPS; i++) expect(step(tracked, 1e6)).toBe(step(plain, 1e6));
      expect([...tracked.count]).toEqual([...plain.count]);
    }),
    { numRuns: MODELS, seed: 2 },
  );
});

it('lives the same life in the kernel', () => {
  fc.assert(
    fc.property(recipes, (r) => {
      for (const tracked of [true, false]) {
        const { cell, tables, streams } = bornFrom(r, tracked);
        if (!fitsKernel(tables)) return;
        const kernel = createKernel().create(tables, streams(), 1);
        if (tracked) prepare(kernel.cell);
        kernel.advance(2);
        while (step(cell, 2) >= 0);
        expect([...kernel.cell.fired]).toEqual([...cell.fired]);
        expect([...kernel.cell.code]).toEqual([...cell.code]);
        expect([...kernel.cell.labelled]).toEqual([...cell.labelled]);
      }
    }),
    { numRuns: MODELS, seed: 3 },
  );
});

/** Two samples of equal size, five sigma of their difference; a rate wrong by half is seen where it fires once a cell. */
it(
  'agrees with the reference engine in the mean of everything that can be counted',
  () => {
    const [models, cells] = depth === 'deep' ? [200, 1000] : [25, 150];
    for (const [i, r] of fc.sample(recipes, { numRuns: models, seed: 4 }).entries()) {
      const model = cook(r);
      const [reference, fast] = [referenceEngine(), fastEngine].map((engine) =>
        numbersOf(engine, model, cells, i),
      );
      for (const [name, xs] of Object.entries(reference!)) {
        const ys = fast![name] ?? xs.map(() => 0);
        expect(Math.abs(zOfDifference(xs, ys)), `${name} of ${model.name}`).toBeLessThan(5);
      }
    }
  },
  LONGEST_MS,
);

function numbersOf(engine: Engine, model: ReturnType<typeof cook>, cells: number, i: number) {
  const numbers: Record<string, number[]> = {};
  for (let c = 0; c < cells; c++) {
    const { counts, fired } = engine.simulate({
      model,
      volume_um3: 1,
      seed: `${engine.name} ${i} ${c}`,
      sampleAt_s: [0.7],
      observe: LOOKED_AT.map((pattern) => ({ pattern })),
      inputs: [{ from_s: 0.3, values: { drug: 3 } }],
      labels: { outside: SHARE },
    });
    for (const [name, n] of [
      ...counts[0]!.map((n, j) => [`count ${j}`, n] as const),
      ...Object.entries(fired),
    ])
      numbers[name] = [...(numbers[name] ?? []), n];
  }
  return numbers;
}

function zOfDifference(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [xs, ys].map((zs) => {
    const mean = zs.reduce((sum, z) => sum + z, 0) / zs.length;
    return { mean, error: zs.reduce((sum, z) => sum + (z - mean) ** 2, 0) / zs.length ** 2 };
  });
  const gap = a!.mean - b!.mean;
  return gap === 0 ? 0 : gap / Math.sqrt(a!.error + b!.error);
}

const SHARE = [0.4, 0.2, 0.2, 0.2];

function bornFrom(r: Recipes, tracked = true, spoil = (t: EngineTables) => t) {
  const structure = structureOf(cook(r));
  const start = streamFor('start');
  const tables = spoil(
    instantiate(structure, {
      volume_um3: 1,
      value: resolve(structure.model),
      copies: () => 1,
      uniform: () => uniform53(start),
    }),
  );
  const streams = () => ({
    events: streamFor('events', r.chosen.join()),
    labels: streamFor('labels'),
    identities: streamFor('identities'),
  });
  const cell = createCell(tables, streams(), 1);
  if (tracked) prepare(cell);
  return { cell, tables, streams, structure };
}

function prepare(cell: Cell): void {
  setSource(cell, 0, SHARE);
  for (let q = 0; q < cell.tables.crowds; q++) follow(cell, q, 2, q === 0);
}

function poolsAreThoseOfTheStates(cell: Cell): void {
  const t = cell.tables;
  const expected = Array.from({ length: t.pools }, () => new Set<number>());
  for (let part = 0; part < cell.parts; part++) {
    if (!exists(cell, part)) continue;
    const code = cell.code[part]!;
    const type = t.typeOfCode[code]!;
    for (let bit = 0; bit < t.poolsOfType[type]!; bit++) {
      const pool = t.poolBase[type]! + bit;
      const slot = t.partnerSlot[pool]!;
      const partner = slot < 0 ? -1 : cell.bond[part * t.bondSlots + slot]!;
      const asked =
        slot < 0 || (partner >= 0 && t.partnerOk[t.partnerOkStart[pool]! + cell.code[partner]!] === 1);
      if (((t.poolMask[code]! >>> bit) & 1) === 1 && asked) expected[pool]!.add(part);
    }
  }
  const kept = expected.map((_, pool) => cell.members[pool]!.subarray(0, cell.count[t.crowds + pool]!));
  expect(kept.map((members) => [...members].sort((a, b) => a - b))).toEqual(
    expected.map((members) => [...members].sort((a, b) => a - b)),
  );
}

function bondsAreMutual(cell: Cell): void {
  const slots = cell.tables.bondSlots;
  for (let part = 0; part < cell.parts; part++)
    for (let slot = 0; slot < slots; slot++) {
      const partner = cell.bond[part * slots + slot]!;
      if (partner < 0 || !exists(cell, part)) continue;
      expect([...cell.bond.subarray(partner * slots, (partner + 1) * slots)]).toContain(part);
      expect(exists(cell, partner)).toBe(true);
    }
}

function propensitiesAreFresh(cell: Cell): void {
  let total = 0;
  for (let c = 0; c < cell.tables.channels; c++) {
    const a = propensityOf(cell, c);
    expect(cell.propensity[c]).toBe(a);
    expect(a).toBeGreaterThanOrEqual(0);
    total += a;
  }
  expect(Math.abs(cell.totalPropensity - total)).toBeLessThan(1e-9 * (1 + total));
}

/** Rules of the menu by which an atom leaves: of these, fusion takes two labels at once and leaves only their union on record. */
const EXITS = { C1: ['outflow', 'burn'], N: ['outflow', 'swap', 'eat', 'hatch', 'fuse'] } as const;

function atomsAreWhatCameLessWhatWent(cell: Cell, { channels }: Structure): void {
  const fired = (ids: readonly string[], bit: number) =>
    sum(channels.map(({ rule }, c) => (ids.includes(rule.id) ? labelledIn(cell.firedLabelled, c, bit) : 0)));
  for (const [bit, atom] of (['C1', 'N'] as const).entries()) {
    if (atom === 'N' && channels.some(({ rule }) => rule.id === 'fuse')) continue;
    const inCrowds = sum(
      Array.from({ length: cell.tables.crowds }, (_, q) => labelledIn(cell.labelled, q, bit)),
    );
    const onParts = sum([...cell.label.subarray(0, cell.parts)].map((label) => (label >> bit) & 1));
    expect(inCrowds + onParts).toBe(fired(['inflow'], bit) - fired(EXITS[atom], bit));
  }
}

/** Of the numbers by label class of one crowd or channel, those whose class has the bit. */
const labelledIn = (byClass: Float64Array, i: number, bit: number): number =>
  sum([1, 2, 3].map((cls) => ((cls >> bit) & 1) * byClass[i * LABEL_CLASSES + cls]!));

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

function followedAreWhereTheirRecordSays(cell: Cell): void {
  const { present, place, label } = cell.followed;
  const seated = new Set([...cell.cargo.subarray(0, cell.parts)].filter((id) => id >= 0));
  place.forEach((where, id) => {
    if (where === SEATED) expect(seated.has(id)).toBe(true);
    else if (where !== GONE) expect(present[where * LABEL_CLASSES + label[id]!]).toContain(id);
  });
  const counted = sum(present.map((ids) => ids.length)) + seated.size;
  expect(counted).toBe(place.filter((where) => where !== GONE).length);
  present.forEach((ids, i) => {
    const q = Math.floor(i / LABEL_CLASSES);
    const cls = i % LABEL_CLASSES;
    const members = cls > 0 ? cell.labelled[i]! : cell.count[q]! - cell.labelledTotal[q]!;
    expect(ids.length).toBeLessThanOrEqual(members);
  });
}

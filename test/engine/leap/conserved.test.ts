import { describe, expect, it } from 'vitest';
import { instantiate } from '../../../src/compile/instantiate.js';
import { structureOf } from '../../../src/compile/structure.js';
import { setRates } from '../../../src/engine/advance.js';
import { setSource } from '../../../src/engine/labels.js';
import { createHybrid } from '../../../src/engine/leap/hybrid.js';
import { LABEL_CLASSES } from '../../../src/engine/tables.js';
import { resolve } from '../../../src/language/parameters.js';
import { leucineModel } from '../../../src/model/leucine.js';
import { streamFor } from '../../../src/random/stream.js';
import { uniform53 } from '../../../src/random/uniform.js';

const structure = structureOf(leucineModel);
const hybrid = createHybrid();

function lived(volume_um3: number, tolerance?: number, labelled = true) {
  const start = streamFor('conserved', volume_um3);
  const tables = instantiate(structure, {
    volume_um3,
    value: resolve(leucineModel),
    copies: () => 1,
    uniform: () => uniform53(start),
  });
  const stream = (name: string) => streamFor('conserved', name, volume_um3);
  const { cell, advance } = (tolerance === undefined ? hybrid : createHybrid(tolerance)).create(
    tables,
    {
      events: stream('events'),
      labels: stream('labels'),
      identities: stream('identities'),
      leaps: stream('leaps'),
    },
    structure.model.labelSources.length,
  );
  if (labelled) setSource(cell, 0, [0.6, 0.2, 0.1, 0.1]);
  setRates(cell, cell.rate.slice());
  return { cell, advance };
}
/** Crowds at the start and by what the channels that fired have taken and given. */
function balance({ cell }: ReturnType<typeof lived>): { readonly right: number[]; readonly found: number[] } {
  const t = cell.tables;
  const right = [...t.crowdCount];
  for (let c = 0; c < t.channels; c++) {
    if (t.takeA[c] === 1) right[t.qa[c]!]! -= cell.fired[c]!;
    if (t.takeB[c] === 1) right[t.qb[c]!]! -= cell.fired[c]!;
    for (let o = t.outStart[c]!; o < t.outStart[c + 1]!; o++) right[t.outCrowd[o]!]! += cell.fired[c]!;
  }
  return { right, found: [...cell.count.subarray(0, t.crowds)] };
}

describe.each([
  ['a tiny cell', 0.02, undefined],
  ['a cell whose carriers leap', 0.5, undefined],
  ['a cell with steps far too long', 0.1, 1000],
  ['a cell whose toggles leap', 16, undefined],
] as const)('in %s', (_, volume_um3, tolerance) => {
  const life = lived(volume_um3, tolerance);
  life.advance(volume_um3 > 1 ? 60 : 900);
  const { cell } = life;
  const { crowds, pools } = cell.tables;

  it('every crowd is what its channels have left of it, and none is negative', () => {
    const { right, found } = balance(life);
    expect(found).toEqual(right);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    expect(cell.events).toBe(cell.fired.reduce((sum, n) => sum + n, 0));
  });
  it('labelled members are of the crowd, and label has come from outside to where it can go', () => {
    for (let q = 0; q < crowds; q++) {
      const classes = cell.labelled.subarray(q * LABEL_CLASSES + 1, (q + 1) * LABEL_CLASSES);
      expect(Math.min(...classes)).toBeGreaterThanOrEqual(0);
      expect(cell.labelledTotal[q]).toBe(classes.reduce((sum, n) => sum + n, 0));
      expect(cell.labelledTotal[q]).toBeLessThanOrEqual(cell.count[q]!);
    }
    const of = (name: string) => structure.crowds.findIndex((c) => c.agent.agentName === name);
    const classOf = (name: string, cls: number) => cell.labelled[of(name) * LABEL_CLASSES + cls]!;
    expect(classOf('Leucine', 3)).toBeGreaterThan(0);
    if (volume_um3 > 0.1) {
      expect(classOf('KIC', 1)).toBeGreaterThan(0);
      expect(classOf('Glutamate', 2)).toBeGreaterThan(0);
    }
    expect(classOf('KIC', 2) + classOf('KIC', 3) + classOf('Glutamate', 1) + classOf('Glutamate', 3)).toBe(0);
  });
  it('pools hold the parts of their states', () => {
    const sizes = new Array<number>(pools).fill(0);
    for (let part = 0; part < cell.parts; part++)
      for (let held = cell.held[part]!; held !== 0; held &= held - 1) {
        const base = cell.tables.poolBase[cell.tables.typeOfCode[cell.code[part]!]!]!;
        sizes[base + 31 - Math.clz32(held & -held)]!++;
      }
    expect([...cell.count.subarray(crowds)]).toEqual(sizes);
  });
});

it.each([0.5, 16])('a tracer changes no event and no leap in a cell of %d um3', (volume_um3) => {
  const [traced, plain] = [lived(volume_um3), lived(volume_um3, undefined, false)];
  for (const { advance } of [traced, plain]) advance(40);
  expect(traced.cell.labelledTotal.some((n) => n > 0)).toBe(true);
  expect([...traced.cell.fired]).toEqual([...plain.cell.fired]);
  expect([...traced.cell.code]).toEqual([...plain.cell.code]);
});

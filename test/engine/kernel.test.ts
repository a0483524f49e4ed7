import { describe, expect, it } from 'vitest';
import { BENCHMARKS } from '../../bench/models/all.js';
import { instantiate } from '../../src/compile/instantiate.js';
import { structureOf } from '../../src/compile/structure.js';
import { advance } from '../../src/engine/advance.js';
import type { Cell } from '../../src/engine/cell.js';
import { createCell } from '../../src/engine/create.js';
import { createKernel, fitsKernel, type SavedState } from '../../src/engine/kernel/kernel.js';
import { follow, setSource } from '../../src/engine/labels.js';
import { restoreCell, saveCell } from '../../src/engine/saved.js';
import type { Model } from '../../src/language/model.js';
import { resolve } from '../../src/language/parameters.js';
import { leucineModel } from '../../src/model/leucine.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';
import { pingPong } from '../support/ping-pong.js';

const tablesOf = (model: Model, seed: string) => {
  const start = streamFor(seed, 'start');
  const numbers = { volume_um3: 1, value: resolve(model), copies: () => 1, uniform: () => uniform53(start) };
  return instantiate(structureOf(model), numbers);
};
const streamsOf = (seed: string) => ({
  events: streamFor(seed, 'events'),
  labels: streamFor(seed, 'labels'),
  identities: streamFor(seed, 'identities'),
});

/** Everything of a cell that can differ, as plain numbers. */
const life = (cell: Cell) => ({
  time_s: cell.time_s,
  events: cell.events,
  total: cell.totalPropensity,
  count: [...cell.count],
  fired: [...cell.fired],
  propensity: [...cell.propensity],
  code: [...cell.code],
  bond: [...cell.bond],
  changedAt_s: [...cell.changedAt_s],
  labelled: [...cell.labelled],
  log: cell.followed.log,
  random: [...cell.streams.events.state],
});

describe('the kernel lives the same life as the readable engine, bit for bit', () => {
  it.each(Object.entries(BENCHMARKS))('%s', (_, { model, end_s }) => {
    const tables = tablesOf(model, 'twin');
    expect(fitsKernel(tables)).toBe(true);
    const plain = createCell(tables, streamsOf('twin'));
    const fast = createKernel().create(tables, streamsOf('twin'));
    for (const share of [0.003, 0.006, 0.01]) {
      expect(fast.advance(share * end_s)).toBe(advance(plain, share * end_s));
      expect(life(fast.cell)).toEqual(life(plain));
    }
    expect(plain.events).toBeGreaterThan(1000);
  });

  it('and tells the same numbers of events to whoever watches', () => {
    const tables = tablesOf(pingPong, 'watched');
    const told = (start: (cell: Cell) => (until_s: number) => unknown, cell: Cell) => {
      const seen: number[] = [];
      cell.watch = (events) => void seen.push(events);
      const advanceTo = start(cell);
      for (const share of [0.3, 0.7, 1]) advanceTo(share * 2000);
      return seen;
    };
    const fast = createKernel().create(tables, streamsOf('watched'), 1);
    const slow = told(
      (cell) => (until_s) => advance(cell, until_s),
      createCell(tables, streamsOf('watched'), 1),
    );
    expect(told(() => fast.advance, fast.cell)).toEqual(slow);
    expect(slow.slice(0, 2)).toEqual([16_384, 32_768]);
  });

  it('and goes on in either engine with what the other left', () => {
    const tables = tablesOf(pingPong, 'left');
    const end_s = 2000;
    const whole = createKernel().create(tables, streamsOf('left'), 1);
    const first = createKernel().create(tables, streamsOf('left'), 1);
    for (const { cell } of [whole, first]) {
      setSource(cell, 0, [0.7, 0.1, 0.1, 0.1]);
      for (let q = 0; q < tables.crowds; q++) follow(cell, q, 3);
    }
    whole.advance(end_s);
    let left: SavedState | undefined;
    first.cell.watch = (events) => {
      if (events < 3 * 16_384) return;
      left = structuredClone(first.save());
      throw new Error('stopped');
    };
    expect(() => first.advance(end_s)).toThrow('stopped');
    const plain = createCell(tables, streamsOf('other'), 1);
    restoreCell(plain, left!);
    expect(plain.time_s).toBeLessThan(end_s);
    advance(plain, end_s);
    expect(life(plain)).toEqual(life(whole.cell));
    const again = createKernel().create(tables, streamsOf('other'), 1);
    again.restore(left!);
    again.goOn(end_s);
    expect(life(again.cell)).toEqual(life(whole.cell));
    const middle = createCell(tables, streamsOf('left'), 1);
    restoreCell(middle, left!);
    again.restore({ ...structuredClone(saveCell(middle)), saturations: left!.saturations });
    again.goOn(end_s);
    expect(life(again.cell)).toEqual(life(whole.cell));
  });

  it('with labels and followed molecules', () => {
    const tables = tablesOf(pingPong, 'labels');
    const plain = createCell(tables, streamsOf('labels'), 1);
    const fast = createKernel().create(tables, streamsOf('labels'), 1);
    for (const cell of [plain, fast.cell]) {
      setSource(cell, 0, [0.7, 0.1, 0.1, 0.1]);
      follow(cell, 0, 60);
    }
    advance(plain, 50);
    fast.advance(50);
    expect(life(fast.cell)).toEqual(life(plain));
    expect(plain.labelledTotal.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(plain.followed.log.length).toBeGreaterThan(100);
  });

  it('with bonds whose partners are asked: the whole model', () => {
    const tables = tablesOf(leucineModel, 'whole');
    const plain = createCell(tables, streamsOf('whole'), 4);
    const fast = createKernel().create(tables, streamsOf('whole'), 4);
    advance(plain, 900);
    fast.advance(900);
    expect(life(fast.cell)).toEqual(life(plain));
    expect(fast.cell.members.map((m, pool) => [...m.subarray(0, plain.count[tables.crowds + pool])])).toEqual(
      plain.members.map((m, pool) => [...m.subarray(0, plain.count[tables.crowds + pool])]),
    );
    expect(plain.events).toBeGreaterThan(100_000);
  });

  it('one program serves twins of other sizes', () => {
    const kernel = createKernel();
    const model = BENCHMARKS.M4!.model;
    for (const [i, factor] of [1, 0.5, 1.4, 3].entries()) {
      const start = streamFor('sizes', i);
      const tables = instantiate(structureOf(model), {
        volume_um3: 1,
        value: resolve(model),
        copies: () => factor,
        uniform: () => uniform53(start),
      });
      const plain = createCell(tables, streamsOf(`size ${i}`));
      const fast = kernel.create(tables, streamsOf(`size ${i}`));
      advance(plain, 0.5);
      fast.advance(0.5);
      expect(life(fast.cell)).toEqual(life(plain));
    }
  });
});

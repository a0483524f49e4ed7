import { expect, it } from 'vitest';
import { batchSizer } from '../../src/runner/batches.js';

it('begins with one cell, because nothing is known', () => {
  expect(batchSizer().next(1000, 2)).toBe(1);
});

it('settles on batches of 0.3 to 2 seconds', () => {
  for (const secondsPerCell of [0.0005, 0.01, 0.1, 0.35]) {
    const sizer = batchSizer();
    for (let i = 0; i < 20; i++) {
      const size = sizer.next(1e6, 2);
      sizer.learn(size, size * secondsPerCell);
    }
    const batch_s = sizer.next(1e6, 2) * secondsPerCell;
    expect(batch_s).toBeGreaterThan(0.3);
    expect(batch_s).toBeLessThan(2);
  }
});

it('gives one cell at a time when one takes longer than a batch should', () => {
  const sizer = batchSizer();
  sizer.learn(1, 60);
  expect(sizer.next(1000, 2)).toBe(1);
});

it('leaves work for every worker at the end, and never more than there is', () => {
  const sizer = batchSizer();
  sizer.learn(100, 0.01);
  expect(sizer.next(8, 2)).toBe(2);
  expect(sizer.next(1, 2)).toBe(1);
});

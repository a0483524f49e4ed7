import { expect, it } from 'vitest';
import { tally } from '../../src/runner/progress.js';

it('estimates the time left from the time taken so far', () => {
  let now = 1000;
  const counts = tally(10, 0, () => now);
  expect(counts.now().left_s).toBe(Number.POSITIVE_INFINITY);
  now += 4000;
  counts.add(4, 1, 800);
  expect(counts.now()).toEqual({
    done: 4,
    total: 10,
    failed: 1,
    events: 800,
    elapsed_s: 4,
    cellsPerSecond: 1,
    eventsPerSecond: 200,
    left_s: 6,
  });
});

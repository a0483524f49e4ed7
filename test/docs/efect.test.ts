import { describe, expect, it } from 'vitest';
import { halvesError, selfError, wavesOf } from '../../docs/efect.js';
import { normal } from '../../src/random/normal.js';
import { streamFor } from '../../src/random/stream.js';
import { python, pythonWith } from '../support/python.js';

const drawn = (n: number, shift: number, name: string): number[][] => {
  const stream = streamFor('efect', name);
  return Array.from({ length: n }, (_, i) => [normal(stream) + (i < n / 2 ? 0 : shift)]);
};
const inOrder = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('the EFECT error', () => {
  it('is 0 of halves that are alike, and of what does not vary', () => {
    expect(halvesError(wavesOf([[[1], [2], [1], [2]]]), inOrder(4))).toBeCloseTo(0, 12);
    expect(wavesOf([[[3], [3]]])).toEqual([]);
  });
  it('falls with the root of the sample, and not where the halves differ', () => {
    const mean = (n: number) =>
      selfError(wavesOf([drawn(n, 0, `size ${n}`)]), n, 20, streamFor('efect', 'halves', n))[0];
    expect(mean(64) / mean(1024)).toBeGreaterThan(3);
    expect(mean(64) / mean(1024)).toBeLessThan(5);
    expect(halvesError(wavesOf([drawn(1024, 2, 'apart')]), inOrder(1024))).toBeGreaterThan(0.5);
  });
});

describe.skipIf(!pythonWith('libssr'))('under libSSR', () => {
  it('is the same to the last digits', () => {
    const sample = drawn(50, 0.3, 'libssr');
    const code = `import libssr, numpy, sys, json; print(libssr.err_sample({"x": numpy.array(json.loads(sys.argv[1]))})[0]["x"])`;
    const found = Number(python(['-c', code, JSON.stringify(sample.flat())]));
    expect(halvesError(wavesOf([sample]), inOrder(50))).toBeCloseTo(found, 9);
  });
});

import { expect, it } from 'vitest';
import { bytes, count, plain, span } from '../../src/cli/numbers.js';

it('writes three significant digits', () => {
  expect([0, 0.0123, 1.234, 12.34, 123.4, 12345, 2.5e7, 4e-5, -0.5].map(plain)).toEqual([
    '0',
    '0.0123',
    '1.23',
    '12.3',
    '123',
    '12345',
    '2.50e+7',
    '4.00e-5',
    '-0.500',
  ]);
  expect([0.9999, 9.996, 99.96, 999.6, 999_600, -0.9999].map(plain)).toEqual([
    '1.00',
    '10.0',
    '100',
    '1000',
    '1.00e+6',
    '-1.00',
  ]);
  expect([Number.NaN, Number.POSITIVE_INFINITY].map(plain)).toEqual(['-', 'infinite']);
});

it('writes counts, spans and sizes as people say them', () => {
  expect([12, 9999, 34_000, 2.5e6, 1.2e9].map(count)).toEqual([
    '12',
    '9999',
    '34.0 thousand',
    '2.50 million',
    '1.20 billion',
  ]);
  expect([0.44, 12.4, 200, 7200, 7500, Number.POSITIVE_INFINITY].map(span)).toEqual([
    '0.4 s',
    '12 s',
    '3 min',
    '2 h',
    '2 h 5 min',
    'unknown',
  ]);
  expect([950, 12_300, 4.5e9].map(bytes)).toEqual(['950 B', '12.3 kB', '4.50 GB']);
});

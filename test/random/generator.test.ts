import { describe, expect, it } from 'vitest';
import { loadState, saveState } from '../../src/random/generator.js';
import { uint32 } from '../../src/random/uniform.js';

describe('xoshiro128**', () => {
  /**
   * Numbers printed by the reference program (David Blackman and Sebastiano Vigna, public domain,
   * https://prng.di.unimi.it/xoshiro128starstar.c, version 1.1) with this main:
   *
   *   #include <stdint.h>
   *   #include <stdio.h>
   *   static uint32_t s[4] = {1, 2, 3, 4};
   *   static inline uint32_t rotl(const uint32_t x, int k) { return (x << k) | (x >> (32 - k)); }
   *   uint32_t next(void) {
   *     const uint32_t result = rotl(s[1] * 5, 7) * 9;
   *     const uint32_t t = s[1] << 9;
   *     s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3];
   *     s[2] ^= t;
   *     s[3] = rotl(s[3], 11);
   *     return result;
   *   }
   *   int main(void) {
   *     for (int i = 0; i < 10; i++) printf("%u\n", next());
   *     for (int i = 10; i < 999999; i++) next();
   *     printf("millionth %u\n", next());
   *   }
   */
  it('draws what the C program draws', () => {
    const g = loadState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => uint32(g))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
    for (let i = 10; i < 999_999; i++) uint32(g);
    expect(uint32(g)).toBe(3457443141);
  });

  it('goes on from a saved state, through JSON', () => {
    const g = loadState([1, 2, 3, 4]);
    for (let i = 0; i < 100; i++) uint32(g);
    const saved = JSON.parse(JSON.stringify(saveState(g)));
    const expected = Array.from({ length: 20 }, () => uint32(g));
    const again = loadState(saved);
    expect(Array.from({ length: 20 }, () => uint32(again))).toEqual(expected);
  });

  it.each([[[0, 0, 0, 0]], [[1, 2, 3]], [[1, 2, 3, 4.5]], [[1, 2, 3, Number.NaN]]])(
    'refuses the state [%s]',
    (state) => {
      expect(() => loadState(state)).toThrow(/not a generator state.*give four/);
    },
  );
});

/* xoshiro256++ 1.0 (Blackman and Vigna, public domain algorithm, https://prng.di.unimi.it), seeded by splitmix64. */
#ifndef RNG_H
#define RNG_H
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>

typedef struct { uint64_t s[4]; } rng_t;

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline void rng_seed(rng_t *r, uint64_t seed) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    r->s[i] = z ^ (z >> 31);
  }
}

static inline uint64_t rng_next(rng_t *r) {
  uint64_t *s = r->s, result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return result;
}

/* Uniform on [0, 1), 53 bits. */
static inline double rng_uniform(rng_t *r) { return (double)(rng_next(r) >> 11) * 0x1p-53; }

/* Exponential of mean 1; 1 - u is never 0. */
static inline double rng_exponential(rng_t *r) { return -log(1.0 - rng_uniform(r)); }

/* Uniform on 0 .. n-1, unbiased (Lemire, https://doi.org/10.1145/3230636). */
static inline uint32_t rng_below(rng_t *r, uint32_t n) {
  uint64_t m = (uint64_t)(uint32_t)(rng_next(r) >> 32) * n;
  if ((uint32_t)m < n) {
    uint32_t floor = -n % n;
    while ((uint32_t)m < floor) m = (uint64_t)(uint32_t)(rng_next(r) >> 32) * n;
  }
  return (uint32_t)(m >> 32);
}
#endif

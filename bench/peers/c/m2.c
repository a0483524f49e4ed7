/* M2: 2 S1 -> S2 0.002 a pair; S2 -> 2 S1 0.5; S1 -> 0 1; S2 -> S3 0.04. */
#include "rng.h"

typedef struct { long long S1, S2, S3; } state_t;
#define START { 100000, 0, 0 }
#define CHANNELS 4

static inline double propensities(const state_t *s, double *a) {
  a[0] = 0.001 * s->S1 * (s->S1 - 1);
  a[1] = 0.5 * s->S2;
  a[2] = 1.0 * s->S1;
  a[3] = 0.04 * s->S2;
  return a[0] + a[1] + a[2] + a[3];
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) { s->S1 -= 2; s->S2++; }
  else if ((u -= a[0]) < a[1]) { s->S2--; s->S1 += 2; }
  else if ((u -= a[1]) < a[2]) s->S1--;
  else { s->S2--; s->S3++; }
}

static void header(void) { puts("time\tS1\tS2\tS3"); }
static void row(double t, state_t s) {
  printf("%.10g\t%lld\t%lld\t%lld\n", t, s.S1, s.S2, s.S3);
}

#include "loop.h"

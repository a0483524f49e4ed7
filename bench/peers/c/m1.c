/* M1: 0 -> X 1000; X -> 0 0.1. */
#include "rng.h"

typedef struct { long long X; } state_t;
#define START { 10000 }
#define CHANNELS 2

static inline double propensities(const state_t *s, double *a) {
  a[0] = 1000.0;
  a[1] = 0.1 * s->X;
  return a[0] + a[1];
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) s->X++;
  else s->X--;
}

static void header(void) { puts("time\tX"); }
static void row(double t, state_t s) {
  printf("%.10g\t%lld\n", t, s.X);
}

#include "loop.h"

/* M3: E + S -> ES 0.001; ES -> E + S 9; ES -> E + P 1. */
#include "rng.h"

typedef struct { long long E, S, ES, P; } state_t;
#define START { 1000, 100000, 0, 0 }
#define CHANNELS 3

static inline double propensities(const state_t *s, double *a) {
  a[0] = 0.001 * s->E * s->S;
  a[1] = 9.0 * s->ES;
  a[2] = 1.0 * s->ES;
  return a[0] + a[1] + a[2];
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) { s->E--; s->S--; s->ES++; }
  else if ((u -= a[0]) < a[1]) { s->ES--; s->E++; s->S++; }
  else { s->ES--; s->E++; s->P++; }
}

static void header(void) { puts("time\tE\tS\tES\tP"); }
static void row(double t, state_t s) {
  printf("%.10g\t%lld\t%lld\t%lld\t%lld\n", t, s.E, s.S, s.ES, s.P);
}

#include "loop.h"

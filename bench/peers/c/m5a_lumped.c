/* M5a by counts of sites: the oracle of its totals (exact for them, since sites act alone; no molecule is told from another). */
#include "rng.h"

typedef struct { long long U, P; } state_t;
#define START {2000, 0}
#define CHANNELS 2

static inline double propensities(const state_t *s, double *a) {
  a[0] = 0.01 * 100 * s->U;
  a[1] = 0.01 * 100 * s->P;
  return a[0] + a[1];
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) { s->U--; s->P++; }
  else { s->P--; s->U++; }
}

static void header(void) { puts("time\tU\tP"); }
static void row(double t, state_t s) {
  printf("%.10g\t%lld\t%lld\n", t, s.U, s.P);
}

#include "loop.h"

/* M5b by counts of sites: the oracle of its totals (exact for them, since sites act alone; no molecule is told from another). */
#include "rng.h"

typedef struct { long long U, P, UK, PF, K, F; } state_t;
#define START {2000, 0, 0, 0, 100, 100}
#define CHANNELS 6

static inline double propensities(const state_t *s, double *a) {
  a[0] = 0.01 * s->U * s->K;
  a[1] = 1.0 * s->UK;
  a[2] = 1.0 * s->UK;
  a[3] = 0.01 * s->P * s->F;
  a[4] = 1.0 * s->PF;
  a[5] = 1.0 * s->PF;
  return a[0] + a[1] + a[2] + a[3] + a[4] + a[5];
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) { s->U--; s->K--; s->UK++; }
  else if ((u -= a[0]) < a[1]) { s->UK--; s->U++; s->K++; }
  else if ((u -= a[1]) < a[2]) { s->UK--; s->P++; s->K++; }
  else if ((u -= a[2]) < a[3]) { s->P--; s->F--; s->PF++; }
  else if ((u -= a[3]) < a[4]) { s->PF--; s->P++; s->F++; }
  else { s->PF--; s->U++; s->F++; }
}

static void header(void) { puts("time\tU\tP\tUK\tPF\tK\tF"); }
static void row(double t, state_t s) {
  printf("%.10g\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\n", t, s.U, s.P, s.UK, s.PF, s.K, s.F);
}

#include "loop.h"

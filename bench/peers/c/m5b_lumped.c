/*
 * M5b by counts of sites, site 1 apart from the nine others: the oracle of its means. Exact for these counts, since sites
 * act alone, but no molecule is told from another, so it is no peer.
 */
#include "rng.h"

typedef struct { long long U, P, UK, PF, U1, P1, UK1, PF1, K, F; } state_t;
#define START { 1800, 0, 0, 0, 200, 0, 0, 0, 100, 100 }
#define CHANNELS 12

static inline double propensities(const state_t *s, double *a) {
  a[0] = 0.01 * s->U * s->K;
  a[1] = 1.0 * s->UK;
  a[2] = 1.0 * s->UK;
  a[3] = 0.01 * s->P * s->F;
  a[4] = 1.0 * s->PF;
  a[5] = 1.0 * s->PF;
  a[6] = 0.01 * s->U1 * s->K;
  a[7] = 1.0 * s->UK1;
  a[8] = 1.0 * s->UK1;
  a[9] = 0.01 * s->P1 * s->F;
  a[10] = 1.0 * s->PF1;
  a[11] = 1.0 * s->PF1;
  double total = 0;
  for (int i = 0; i < CHANNELS; i++) total += a[i];
  return total;
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) { s->U--; s->K--; s->UK++; }
  else if ((u -= a[0]) < a[1]) { s->UK--; s->U++; s->K++; }
  else if ((u -= a[1]) < a[2]) { s->UK--; s->P++; s->K++; }
  else if ((u -= a[2]) < a[3]) { s->P--; s->F--; s->PF++; }
  else if ((u -= a[3]) < a[4]) { s->PF--; s->P++; s->F++; }
  else if ((u -= a[4]) < a[5]) { s->PF--; s->U++; s->F++; }
  else if ((u -= a[5]) < a[6]) { s->U1--; s->K--; s->UK1++; }
  else if ((u -= a[6]) < a[7]) { s->UK1--; s->U1++; s->K++; }
  else if ((u -= a[7]) < a[8]) { s->UK1--; s->P1++; s->K++; }
  else if ((u -= a[8]) < a[9]) { s->P1--; s->F--; s->PF1++; }
  else if ((u -= a[9]) < a[10]) { s->PF1--; s->P1++; s->F++; }
  else { s->PF1--; s->U1++; s->F++; }
}

static void header(void) { puts("time\tP1\tK\tF"); }
static void row(double t, state_t s) { printf("%.10g\t%lld\t%lld\t%lld\n", t, s.P1, s.K, s.F); }

#include "loop.h"

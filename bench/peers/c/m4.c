/* M4, the leucine sensor, over counts; the chain of tests runs from the commonest event to the rarest. */
#include "rng.h"

typedef struct { long long Leu, S, SL, G2, SG2, G1, G1G2, RD, RT, M, MRT; } state_t;
#define START { 90000, 1000, 0, 300, 0, 300, 0, 2000, 0, 500, 0 }
#define CHANNELS 12

static inline double propensities(const state_t *s, double *a) {
  a[0] = 9000.0;
  a[1] = 0.1 * s->Leu;
  a[2] = (1.0 / 12000) * s->S * s->Leu;
  a[3] = 1.0 * s->SL;
  a[4] = 0.002 * s->S * s->G2;
  a[5] = 0.2 * s->SG2;
  a[6] = 0.002 * s->G1 * s->G2;
  a[7] = 0.1 * s->G1G2;
  a[8] = 0.001 * s->RT * s->G1;
  a[9] = 0.05 * s->RD;
  a[10] = 0.001 * s->M * s->RT;
  a[11] = 0.2 * s->MRT;
  return a[0] + a[1] + a[2] + a[3] + a[4] + a[5] + a[6] + a[7] + a[8] + a[9] + a[10] + a[11];
}

static inline void fire(state_t *s, rng_t *rng, const double *a, double u) {
  (void)rng;
  if (u < a[0]) s->Leu++;
  else if ((u -= a[0]) < a[1]) s->Leu--;
  else if ((u -= a[1]) < a[2]) { s->S--; s->Leu--; s->SL++; }
  else if ((u -= a[2]) < a[3]) { s->SL--; s->S++; s->Leu++; }
  else if ((u -= a[3]) < a[10]) { s->M--; s->RT--; s->MRT++; }
  else if ((u -= a[10]) < a[11]) { s->MRT--; s->M++; s->RT++; }
  else if ((u -= a[11]) < a[9]) { s->RD--; s->RT++; }
  else if ((u -= a[9]) < a[8]) { s->RT--; s->RD++; }
  else if ((u -= a[8]) < a[6]) { s->G1--; s->G2--; s->G1G2++; }
  else if ((u -= a[6]) < a[7]) { s->G1G2--; s->G1++; s->G2++; }
  else if ((u -= a[7]) < a[4]) { s->S--; s->G2--; s->SG2++; }
  else { s->SG2--; s->S++; s->G2++; }
}

static void header(void) { puts("time\tLeu\tS\tSL\tG2\tSG2\tG1\tG1G2\tRD\tRT\tM\tMRT"); }
static void row(double t, state_t s) {
  printf("%.10g\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\t%lld\n", t, s.Leu, s.S, s.SL, s.G2, s.SG2, s.G1, s.G1G2, s.RD, s.RT, s.M, s.MRT);
}

#include "loop.h"

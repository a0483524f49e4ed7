/*
 * M4 with a record for every molecule, leucine too: its place in the list of its state, and its partner. A member is
 * picked at random and swap-removed in O(1).
 */
#include "rng.h"

enum { LEU_FREE, S_FREE, S_LEU, S_G2, G2_FREE, G2_S, G2_G1, G1_FREE, G1_G2, R_GDP, R_GTP, R_M, M_FREE, M_R, LEU_S, LISTS };
#define CAPACITY 131072
#define CHANNELS 12

/* The counts of the lists live in a local, so that the compiler may keep them in registers. */
typedef struct { int32_t n[LISTS], spares; } state_t;

static int32_t place[CAPACITY], partner[CAPACITY], spare[CAPACITY], member[LISTS][CAPACITY];

static inline __attribute__((always_inline)) void join(state_t *s, int32_t id, int list) {
  place[id] = s->n[list];
  member[list][s->n[list]++] = id;
}
static inline __attribute__((always_inline)) void leave(state_t *s, int32_t id, int list) {
  const int32_t hole = place[id], last = member[list][--s->n[list]];
  member[list][hole] = last;
  place[last] = hole;
}
static inline __attribute__((always_inline)) int32_t take(state_t *s, rng_t *r, int list) {
  const int32_t hole = (int32_t)rng_below(r, (uint32_t)s->n[list]), id = member[list][hole], last = member[list][--s->n[list]];
  member[list][hole] = last;
  place[last] = hole;
  return id;
}
static inline __attribute__((always_inline)) void bind(state_t *s, rng_t *r, int a, int b, int boundA, int boundB) {
  const int32_t x = take(s, r, a), y = take(s, r, b);
  join(s, x, boundA);
  join(s, y, boundB);
  partner[x] = y;
  partner[y] = x;
}
static inline __attribute__((always_inline)) void unbind(state_t *s, rng_t *r, int boundA, int boundB, int a, int b) {
  const int32_t x = take(s, r, boundA), y = partner[x];
  leave(s, y, boundB);
  join(s, x, a);
  join(s, y, b);
}

static state_t ready(void) {
  static const struct { int list; int32_t n; } first[] = {
    { LEU_FREE, 90000 }, { S_FREE, 1000 }, { G2_FREE, 300 }, { G1_FREE, 300 }, { R_GDP, 2000 }, { M_FREE, 500 },
  };
  state_t s = { 0 };
  int32_t id = 0;
  for (size_t i = 0; i < sizeof first / sizeof *first; i++)
    for (int32_t n = first[i].n; n > 0; n--) join(&s, id++, first[i].list);
  while (id < CAPACITY) spare[s.spares++] = id++;
  return s;
}
#define START ready()

static inline double propensities(const state_t *s, double *a) {
  const int32_t *n = s->n;
  a[0] = 9000.0;
  a[1] = 0.1 * n[LEU_FREE];
  a[2] = (1.0 / 12000) * n[S_FREE] * n[LEU_FREE];
  a[3] = 1.0 * n[S_LEU];
  a[4] = 0.002 * n[S_FREE] * n[G2_FREE];
  a[5] = 0.2 * n[S_G2];
  a[6] = 0.002 * n[G1_FREE] * n[G2_FREE];
  a[7] = 0.1 * n[G1_G2];
  a[8] = 0.001 * n[R_GTP] * n[G1_FREE];
  a[9] = 0.05 * n[R_GDP];
  a[10] = 0.001 * n[M_FREE] * n[R_GTP];
  a[11] = 0.2 * n[M_R];
  return a[0] + a[1] + a[2] + a[3] + a[4] + a[5] + a[6] + a[7] + a[8] + a[9] + a[10] + a[11];
}

static inline __attribute__((always_inline)) void fire(state_t *s, rng_t *r, const double *a, double u) {
  if (u < a[0]) {
    if (s->spares == 0) {
      fprintf(stderr, "more than %d molecules; raise CAPACITY\n", CAPACITY);
      exit(1);
    }
    join(s, spare[--s->spares], LEU_FREE);
  } else if ((u -= a[0]) < a[1]) spare[s->spares++] = take(s, r, LEU_FREE);
  else if ((u -= a[1]) < a[2]) bind(s, r, S_FREE, LEU_FREE, S_LEU, LEU_S);
  else if ((u -= a[2]) < a[3]) unbind(s, r, S_LEU, LEU_S, S_FREE, LEU_FREE);
  else if ((u -= a[3]) < a[10]) bind(s, r, M_FREE, R_GTP, M_R, R_M);
  else if ((u -= a[10]) < a[11]) unbind(s, r, M_R, R_M, M_FREE, R_GTP);
  else if ((u -= a[11]) < a[9]) join(s, take(s, r, R_GDP), R_GTP);
  else if ((u -= a[9]) < a[8]) join(s, take(s, r, R_GTP), R_GDP);
  else if ((u -= a[8]) < a[6]) bind(s, r, G1_FREE, G2_FREE, G1_G2, G2_G1);
  else if ((u -= a[6]) < a[7]) unbind(s, r, G1_G2, G2_G1, G1_FREE, G2_FREE);
  else if ((u -= a[7]) < a[4]) bind(s, r, S_FREE, G2_FREE, S_G2, G2_S);
  else unbind(s, r, S_G2, G2_S, S_FREE, G2_FREE);
}

static void header(void) { puts("time\tLeu\tS\tSL\tG2\tSG2\tG1\tG1G2\tRD\tRT\tM\tMRT"); }
static void row(double t, state_t s) {
  const int32_t *n = s.n;
  printf("%.10g\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", t, n[LEU_FREE], n[S_FREE], n[S_LEU], n[G2_FREE], n[S_G2],
         n[G1_FREE], n[G1_G2], n[R_GDP], n[R_GTP], n[M_FREE], n[M_R]);
}

#include "loop.h"

/*
 * Gillespie's direct method (J. Comput. Phys. 22, 403, 1976), specialised at compile time. A model defines state_t, START
 * (an initialiser), CHANNELS, and four functions: propensities (fills a[], returns their sum), fire (u is uniform on
 * [0, sum)), header and row; then it includes this file. usage: program seed end_s rows -> a table and "# events N".
 */
int main(int argc, char **argv) {
  if (argc != 4) return fprintf(stderr, "usage: %s seed end_s rows\n", argv[0]), 2;
  rng_t rng;
  rng_seed(&rng, strtoull(argv[1], NULL, 10));
  const double end = atof(argv[2]);
  const int rows = atoi(argv[3]);
  state_t state = START;
  long long events = 0;
  int next_row = 0;
  double t = 0.0, a[CHANNELS];
  header();
  for (;;) {
    const double total = propensities(&state, a);
    const double next = total > 0 ? t + rng_exponential(&rng) / total : INFINITY;
    for (; next_row < rows && end * next_row / (rows - 1) < next; next_row++) row(end * next_row / (rows - 1), state);
    if (next > end) break;
    t = next;
    events++;
    fire(&state, &rng, a, rng_uniform(&rng) * total);
  }
  printf("# events %lld\n", events);
  return 0;
}

/** The `index`-th number of van der Corput's sequence in a base, from 0 to 1. */
export function halton(index: number, base: number): number {
  let [value, share] = [0, 1 / base];
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    value += share * (rest % base);
    share /= base;
  }
  return value;
}

import { below } from './below.js';
import { logFactorial } from './factorial.js';
import type { Generator } from './generator.js';
import { uniformOpen } from './uniform.js';

/**
 * How many of `drawn` members, taken without return from `good` and `bad` others, are good; all whole, drawn <= good + bad. Which are called
 * good, which drawn, and which of the two sets is which may be turned about: it is done so that least is drawn.
 */
export function hypergeometric(g: Generator, good: number, bad: number, drawn: number): number {
  const all = good + bad;
  if (![good, bad, drawn, all - drawn].every((n) => Number.isSafeInteger(n) && n >= 0))
    throw new Error(
      `hypergeometric of ${drawn} from ${good} and ${bad}; give whole numbers, no more drawn than there are`,
    );
  if (good === 0 || drawn === 0) return 0;
  const [ones, taken] = [Math.min(good, bad), Math.min(drawn, all - drawn)];
  const [least, most] = [Math.min(ones, taken), Math.max(ones, taken)];
  const k = least <= FEW ? oneByOne(g, most, all - most, least) : byRejection(g, most, all - most, least);
  const ofOnes = drawn === taken ? k : ones - k;
  return good === ones ? ofOnes : drawn - ofOnes;
}

const FEW = 12;

function oneByOne(g: Generator, good: number, bad: number, drawn: number): number {
  let left = good;
  for (let i = 0; i < drawn; i++) if (below(g, good + bad - i) < left) left--;
  return good - left;
}

/** HRUA: Stadlober, J. Comput. Appl. Math. 31, 181, 1990, doi:10.1016/0377-0427(90)90349-5. */
function byRejection(g: Generator, good: number, bad: number, drawn: number): number {
  const all = good + bad;
  const share = good / all;
  const centre = drawn * share + 0.5;
  const spread = Math.sqrt(((all - drawn) * drawn * share * (1 - share)) / (all - 1) + 0.5);
  const width = WIDTH_SLOPE * spread + WIDTH_REST;
  const mode = Math.floor(((drawn + 1) * (good + 1)) / (all + 2));
  const most = Math.min(Math.min(drawn, good) + 1, Math.floor(centre + 16 * spread));
  const top = logWeight(good, bad, drawn, mode);
  for (;;) {
    const u = uniformOpen(g);
    const x = centre + (width * (uniformOpen(g) - 0.5)) / u;
    if (x < 0 || x >= most) continue;
    const k = Math.floor(x);
    if (2 * Math.log(u) <= logWeight(good, bad, drawn, k) - top) return k;
  }
}

/** 2 sqrt(2/e) and 3 - 2 sqrt(3/e): the narrowest table mountain over a distribution of this shape. */
const WIDTH_SLOPE = 2 * Math.sqrt(2 / Math.E);
const WIDTH_REST = 3 - 2 * Math.sqrt(3 / Math.E);

const logWeight = (good: number, bad: number, drawn: number, k: number): number =>
  -(logFactorial(k) + logFactorial(good - k) + logFactorial(drawn - k) + logFactorial(bad - drawn + k));

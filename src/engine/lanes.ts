import type { EngineTables } from './tables.js';

/** By the pools of codes: the same for all cells of a model. */
const known = new WeakMap<Int32Array, Int32Array>();

/**
 * By pool: where in its row of places a part keeps its place in this pool. Pools that no part can be in at once share a lane,
 * so that rows are short and many parts fit the processor's cache.
 */
export function lanesOf(t: EngineTables): Int32Array {
  const lanes = known.get(t.poolMask) ?? workedOut(t);
  known.set(t.poolMask, lanes);
  return lanes;
}

function workedOut(t: EngineTables): Int32Array {
  const lane = new Int32Array(t.pools);
  t.poolBase.forEach((base, type) => {
    const masks = [...new Set(t.poolMask.filter((_, code) => t.typeOfCode[code] === type))];
    for (let bit = 0; bit < t.poolsOfType[type]!; bit++) {
      const taken = new Set<number>();
      for (const mask of masks)
        for (let other = 0; other < bit; other++)
          if (((mask >>> bit) & (mask >>> other) & 1) === 1) taken.add(lane[base + other]!);
      while (taken.has(lane[base + bit]!)) lane[base + bit]!++;
    }
  });
  return lane;
}

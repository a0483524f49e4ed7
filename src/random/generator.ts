/** A stream of random numbers: the 128 bits of xoshiro128**, changed by every draw and by nothing else. */
export interface Generator {
  readonly state: Int32Array;
}

/** The state of a stream as four plain numbers, fit for JSON. */
export function saveState(g: Generator): readonly number[] {
  return [...g.state];
}

/** A stream that goes on from a saved state; throws if the state is not four 32-bit integers, not all zero. */
export function loadState(saved: readonly number[]): Generator {
  const state = Int32Array.from(saved);
  if (saved.length !== 4 || saved.some((x) => !Number.isInteger(x)) || state.every((x) => x === 0))
    throw new Error(`not a generator state: [${saved}]; give four 32-bit integers that are not all zero`);
  return { state };
}

import type { Point, Residuals } from './least-squares.js';

/** How far a calibration is. */
export interface Progress {
  /** Points tried, each once. */
  readonly tried: number;
  /** The least cost among them. */
  readonly least: number;
  /** Near-optimal sets drawn. */
  readonly sets: number;
}
/** What a calibration knows before it begins, and whom it tells what. */
export interface Heed {
  /** Residuals of points that were tried before, by `keyOf`. */
  readonly known?: ReadonlyMap<string, Float64Array>;
  /** Told of every point that was not known. */
  readonly onTried?: (x: Point, residuals: Float64Array) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Nothing more is tried once it is raised. */
  readonly signal?: AbortSignal;
}

/** The name of a point: equal for equal numbers only. */
export const keyOf = (x: Point): string => x.join(' ');

/** Residuals of which each point is asked for once, however often and whenever it is met. */
export function remembered(
  residuals: Residuals,
  { known, onTried, onProgress, signal }: Heed,
): { readonly ask: Residuals; readonly kept: () => void; readonly tried: () => number } {
  const asked = new Map<string, Promise<Float64Array>>();
  let [tried, least, sets] = [0, Number.POSITIVE_INFINITY, 0];
  const tell = () => onProgress?.({ tried, least, sets });
  const found = async (x: Point): Promise<Float64Array> => {
    const before = known?.get(keyOf(x));
    const now = before ?? (await residuals(x));
    if (before === undefined) onTried?.(x, now);
    tried++;
    least = Math.min(
      least,
      now.reduce((sum, r) => sum + r * r, 0),
    );
    tell();
    return now;
  };
  return {
    async ask(x) {
      signal?.throwIfAborted();
      const key = keyOf(x);
      const answer = asked.get(key) ?? found(x);
      asked.set(key, answer);
      return answer;
    },
    kept() {
      sets++;
      tell();
    },
    tried: () => asked.size,
  };
}

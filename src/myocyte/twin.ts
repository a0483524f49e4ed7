import { logNormal } from '../random/log-normal.js';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';
import type { Variation } from '../scenario/plan.js';

export type FibreType = 'I' | 'II';

/** What makes one myocyte itself, the same in every condition and at every sweep point. */
export interface Twin {
  readonly volumeFactor: number;
  readonly fibre: FibreType;
  /** Factor on copies per um3, by agent name. */
  readonly copies: ReadonlyMap<string, number>;
}

/** Draws a cell of a donor: log-normal volume and copies (donor's factor times cell's own), fibre type by share. */
export function twinOf(
  seed: string,
  variation: Variation,
  donor: number,
  cell: number,
  agents: readonly string[],
): Twin {
  const own = streamFor(seed, 'twin', donor, cell);
  const shared = streamFor(seed, 'donor', donor);
  const fibre: FibreType = uniform53(own) < variation.type_II_share ? 'II' : 'I';
  const volumeFactor = logNormal(own, variation.volume_cv);
  const copies = new Map(
    agents.map((name) => [name, logNormal(shared, variation.donor_cv) * logNormal(own, variation.copies_cv)]),
  );
  return { volumeFactor, fibre, copies };
}

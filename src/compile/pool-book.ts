import { MAX_POOLS_PER_TYPE } from '../engine/tables.js';
import type { Facet } from './facets.js';
import type { CodeSet } from './patterns.js';

/** Pools as patterns ask for them, by a number of their own; equal patterns share one. */
export interface PoolBook {
  readonly asked: { readonly key: string; readonly set: CodeSet }[];
}
export const poolBook = (): PoolBook => ({ asked: [] });

/** Number in the book of the pool of parts in these states. */
export function poolIn(book: PoolBook, set: CodeSet): number {
  const key = keyOf(set);
  const known = book.asked.findIndex((pool) => pool.key === key);
  return known >= 0 ? known : book.asked.push({ key, set }) - 1;
}

/**
 * Pools in engine order, those of one facet in a row, and the engine's pool by number in the book. Throws if a
 * facet has more pools than its mask has bits.
 */
export function enginePools(
  book: PoolBook,
  facets: readonly Facet[],
): { readonly sets: readonly CodeSet[]; readonly at: readonly number[] } {
  const order = book.asked.map((_, i) => i).sort((i, j) => typeOf(book, i) - typeOf(book, j) || i - j);
  for (const facet of facets) {
    const n = order.filter((i) => typeOf(book, i) === facet.type).length;
    if (n > MAX_POOLS_PER_TYPE)
      throw new Error(
        `${facet.agent.agentName}: rules tell ${n} groups apart by sites ${facet.sites.map((s) => s.name).join(', ')}, more than ${MAX_POOLS_PER_TYPE}; let some rules speak of fewer sites together`,
      );
  }
  const at: number[] = [];
  order.forEach((number, place) => {
    at[number] = place;
  });
  return { sets: order.map((i) => book.asked[i]!.set), at };
}

const typeOf = (book: PoolBook, i: number): number => book.asked[i]!.set.facet.type;

/** What makes two patterns one pool: the facet, its states, and what is asked of a partner. */
export const keyOf = (set: CodeSet): string =>
  `${set.facet.type}:${set.codes.join(',')}${set.partner ? `|${set.partner.slot}>${keyOf(set.partner.set)}` : ''}`;

/** A part in a complex. Its ports are the bond slots of its facet, then (where molecules are made or removed) its kin. */
export interface Part {
  /** Facet of the structure. */
  readonly type: number;
  /** Local to the facet. */
  readonly code: number;
  /** Isotope label of what it holds or carries: bit 0 C1, bit 1 N; 0 where labels are left out. */
  readonly label: number;
  /** By port: the part at the other end; -1: none. */
  readonly links: readonly number[];
}
/** Parts that hold together, in canonical order: equal complexes have equal keys. */
export interface Complex {
  readonly key: string;
  readonly parts: readonly Part[];
}

/** A part that is being worked on. */
export interface Loose {
  readonly type: number;
  code: number;
  label: number;
  readonly links: number[];
}

/** Copies of the parts, numbered from `offset` on. */
export const loosened = (complex: Complex, offset: number): Loose[] =>
  complex.parts.map(({ type, code, label, links }) => ({
    type,
    code,
    label,
    links: links.map((to) => (to < 0 ? -1 : to + offset)),
  }));

/** The complexes into which loose parts fall; undefined stands for a part that has been removed. */
export function complexesOf(parts: readonly (Loose | undefined)[]): readonly Complex[] {
  const seen = new Set<number>();
  const found: Complex[] = [];
  parts.forEach((part, i) => {
    if (part === undefined || seen.has(i)) return;
    const together = walk(parts, i);
    for (const member of together) seen.add(member);
    found.push(canonical(parts, together));
  });
  return found;
}

/**
 * Ports have names, so a walk from one part fixes the order of all others: the least of the walks from each part is
 * the same for equal complexes and for no others.
 */
function canonical(parts: readonly (Loose | undefined)[], together: readonly number[]): Complex {
  let best: { readonly key: string; readonly order: readonly number[] } | undefined;
  for (const root of together) {
    const order = walk(parts, root);
    const key = keyOf(parts, order);
    if (best === undefined || key < best.key) best = { key, order };
  }
  const { key, order } = best!;
  const place = new Map(order.map((part, i) => [part, i]));
  return {
    key,
    parts: order.map((i) => {
      const { type, code, label, links } = parts[i]!;
      return { type, code, label, links: links.map((to) => (to < 0 ? -1 : place.get(to)!)) };
    }),
  };
}

function walk(parts: readonly (Loose | undefined)[], root: number): readonly number[] {
  const order = [root];
  const seen = new Set(order);
  for (let i = 0; i < order.length; i++)
    for (const to of parts[order[i]!]!.links)
      if (to >= 0 && !seen.has(to)) {
        seen.add(to);
        order.push(to);
      }
  return order;
}

function keyOf(parts: readonly (Loose | undefined)[], order: readonly number[]): string {
  const place = new Map(order.map((part, i) => [part, i]));
  return order
    .map((i) => {
      const { type, code, label, links } = parts[i]!;
      return `${type}:${code}${label === 0 ? '' : `'${label}`}[${links.map((to) => (to < 0 ? '' : place.get(to))).join(',')}]`;
    })
    .join('');
}

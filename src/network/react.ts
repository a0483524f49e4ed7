import type { Draft, Reactant } from '../compile/draft.js';
import type { CodeSet } from '../compile/patterns.js';
import { type Complex, complexesOf, type Loose } from './complex.js';
import { bondsOf, facetsOfAgent, type Kinship, madeCodes, moleculeOf } from './molecules.js';

/** Parts of a complex that belong to a pool: each is one way in which the pattern fits. */
export function spotsIn(complex: Complex, set: CodeSet): readonly number[] {
  const spots: number[] = [];
  complex.parts.forEach((part, i) => {
    if (part.type !== set.facet.type || !set.codes.includes(part.code)) return;
    if (set.partner !== undefined) {
      const partner = complex.parts[part.links[set.partner.slot]!];
      if (partner === undefined) return;
      if (partner.type !== set.partner.set.facet.type || !set.partner.set.codes.includes(partner.code))
        return;
    }
    spots.push(i);
  });
  return spots;
}

/** What a channel makes of loose parts when it picks parts a and b (-1: a crowd member, or nobody). */
export function react(
  kinship: Kinship,
  draft: Draft,
  loose: readonly Loose[],
  a: number,
  b: number,
  labels: readonly [a: number, b: number] = [0, 0],
): readonly Complex[] {
  const parts: (Loose | undefined)[] = [...loose];
  if (a >= 0) {
    const partner = draft.partner ? parts[a]!.links[draft.partner.slot]! : -1;
    if (draft.partner && draft.partner.back >= 0) {
      parts[a]!.links[draft.partner.slot] = -1;
      parts[partner]!.links[draft.partner.back] = -1;
    }
    if (draft.join && b >= 0) {
      parts[a]!.links[draft.join[0]] = b;
      parts[b]!.links[draft.join[1]] = a;
    }
    parts[a]!.code += deltaOf(draft.a);
    if (draft.partner) parts[partner]!.code += draft.partner.delta;
  }
  if (b >= 0) parts[b]!.code += deltaOf(draft.b);
  const { aa, ab, ba, bb } = draft.keeps;
  if (a >= 0) parts[a]!.label = (labels[0] & aa) | (labels[1] & ab);
  if (b >= 0) parts[b]!.label = (labels[0] & ba) | (labels[1] & bb);
  if (draft.removesA) remove(kinship, draft, parts, a);
  if (draft.makes) {
    const facets = facetsOfAgent(kinship, draft.makes.agent.agentName);
    parts.push(...moleculeOf(kinship, facets, madeCodes(facets, draft.makes), parts.length));
  }
  return complexesOf(parts);
}

const deltaOf = (reactant: Reactant | undefined): number => (reactant?.kind === 'part' ? reactant.delta : 0);

function remove({ facets }: Kinship, { rule }: Draft, parts: (Loose | undefined)[], a: number): void {
  const { type, links } = parts[a]!;
  const slots = bondsOf(facets[type]!);
  for (const i of [a, ...links.slice(slots).filter((to) => to >= 0)]) {
    const facet = facets[parts[i]!.type]!;
    if (parts[i]!.links.slice(0, bondsOf(facet)).some((to) => to >= 0))
      throw new Error(
        `rule "${rule.id}" removes a ${facet.agent.agentName} that is bonded to another molecule; say that its bonds are free`,
      );
    parts[i] = undefined;
  }
}

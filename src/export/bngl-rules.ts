import type { Draft, Reactant } from '../compile/draft.js';
import type { CodeSet } from '../compile/patterns.js';
import { siteOf } from '../compile/patterns.js';
import type { Structure } from '../compile/resolved.js';
import type { CrowdPattern } from '../language/agents.js';
import { facetsOfAgent, kinshipOf, madeCodes } from '../network/molecules.js';
import { FREE, moleculeText, type States, statesOf, writtenBy } from './bngl-patterns.js';

/** Both sides of what a channel does, in BNGL; several where it speaks of states that one pattern cannot name together. */
export function reactionTexts(structure: Structure, draft: Draft): readonly string[] {
  const { crowds } = structure;
  if (draft.mirrored)
    throw new Error(`rule "${draft.rule.id}": a bond between two of a kind is not exported yet`);
  const made = draft.makes ? [newText(structure, draft)] : [];
  const outs = draft.outs.map((out) => crowdText(crowds[out.crowd]!));
  const joined = draft.join !== undefined;
  return waysOf(crowds, draft.a, LOOK.a, draft).flatMap((a) =>
    waysOf(crowds, draft.b, LOOK.b, undefined).map((b) => {
      const left = [a.before(undefined), b.before(undefined)].filter((text) => text !== '');
      const bond = joined ? { slotA: draft.join![0], slotB: draft.join![1] } : undefined;
      const [afterA, afterB] = [a.after(bond?.slotA), b.after(bond?.slotB)];
      const kept = joined ? [`${afterA}.${afterB}`] : [draft.removesA ? '' : afterA, afterB];
      const right = [...kept, ...made, ...outs].filter((text) => text !== '');
      const side = (texts: readonly string[]) => (texts.length === 0 ? '0' : texts.join(' + '));
      return `${side(left)} -> ${side(right)}`;
    }),
  );
}

/** A crowd's members in one compartment: `Leucine(in~cytosol)`. */
export const crowdText = (crowd: CrowdPattern): string => `${crowd.agent.agentName}(in~${crowd.in.name})`;

/** The patterns of a pool, which are counted together. */
export const poolTexts = (set: CodeSet): readonly string[] =>
  complexesOf(set).map(({ own, partner }) => textOf(set, own, partner, LOOK.a, undefined));

/** One way to write a reactant: its text before and after, given the bond slot that joins it to the other. */
interface Way {
  readonly before: (slot: undefined) => string;
  readonly after: (slot: number | undefined) => string;
}

function waysOf(
  crowds: readonly CrowdPattern[],
  r: Reactant | undefined,
  look: number,
  draft: Draft | undefined,
): readonly Way[] {
  if (r === undefined) return [{ before: () => '', after: () => '' }];
  if (r.kind === 'crowd') {
    const text = crowdText(crowds[r.crowd]!);
    return [{ before: () => text, after: () => (r.counted ? text : '') }];
  }
  const parting = draft?.partner;
  const set = parting ? { ...r.set, partner: { slot: parting.slot, set: parting.set } } : r.set;
  const { facet } = set;
  return complexesOf(set).map(({ own, partner }) => {
    const after = new Map([...own, ...writtenBy(facet, set.codes[0]!, r.delta)]);
    return {
      before: () => textOf(set, own, partner, look, undefined),
      after: (slot) => {
        if (!parting) return textOf(set, after, partner, look, slot);
        const other = parting.set.facet;
        const left = new Map([...partner!.states, ...writtenBy(other, parting.set.codes[0]!, parting.delta)]);
        return `${moleculeText(facet.agent, after, NONE, look)} + ${moleculeText(other.agent, left, NONE, look)}`;
      },
    };
  });
}

interface Partner {
  readonly states: States;
  /** Its site at the other end of the bond. */
  readonly site: string;
}

/** A set's patterns, each with each pattern of the partner that it looks at. */
function complexesOf(
  set: CodeSet,
): readonly { readonly own: States; readonly partner: Partner | undefined }[] {
  const { facet, partner } = set;
  if (partner === undefined) return statesOf(set).map((own) => ({ own, partner: undefined }));
  const name = facet.sites.find((s) => s.slot === partner.slot)!.name;
  const states = siteOf(facet, name).states;
  const agent = partner.set.facet.agent.agentName;
  const ends = states
    .filter((state) => state.startsWith(`${agent}.`))
    .map((state) => state.slice(agent.length + 1));
  return statesOf(set).flatMap((own) =>
    ends
      .filter((site) => matches(own.get(name), `${agent}.${site}`))
      .flatMap((site) => statesOf(partner.set).map((found) => ({ own, partner: { states: found, site } }))),
  );
}

const matches = (said: string | undefined, end: string): boolean =>
  said === undefined || said === end || (said !== FREE && !said.includes('.'));

/** Numbers of bonds: from A, from B to whom they look at, and between the two. */
const LOOK = { a: 1, b: 2 } as const;
const JOIN = 3;
const NONE: ReadonlyMap<string, number> = new Map();

function textOf(
  set: CodeSet,
  own: States,
  partner: Partner | undefined,
  look: number,
  joinedBy: number | undefined,
): string {
  const { facet } = set;
  const bonds = new Map<string, number>();
  const siteAt = (slot: number) => facet.sites.find((s) => s.slot === slot)!.name;
  if (partner !== undefined) bonds.set(siteAt(set.partner!.slot), look);
  if (joinedBy !== undefined) bonds.set(siteAt(joinedBy), JOIN);
  const text = moleculeText(facet.agent, own, bonds, look);
  if (partner === undefined) return text;
  const other = set.partner!.set.facet.agent;
  return `${text}.${moleculeText(other, partner.states, new Map([[partner.site, look]]), look + LOOK.b)}`;
}

function newText(structure: Structure, draft: Draft): string {
  const { agent } = draft.makes!;
  const facets = facetsOfAgent(kinshipOf(structure), agent.agentName);
  const codes = madeCodes(facets, draft.makes!);
  const states = facets.flatMap((facet, i) => [...statesOf({ facet, codes: [codes[i]!] })[0]!]);
  return moleculeText(agent, new Map(states), NONE, LOOK.a);
}

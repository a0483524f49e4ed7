import type { CrowdPattern } from '../language/agents.js';
import type { Model } from '../language/model.js';
import { resolve } from '../language/parameters.js';
import { inhibited, type Law } from '../language/rules.js';
import { channelTables } from './channel-tables.js';
import { crowdKey, crowdsOf } from './crowds.js';
import { dependentsOf } from './dependents.js';
import type { Draft, Reactant } from './draft.js';
import { draftsOf } from './drafts.js';
import { searchOrder } from './expected.js';
import { facetsOf } from './facets.js';
import { partTables } from './part-tables.js';
import { type CodeSet, codeSet } from './patterns.js';
import { enginePools, poolBook, poolIn } from './pool-book.js';
import type { Channel, Structure } from './resolved.js';

export type { Channel, Structure };

/** Compiles the rules. Throws, with the rule's id, on what no rule list should hold (three agents meeting, unknown sites). */
export function structureOf(model: Model): Structure {
  const facets = facetsOf(model);
  const crowds = crowdsOf(model);
  const crowdIndex = new Map(crowds.map((c, i) => [crowdKey(c), i]));
  const drafts = draftsOf(model, { facets, crowdIndex });
  drafts.forEach(refuseSelfMeeting);

  const book = poolBook();
  const inBook = (set: CodeSet) => crowds.length + poolIn(book, set);
  const reactant = (r: Reactant | undefined) =>
    r === undefined ? -1 : r.kind === 'crowd' ? r.crowd : inBook(r.set);
  const asked = drafts.map((draft) => ({
    draft,
    qa: reactant(draft.a),
    qb: reactant(draft.b),
    laws: [...(draft.rule.laws ?? []), ...saturationOf(draft, crowds)].map((law) => ({
      law,
      q:
        law.by.kind === 'crowd'
          ? crowdIndex.get(crowdKey(law.by))!
          : inBook(codeSet(facets, law.by.agent, law.by.where)),
    })),
  }));
  const { sets, at } = enginePools(book, facets);
  const engine = (q: number) => (q < crowds.length ? q : crowds.length + at[q - crowds.length]!);
  const channels = asked.map(
    ({ draft, qa, qb, laws }): Channel => ({
      rule: draft.rule,
      rate: draft.rate,
      draft,
      qa: engine(qa),
      qb: engine(qb),
      pair: qa >= 0 && qa === qb,
      laws: laws.map(({ law, q }) => ({ law, q: engine(q) })),
      drives: draft.rate === 'off' || draft.rate === 'backward' ? [] : (draft.rule.drives ?? []),
    }),
  );
  const unordered = { model, facets, crowds, crowdIndex, pools: sets, channels };
  const ordered = { ...unordered, channels: searchOrder(unordered, resolve(model)).map((i) => channels[i]!) };
  const untabled = { ...ordered, dependents: dependentsOf(ordered) };
  return {
    ...untabled,
    tables: {
      crowds: crowds.length,
      pools: sets.length,
      channels: channels.length,
      ...partTables(untabled),
      ...channelTables(untabled),
    },
  };
}

/** kcat E S/(Km + S) = (kcat/Km) E S / (1 + S/Km): the second factor, over the crowd that is met. */
function saturationOf({ rule, rate, a, b }: Draft, crowds: readonly CrowdPattern[]): readonly Law[] {
  const saturation = rule.rates[rate]?.saturation;
  if (saturation === undefined) return [];
  const met = [a, b].find((r) => r?.kind === 'crowd');
  if (met?.kind !== 'crowd')
    throw new Error(
      `rule "${rule.id}": a saturable rate needs a crowd to saturate with; two individuals meet here`,
    );
  return [inhibited(crowds[met.crowd]!, saturation.Km, { name: 'Km' })];
}

/** Two reactants of one agent must be the same pool (a pair) or never the same molecule. */
function refuseSelfMeeting({ a, b, rule }: Draft): void {
  if (a?.kind !== 'part' || b?.kind !== 'part') return;
  const agent = a.set.facet.agent.agentName;
  if (agent !== b.set.facet.agent.agentName) return;
  const same = a.set.facet === b.set.facet && a.set.codes.join() === b.set.codes.join();
  const apart = a.set.facet === b.set.facet && !a.set.codes.some((code) => b.set.codes.includes(code));
  if ((same && !b.counted) || apart) return;
  throw new Error(
    `rule "${rule.id}": one ${agent} could meet itself; give the two patterns states that exclude each other`,
  );
}

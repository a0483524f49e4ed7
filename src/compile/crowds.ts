import type { CrowdPattern, Pattern } from '../language/agents.js';
import type { Model } from '../language/model.js';
import { rulesOf } from '../language/model.js';
import { plainOf } from './facets.js';

/** Every crowd in every compartment, numbered: those of model.crowds first, then those that only rules name (from 0 members). */
export function crowdsOf(model: Model): readonly CrowdPattern[] {
  const found = new Map<string, CrowdPattern>();
  const note = (p: Pattern) => {
    if (p.kind === 'crowd' && !found.has(crowdKey(p))) found.set(crowdKey(p), p);
  };
  for (const { crowd } of model.crowds) note(crowd);
  for (const rule of rulesOf(model)) {
    for (const law of rule.laws ?? []) note(law.by);
    if (rule.event.verb === 'by') note(rule.event.catalyst);
    const event = plainOf(rule.event);
    if (event.verb === 'bind' || event.verb === 'unbind') {
      if (event.b.kind === 'crowd') note(event.b);
    } else if (event.verb === 'exchange') [...event.take, ...event.give].forEach(note);
    else if (event.verb === 'make') note(event.give);
    else if (event.verb === 'remove') note(event.take);
    else if (event.verb === 'move') {
      note(event.crowd);
      note({ ...event.crowd, in: event.into });
    }
  }
  return [...found.values()];
}

export const crowdKey = (p: CrowdPattern): string => `${p.agent.agentName}@${p.in.name}`;

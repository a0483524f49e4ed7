import type {
  AnyCondition,
  AnyIndividualPattern,
  BoundTo,
  CrowdPattern,
  Pattern,
  SiteRef,
} from './agents.js';
import type { Event, Plain, Rule } from './rules.js';

/** The event without its catalyst. */
export const plainOf = (event: Event): Plain => (event.verb === 'by' ? plainOf(event.event) : event);

/** The catalysts of an event: none or one, unless types were evaded. */
export const catalystsOf = (event: Event): readonly Pattern[] =>
  event.verb === 'by' ? [event.catalyst, ...catalystsOf(event.event)] : [];

/** Whether a rule has a rate for the way back. */
export const isReversible = (rule: Rule): boolean =>
  rule.rates.off !== undefined || rule.rates.backward !== undefined;

/** Whether a condition speaks of the agent at the other end of a bond. */
export const isBoundTo = (condition: unknown): condition is BoundTo =>
  typeof condition === 'object' && condition !== null && !Array.isArray(condition);

/** A `change` as the pattern it starts from. */
export const startOf = (change: Extract<Plain, { verb: 'change' }>): AnyIndividualPattern => ({
  kind: 'individual',
  agent: change.agent,
  where: change.from as Readonly<Record<string, AnyCondition>>,
});

/** What an event needs to find, catalyst aside. */
export function takenBy(event: Plain): readonly Pattern[] {
  switch (event.verb) {
    case 'bind':
      return [event.a.of, ofEnd(event.b)];
    case 'unbind':
      return [event.a.of];
    case 'change':
      return [startOf(event)];
    case 'exchange':
      return event.take;
    case 'move':
      return [event.crowd];
    case 'make':
      return [];
    case 'remove':
      return [event.take];
  }
}

/** What an event leaves that was not there before it. */
export function givenBy(event: Plain): readonly Pattern[] {
  switch (event.verb) {
    case 'exchange':
      return event.give;
    case 'move':
      return [intoOf(event)];
    case 'make':
      return [event.give];
    case 'unbind':
      return event.b.kind === 'crowd' ? [event.b] : [];
    case 'bind':
    case 'change':
    case 'remove':
      return [];
  }
}

/** Every pattern that a rule mentions, laws, catalyst and partners at the end of a bond included. */
export function patternsOf(rule: Rule): readonly Pattern[] {
  const plain = plainOf(rule.event);
  const ends = plain.verb === 'unbind' ? [ofEnd(plain.b)] : [];
  const own = [...takenBy(plain), ...givenBy(plain), ...ends, ...catalystsOf(rule.event)];
  return [...own, ...(rule.laws ?? []).map((law) => law.by)].flatMap(withPartners);
}

const intoOf = (event: Extract<Plain, { verb: 'move' }>): CrowdPattern => ({
  ...event.crowd,
  in: event.into,
});

const ofEnd = (end: SiteRef | CrowdPattern): Pattern => (end.kind === 'site' ? end.of : end);

function withPartners(pattern: Pattern): readonly Pattern[] {
  if (pattern.kind === 'crowd') return [pattern];
  const partners = Object.values(pattern.where).filter(isBoundTo);
  return [pattern, ...partners.flatMap((to) => withPartners(to.partner))];
}

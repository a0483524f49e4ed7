import type { Atom, Pattern } from './agents.js';
import { ATOMS } from './agents.js';
import type { Model } from './model.js';
import { agentsOf, rulesOf } from './model.js';
import type { Problem } from './problem.js';
import type { Exchange } from './rules.js';
import { isReversible, plainOf } from './walk.js';

/**
 * Every tracked atom that an exchange takes must be told where it goes. The rules: an atom of a taken crowd goes along its
 * route, to a given agent that has this atom or to an exit, which is any name that no agent bears. An atom for which no
 * route is written passes by default when, individuals aside, one crowd becomes one crowd and both have it. An individual
 * that is taken and given keeps what it carries unless a route leads it away. The way back follows the routes backwards;
 * what left by an exit comes back unlabelled. `move`, `bind` and `unbind` keep molecules whole; the fate named by `remove`
 * is an exit.
 */
export function checkAtoms(model: Model): readonly Problem[] {
  const names = new Set(agentsOf(model).map((agent) => agent.agentName));
  return rulesOf(model).flatMap((rule) => {
    const event = plainOf(rule.event);
    if (event.verb !== 'exchange') return [];
    const messages = ATOMS.flatMap((atom) => [
      ...routes(event, atom, names),
      ...stranded(event, atom, ''),
      ...(isReversible(rule) ? stranded(turned(event), atom, ' on the way back') : []),
    ]);
    return messages.map((message) => ({ ruleId: rule.id, message }));
  });
}

/** Routes must begin at a taken agent that has the atom and end at a given one that can have it, or at an exit. */
function routes(event: Exchange, atom: Atom, agentNames: ReadonlySet<string>): readonly string[] {
  const written = event.atoms[atom] ?? [];
  return written.flatMap(([from, to], i) => {
    const source = find(event.take, from);
    const sink = find(event.give, to);
    if (source === undefined)
      return [
        `the route of ${atom} from ${from} names an agent that is not taken; begin it at one of ${list(event.take)}`,
      ];
    if (!has(source, atom))
      return [
        `the route of ${atom} begins at ${from}, which has no ${atom}; declare the atom on it or drop the route`,
      ];
    if (sink === undefined)
      return agentNames.has(to)
        ? [
            `the route of ${atom} to ${to} names an agent that is not given; end it at one of ${list(event.give)} or at an exit`,
          ]
        : [];
    if (!has(sink, atom))
      return [
        `the route of ${atom} ends at ${to}, which has no ${atom}; declare the atom on it or name an exit`,
      ];
    const places = event.give.filter((p) => p.agent.agentName === to).length;
    const before = written.slice(0, i).filter((route) => route[1] === to).length;
    return before < places
      ? []
      : [`${before + 1} atoms ${atom} are routed to ${to}; it has room for ${places}`];
  });
}

function stranded(event: Exchange, atom: Atom, when: string): readonly string[] {
  const written = event.atoms[atom];
  const passes = written === undefined && passesByDefault(event, atom);
  return event.take
    .filter((p) => has(p, atom))
    .filter((p) => !(p.kind === 'individual' && event.give.some((g) => g.agent === p.agent)))
    .filter((p) => !(p.kind === 'crowd' && passes) && !written?.some(([from]) => from === p.agent.agentName))
    .map(
      ({ agent: { agentName } }) =>
        `${atom} of ${agentName} has nowhere to go${when}; write its route, atoms: { ${atom}: [['${agentName}', ...]] }, to a given agent or to an exit`,
    );
}

function passesByDefault(event: Exchange, atom: Atom): boolean {
  const [taken, given] = [event.take, event.give].map((side) => side.filter((p) => p.kind === 'crowd'));
  return taken?.length === 1 && given?.length === 1 && has(given[0]!, atom);
}

const turned = (event: Exchange): Exchange => ({
  ...event,
  take: event.give,
  give: event.take,
  atoms: Object.fromEntries(
    Object.entries(event.atoms).map(([atom, routes]) => [
      atom,
      routes.map(([from, to]) => [to, from] as const),
    ]),
  ),
});

const has = (pattern: Pattern, atom: Atom): boolean =>
  (pattern.kind === 'crowd' ? pattern.agent.atoms : pattern.agent.carries).includes(atom);

const find = (side: readonly Pattern[], name: string): Pattern | undefined =>
  side.find((p) => p.agent.agentName === name);

const list = (side: readonly Pattern[]): string => side.map((p) => p.agent.agentName).join(', ') || 'none';

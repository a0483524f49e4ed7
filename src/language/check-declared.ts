import type { Compartment, Pattern } from './agents.js';
import type { Model } from './model.js';
import { agentsOf, rulesOf } from './model.js';
import type { Problem } from './problem.js';
import type { Rule } from './rules.js';
import { catalystsOf, givenBy, isReversible, patternsOf, plainOf, takenBy } from './walk.js';

/** Agents, compartments, inputs and label sources that rules use: each declared once, and each agent present or made. */
export function checkDeclared(model: Model): readonly Problem[] {
  return [...agents(model), ...compartments(model), ...inputs(model)];
}

/** A crowd is looked for in the compartment in which a rule speaks of it. */
function agents(model: Model): readonly Problem[] {
  const declared = new Map(agentsOf(model).map((agent) => [agent.agentName, agent]));
  const missing = nobodyMakes(model);
  return rulesOf(model).flatMap((rule) => {
    const problems = new Map<string, string>();
    for (const pattern of patternsOf(rule)) {
      const name = pattern.agent.agentName;
      const place = pattern.kind === 'crowd' ? ` in ${pattern.in.name}` : '';
      const start = pattern.kind === 'crowd' ? 'presentCrowd' : 'present';
      if (missing.has(key(pattern)))
        problems.set(
          key(pattern),
          `nobody makes ${name}${place}; give it a starting amount with ${start} or a rule that makes it`,
        );
      else if (!declared.has(name))
        problems.set(
          name,
          `${name} is used but not declared; add it to the model with ${start}, if need be with amount 0`,
        );
      else if (declared.get(name) !== pattern.agent)
        problems.set(name, `${name} is declared twice; import the one declaration that the model lists`);
    }
    return [...problems.values()].map((message) => ({ ruleId: rule.id, message }));
  });
}

/** Agents that are neither present at the start nor within reach of what is; where one is the cause of others, it alone. */
function nobodyMakes(model: Model): ReadonlySet<string> {
  const within = new Set([
    ...model.individuals.map((p) => p.agent.agentName),
    ...model.crowds.map((p) => key(p.crowd)),
  ]);
  const ways = rulesOf(model).flatMap(waysOf);
  for (let before = -1; before < within.size; ) {
    before = within.size;
    for (const way of ways)
      if (way.needs.every((p) => within.has(p))) for (const p of way.makes) within.add(p);
  }
  const missing = rulesOf(model)
    .flatMap((rule) => patternsOf(rule).map(key))
    .filter((p) => !within.has(p));
  const causes = missing.filter((p) => !ways.some((way) => way.makes.includes(p) && !way.needs.includes(p)));
  return new Set(causes.length > 0 ? causes : missing);
}

interface Way {
  readonly needs: readonly string[];
  readonly makes: readonly string[];
}

function waysOf(rule: Rule): readonly Way[] {
  const event = plainOf(rule.event);
  const [taken, given, catalysts] = [takenBy(event), givenBy(event), catalystsOf(rule.event)].map((side) =>
    side.map(key),
  ) as [string[], string[], string[]];
  const there = { needs: [...taken, ...catalysts], makes: given };
  const turns = isReversible(rule) && (event.verb === 'exchange' || event.verb === 'move');
  return turns ? [there, { needs: given, makes: taken }] : [there];
}

const key = (pattern: Pattern): string =>
  pattern.kind === 'crowd' ? `${pattern.agent.agentName}@${pattern.in.name}` : pattern.agent.agentName;

function compartments(model: Model): readonly Problem[] {
  const known = new Set(model.compartments);
  const unknown = (place: Compartment, ruleId: string | undefined): readonly Problem[] =>
    known.has(place)
      ? []
      : [
          {
            ruleId,
            message: `compartment "${place.name}" is used but not declared; add it to the model's compartments`,
          },
        ];
  const unique = (places: readonly Compartment[]) => [...new Set(places)];
  return [
    ...unique(model.individuals.map((p) => p.agent.home)).flatMap((c) => unknown(c, undefined)),
    ...unique(model.crowds.map((p) => p.crowd.in)).flatMap((c) => unknown(c, undefined)),
    ...rulesOf(model).flatMap((rule) =>
      unique(patternsOf(rule).map((p) => (p.kind === 'crowd' ? p.in : p.agent.home))).flatMap((c) =>
        unknown(c, rule.id),
      ),
    ),
  ];
}

function inputs(model: Model): readonly Problem[] {
  return rulesOf(model).flatMap((rule) => {
    const drives = (rule.drives ?? [])
      .filter((drive) => !model.inputs.includes(drive.input))
      .map((drive) => `input "${drive.input.name}" is used but not declared; add it to the model's inputs`);
    const event = plainOf(rule.event);
    const source = event.verb === 'make' ? event.labelledAs : undefined;
    const sources =
      source === undefined || model.labelSources.includes(source)
        ? []
        : [`label source "${source.name}" is used but not declared; add it to the model's labelSources`];
    return [...drives, ...sources].map((message) => ({ ruleId: rule.id, message }));
  });
}

import type { Model } from './model.js';
import { agentsOf, rulesOf } from './model.js';
import { parametersOf } from './parameters.js';
import type { Problem } from './problem.js';
import type { Order } from './rates.js';
import type { Plain, RateName, Rule } from './rules.js';
import { catalystsOf, plainOf } from './walk.js';

/** Names used twice, more than two agents meeting, and rates that are not those of the event. */
export function checkShape(model: Model): readonly Problem[] {
  return [
    ...repeated(rulesOf(model).map((r) => r.id)).map((id) => ({
      ruleId: id,
      message: `two rules have the id "${id}"; a parameter's name begins with it, so give each its own`,
    })),
    ...repeatedNames(model),
    ...rulesOf(model).flatMap((rule) => [...meetings(rule), ...rates(rule)]),
  ];
}

function repeatedNames(model: Model): readonly Problem[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['agents', agentsOf(model).map((a) => a.agentName)],
    ['compartments', model.compartments.map((c) => c.name)],
    ['inputs', model.inputs.map((i) => i.name)],
    ['label sources', model.labelSources.map((s) => s.name)],
    ['starting amounts', model.individuals.map((p) => p.agent.agentName)],
    ['starting amounts', model.crowds.map((p) => `${p.crowd.agent.agentName} in ${p.crowd.in.name}`)],
  ];
  const rulesOnce = new Set(repeated(rulesOf(model).map((r) => r.id)));
  const parameters = repeated(parametersOf(model).map((p) => p.name)).filter(
    (name) => !rulesOnce.has(name.slice(0, name.lastIndexOf('.'))) && !/^(copies|amount)\./.test(name),
  );
  return [
    ...lists.flatMap(([what, names]) =>
      repeated(names).map((name) => ({
        ruleId: undefined,
        message: `two ${what} are called "${name}"; rename one of them or leave it out`,
      })),
    ),
    ...parameters.map((name) => ({
      ruleId: name.slice(0, name.lastIndexOf('.')),
      message: `two numbers of the rule are called "${name}"; give its laws different names or its drives different inputs`,
    })),
  ];
}

/** At most two agents meet, the catalyst counted. */
function meetings(rule: Rule): readonly Problem[] {
  const catalysts = catalystsOf(rule.event).length;
  const count = taken(plainOf(rule.event)) + catalysts;
  if (catalysts > 1)
    return [
      {
        ruleId: rule.id,
        message: 'two catalysts act at once; write one rule for each, with a state between',
      },
    ];
  return count <= 2
    ? []
    : [{ ruleId: rule.id, message: `${count} agents meet; at most two may, so split the rule in steps` }];
}

const taken = (event: Plain): number =>
  event.verb === 'make' ? 0 : event.verb === 'bind' ? 2 : event.verb === 'exchange' ? event.take.length : 1;

function rates(rule: Rule): readonly Problem[] {
  const asked = askedRates(rule);
  if (asked === undefined) return [];
  const given = Object.keys(rule.rates) as RateName[];
  const form = asked.find((way) => sameNames(way, given));
  if (form === undefined)
    return [
      {
        ruleId: rule.id,
        message: `the rates are ${given.join(' and ') || 'none'}; a ${rule.event.verb} needs ${asked.map((way) => Object.keys(way).join(' and ')).join(', or ')}`,
      },
    ];
  return given.flatMap((name) => {
    const rate = rule.rates[name]!;
    const order = form[name]!;
    if (rate.order !== order)
      return [
        {
          ruleId: rule.id,
          message: `${name} is in ${rate.unit}, of order ${rate.order}; ${order} agents meet, so give a constant of order ${order}`,
        },
      ];
    return Number.isFinite(rate.value) && rate.value >= 0
      ? []
      : [{ ruleId: rule.id, message: `${name} is ${rate.value}; give a finite number, at least 0` }];
  });
}

type Form = Readonly<Partial<Record<RateName, Order>>>;

/** The sets of rates that an event may have, with their orders; undefined where the event itself is refused. */
function askedRates(rule: Rule): readonly Form[] | undefined {
  const event = plainOf(rule.event);
  const catalysts = catalystsOf(rule.event).length;
  if (taken(event) + catalysts > 2) return undefined;
  const order = (taken(event) + catalysts) as Order;
  if (catalysts > 0) return [{ k: order }];
  switch (event.verb) {
    case 'bind':
      return [{ on: 2, off: 1 }, { on: 2 }];
    case 'change':
    case 'move':
      return [{ k: 1 }, { forward: 1, backward: 1 }];
    case 'exchange':
      return event.give.length > 2
        ? [{ k: order }]
        : [{ k: order }, { forward: order, backward: event.give.length as Order }];
    case 'unbind':
    case 'make':
    case 'remove':
      return [{ k: order }];
  }
}

const sameNames = (form: Form, given: readonly string[]): boolean =>
  Object.keys(form).length === given.length && given.every((name) => Object.hasOwn(form, name));

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];

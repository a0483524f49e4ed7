import type { CrowdPattern, Pattern } from './agents.js';
import type { Drive } from './inputs.js';
import { linkedValue } from './linked.js';
import type { Model } from './model.js';
import { rulesOf } from './model.js';
import type { Citation, Constant, EvidenceKind, Rate } from './rates.js';
import type { Law, Rule } from './rules.js';

/** A number that a scenario may override, under the name by which it does so. */
export interface Parameter {
  readonly name: string;
  /** As the model declares it, in `unit`. */
  readonly value: number;
  readonly unit: string;
  readonly evidence: EvidenceKind;
  readonly note: string;
  readonly sources: readonly Citation[];
  /** The object in the model that carries the number. */
  readonly of: Rate | Constant;
}
/** The number that a rate or a constant of the model has, in the unit in which the model declares it. */
export type Lookup = (of: Rate | Constant) => number;

/**
 * Every number of the model, rule by rule, then the starting amounts. Names: `rule-id.k` (or on, off, forward,
 * backward; of a saturable rate this is kcat), `rule-id.Km`, `rule-id.Ki` (the law's name), `rule-id.K`, `.n`, `.base`,
 * `.amplitude` of a drive, `copies.Sestrin2`, `amount.Leucine`. Where one rule would give two numbers one name, each
 * says what it belongs to: `rule-id.K(plasma_leucine)`, `rule-id.Ki(KIC)`, `rule-id.Km(backward)`,
 * `amount.Leucine(cytosol)`.
 */
export function parametersOf(model: Model): readonly Parameter[] {
  return [...rulesOf(model).flatMap(parametersOfRule), ...startingAmounts(model)];
}

/** The numbers of one rule. */
export function parametersOfRule(rule: Rule): readonly Parameter[] {
  const numbers = [
    ...Object.entries(rule.rates).flatMap(([name, rate]) => numbersOfRate(name, rate)),
    ...(rule.laws ?? []).map(numberOfLaw),
    ...(rule.drives ?? []).flatMap(numbersOfDrive),
  ];
  return named(rule.id, numbers);
}

/**
 * The numbers of a model under a scenario's overrides (by parameter name, in the declared unit). A rate or constant
 * that several rules share is one number under several names: an override under any of them is an override of all.
 * A rate made by `linked` follows those it is linked to unless it is itself overridden. Throws on a name that is no
 * parameter, a number that is not finite or that is negative (an amplitude may be), and two overrides that disagree.
 */
export function resolve(model: Model, overrides: Readonly<Record<string, number>> = {}): Lookup {
  const byName = namesIn(model);
  const values = new Map<Rate | Constant, { readonly value: number; readonly name: string }>();
  for (const [name, value] of Object.entries(overrides)) {
    const parameter = byName.get(name);
    if (parameter === undefined)
      throw new Error(`there is no parameter "${name}"; \`leucell model --parameters\` lists them`);
    if (!Number.isFinite(value) || (value < 0 && !mayBeNegative(name)))
      throw new Error(
        `parameter "${name}" cannot be ${value}; give a finite number of ${parameter.unit}, at least 0`,
      );
    const other = values.get(parameter.of);
    if (other !== undefined && other.value !== value)
      throw new Error(
        `"${other.name}" and "${name}" are one number in the model and cannot be ${other.value} and ${value}; override one of them`,
      );
    values.set(parameter.of, { value, name });
  }
  const lookup: Lookup = (of) => {
    const given = values.get(of);
    if (given !== undefined) return given.value;
    if (of.kind === 'constant') return of.value;
    if (of.saturation !== undefined) return lookup(of.saturation.kcat);
    return of.linked === undefined ? of.value : linkedValue(of, lookup);
  };
  return lookup;
}

const byNameOf = new WeakMap<Model, ReadonlyMap<string, Parameter>>();

function namesIn(model: Model): ReadonlyMap<string, Parameter> {
  const known = byNameOf.get(model) ?? new Map(parametersOf(model).map((p) => [p.name, p]));
  byNameOf.set(model, known);
  return known;
}

/** The amplitude of a drive is negative where the input lowers the rate. */
const mayBeNegative = (name: string): boolean => /\.amplitude(\(|$)/.test(name);

/** A number before it has its name: what it is called, and what it belongs to should two be called alike. */
interface Numbered {
  readonly base: string;
  readonly owner: string;
  readonly of: Rate | Constant;
}

function numbersOfRate(name: string, rate: Rate): readonly Numbered[] {
  if (rate.saturation === undefined) return [{ base: name, owner: name, of: rate }];
  return [
    { base: name, owner: name, of: rate.saturation.kcat },
    { base: 'Km', owner: name, of: rate.saturation.Km },
  ];
}

const numberOfLaw = (law: Law): Numbered => ({ base: law.name, owner: nameOf(law.by), of: law.K });

function numbersOfDrive(drive: Drive): readonly Numbered[] {
  const owner = drive.input.name;
  switch (drive.kind) {
    case 'proportional':
      return [];
    case 'saturating':
    case 'inhibiting':
      return [{ base: 'K', owner, of: drive.K }];
    case 'hill':
      return (['K', 'n', 'base', 'amplitude'] as const).map((base) => ({ base, owner, of: drive[base] }));
  }
}

function startingAmounts(model: Model): readonly Parameter[] {
  const copies = model.individuals.map((p) => ({
    base: p.agent.agentName,
    owner: p.agent.home.name,
    of: p.copies,
  }));
  const amounts = model.crowds.map((p) => ({ base: nameOf(p.crowd), owner: placeOf(p.crowd), of: p.amount }));
  return [...named('copies', copies), ...named('amount', amounts)];
}

const nameOf = (pattern: Pattern): string => pattern.agent.agentName;
const placeOf = (pattern: CrowdPattern): string => pattern.in.name;

function named(prefix: string, numbers: readonly Numbered[]): readonly Parameter[] {
  const uses = new Map<string, number>();
  for (const { base } of numbers) uses.set(base, (uses.get(base) ?? 0) + 1);
  return numbers.map(({ base, owner, of }) => ({
    name: `${prefix}.${base}${uses.get(base) === 1 ? '' : `(${owner})`}`,
    value: of.value,
    unit: of.unit,
    evidence: of.source.evidence,
    note: of.source.note,
    sources: of.source.sources,
    of,
  }));
}

import type {
  Assignment,
  Compartment,
  FunctionDefinition,
  Parameter,
  Reaction,
  SbmlDocument,
  Species,
  SpeciesUse,
} from './document.js';
import { gather, type Place, refuse } from './problems.js';

/** What an identifier of the model names. */
export type Entity =
  | { readonly kind: 'compartment'; readonly is: Compartment }
  | { readonly kind: 'species'; readonly is: Species }
  | { readonly kind: 'parameter'; readonly is: Parameter }
  | { readonly kind: 'reaction'; readonly is: Reaction }
  | { readonly kind: 'stoichiometry'; readonly is: SpeciesUse };

export interface Symbols {
  readonly document: SbmlDocument;
  readonly all: ReadonlyMap<string, Entity>;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly rules: ReadonlyMap<string, Assignment>;
  readonly initialAssignments: ReadonlyMap<string, Assignment>;
  /** Identifiers that events set. */
  readonly setByEvents: ReadonlySet<string>;
}

/** Tables of the model's identifiers. Throws SbmlError where something sets what it may not, or names what is not there. */
export function symbolsOf(document: SbmlDocument): Symbols {
  const all = new Map<string, Entity>();
  for (const is of document.compartments) all.set(is.id, { kind: 'compartment', is });
  for (const is of document.species) all.set(is.id, { kind: 'species', is });
  for (const is of document.parameters) all.set(is.id, { kind: 'parameter', is });
  for (const is of document.reactions) {
    all.set(is.id, { kind: 'reaction', is });
    for (const use of [...is.reactants, ...is.products])
      if (use.id !== undefined) all.set(use.id, { kind: 'stoichiometry', is: use });
  }
  const { assignmentRules, initialAssignments, events } = document;
  const rules = byVariable(assignmentRules);
  const eventAssignments = events.flatMap((e) => e.assignments);
  gather([
    ...assignmentRules.map((a) => () => requireVariable(a, all)),
    ...eventAssignments.map((a) => () => requireVariable(a, all)),
    ...eventAssignments.map((a) => () => requireUnruled(a, rules)),
    ...initialAssignments.map((a) => () => void known(a.variable, a.place, all)),
    ...initialAssignments.map((a) => () => requireUnruled(a, rules)),
    ...repeated(assignmentRules),
    ...repeated(initialAssignments),
    ...events.flatMap((e) => repeated(e.assignments)),
    ...document.species.map((s) => () => requireCompartment(s, all)),
    ...document.reactions.flatMap((r) =>
      [...r.reactants, ...r.products].map((u) => () => requireSpecies(u, all, rules)),
    ),
  ]);
  return {
    document,
    all,
    functions: new Map(document.functions.map((f) => [f.id, f])),
    rules,
    initialAssignments: byVariable(initialAssignments),
    setByEvents: new Set(eventAssignments.map((a) => a.variable)),
  };
}

/** What an identifier names; throws SbmlError if nothing. */
export const known = (id: string, place: Place, all: Symbols['all']): Entity =>
  all.get(id) ?? refuse(place, `nothing in the model is called "${id}"`);

const byVariable = (assignments: readonly Assignment[]) => new Map(assignments.map((a) => [a.variable, a]));

function requireVariable(a: Assignment, all: Symbols['all']): void {
  const entity = known(a.variable, a.place, all);
  if (entity.kind === 'stoichiometry')
    refuse(a.place, `the stoichiometry "${a.variable}" changes, which is not supported in stochastic runs`);
  else if (entity.kind === 'reaction')
    refuse(a.place, `"${a.variable}" is a reaction; its rate is set by its kinetic law alone`);
  else if (entity.is.constant)
    refuse(a.place, `"${a.variable}" is constant; declare it with constant="false" to set it here`);
}

function requireUnruled(a: Assignment, rules: Symbols['rules']): void {
  const rule = rules.get(a.variable);
  if (rule)
    refuse(a.place, `"${a.variable}" is set by the rule in line ${rule.place.line} already; keep one`);
}

function repeated(assignments: readonly Assignment[]): (() => void)[] {
  const last = byVariable(assignments);
  return assignments
    .filter((a) => last.get(a.variable) !== a)
    .map((a) => () => refuse(a.place, `"${a.variable}" is set twice; keep one`));
}

function requireCompartment(s: Species, all: Symbols['all']): void {
  if (all.get(s.compartment)?.kind !== 'compartment')
    refuse(s.place, `species "${s.id}" lies in "${s.compartment}", which is not a compartment`);
}

function requireSpecies(use: SpeciesUse, all: Symbols['all'], rules: Symbols['rules']): void {
  const symbol = all.get(use.species);
  if (symbol?.kind !== 'species') refuse(use.place, `"${use.species}" is not a species`);
  if (symbol.is.boundary) return;
  const rule = rules.get(use.species);
  if (rule)
    refuse(use.place, `"${use.species}" is set by the rule in line ${rule.place.line} and cannot react`);
  if (symbol.is.constant)
    refuse(use.place, `"${use.species}" is constant and cannot react; give it boundaryCondition="true"`);
}

/** Whether formulas mean the species' concentration; in a compartment without extent they mean its amount. */
export function isConcentration(symbols: Symbols, species: Species): boolean {
  const compartment = symbols.all.get(species.compartment);
  return !species.onlySubstance && !(compartment?.kind === 'compartment' && compartment.is.dimensions === 0);
}

/** Value of a reaction's local parameter; undefined if it has none of this name. */
export function localValue(reaction: Reaction, name: string, place: Place): number | undefined {
  const local = reaction.locals.get(name);
  return local && (local.value ?? refuse(place, `local parameter "${name}" has no value; give it one`));
}

/**
 * What a molecule can be. An individual has a record of its own (state, partner, label, history); a crowd
 * is the set of molecules of one kind in one compartment, exchangeable but for their isotope label.
 */

/** A space in which molecules meet; `share` is its fraction of the cell's water (nominal, 1 for a lumped pool). */
export interface Compartment {
  readonly kind: 'compartment';
  readonly name: string;
  readonly share: number;
  readonly description: string;
}

/** Declares a space. */
export const compartment = (name: string, share: number, description: string): Compartment => ({
  kind: 'compartment',
  name,
  share,
  description,
});

/** A site with a closed set of states; the first is that of a newly made molecule. */
export interface ValueSite<V extends string = string> {
  readonly kind: 'value';
  readonly states: readonly V[];
}
/** A site that holds on to one site of another individual. */
export interface BondSite {
  readonly kind: 'bond';
}
/** A pocket that holds one molecule of a crowd, with its label and, if it is followed, its identity. */
export interface SeatSite<C extends string = string> {
  readonly kind: 'seat';
  readonly holds: readonly C[];
}
/** A place on an individual that rules may test and change. */
export type Site = ValueSite | BondSite | SeatSite;
/** The sites of an individual, by name. */
export type Sites = Readonly<Record<string, Site>>;

/** A site with these states, the first of them that of a new molecule. */
export const oneOf = <const V extends readonly string[]>(...states: V): ValueSite<V[number]> => ({
  kind: 'value',
  states,
});
/** A site for one site of another individual. */
export const bond = (): BondSite => ({ kind: 'bond' });
/** A pocket for one molecule of any of these crowds. */
export const seat = <const C extends readonly string[]>(...holds: C): SeatSite<C[number]> => ({
  kind: 'seat',
  holds,
});

/** Atoms whose isotope is tracked: C1 may be 13C, N may be 15N. Labels never change a rate. */
export const ATOMS = ['C1', 'N'] as const;
/** The name of a tracked atom. */
export type Atom = (typeof ATOMS)[number];

/** "The agent at the other end of this bond": a condition on the partner. */
export interface BoundTo {
  readonly kind: 'to';
  readonly partner: AnyIndividualPattern;
}
/** The condition that a bond leads to an agent like this. */
export const to = (partner: AnyIndividualPattern): BoundTo => ({ kind: 'to', partner });

type Condition<S extends Site> =
  S extends ValueSite<infer V>
    ? V | readonly V[]
    : S extends SeatSite<infer C>
      ? 'empty' | 'taken' | C
      : 'free' | 'bound' | BoundTo;
/** What a pattern says of each site; unsaid means don't care. */
export type Where<S extends Sites> = { readonly [K in keyof S]?: Condition<S[K]> };
/** A state that a rule may write: value sites only (bonds and seats change by bind and unbind). */
export type Write<S extends Sites> = {
  readonly [K in keyof S as S[K] extends ValueSite ? K : never]?: S[K] extends ValueSite<infer V> ? V : never;
};

/** A condition on a site whose agent is not known to the type checker. */
export type AnyCondition = string | readonly string[] | BoundTo;

/** One site of an agent that matches a pattern: what `bind` and `unbind` speak of. */
export interface SiteRef<N extends string = string> {
  readonly kind: 'site';
  readonly of: AnyIndividualPattern;
  readonly agentName: N;
  readonly site: string;
}

/** Some molecules of an individual: those whose sites are as said. */
export interface AnyIndividualPattern {
  readonly kind: 'individual';
  readonly agent: AnyIndividual;
  readonly where: Readonly<Record<string, AnyCondition>>;
}
/** A pattern that also offers its bonds and seats by name, for bind and unbind. */
export type IndividualPattern<N extends string, S extends Sites> = AnyIndividualPattern & {
  readonly agent: Individual<N, S>;
} & { readonly [K in keyof S as S[K] extends ValueSite ? never : K]: SiteRef<N> };

/** An individual whose sites are not known to the type checker. */
export interface AnyIndividual {
  readonly kind: 'individual';
  readonly agentName: string;
  readonly sites: Sites;
  /** Atoms that the molecule itself can carry while it waits, as BCAT2 carries the amino nitrogen. */
  readonly carries: readonly Atom[];
  readonly home: Compartment;
  readonly description: string;
}
/** An individual; called, it makes a pattern of itself. */
export interface Individual<N extends string, S extends Sites> extends AnyIndividual {
  readonly agentName: N;
  readonly sites: S;
  (where?: Where<S>): IndividualPattern<N, S>;
}

/** The members of a crowd in one compartment. */
export interface CrowdPattern {
  readonly kind: 'crowd';
  readonly agent: AnyCrowd;
  readonly in: Compartment;
}
/** A crowd whose name is not known to the type checker. */
export interface AnyCrowd {
  readonly kind: 'crowd';
  readonly agentName: string;
  readonly atoms: readonly Atom[];
  readonly description: string;
}
/** A crowd; called with a compartment, it makes a pattern of its members there. */
export interface Crowd<N extends string> extends AnyCrowd {
  readonly agentName: N;
  (place: { readonly in: Compartment }): CrowdPattern;
}

/** What rules speak of. */
export type Pattern = AnyIndividualPattern | CrowdPattern;

interface IndividualOptions<S extends Sites> {
  readonly sites: S;
  readonly in: Compartment;
  readonly carries?: readonly Atom[];
  readonly description: string;
}

/** Declares an agent of which every molecule has its own record. */
export function individual<const N extends string, const S extends Sites>(
  agentName: N,
  options: IndividualOptions<S>,
): Individual<N, S> {
  const facts = {
    kind: 'individual' as const,
    agentName,
    sites: options.sites,
    carries: options.carries ?? [],
    home: options.in,
    description: options.description,
  };
  const agent: Individual<N, S> = Object.assign(
    (where: Where<S> = {}) => patternOf(agent, where as Record<string, AnyCondition>),
    facts,
  ) as Individual<N, S>;
  return agent;
}

function patternOf<N extends string, S extends Sites>(
  agent: Individual<N, S>,
  where: Readonly<Record<string, AnyCondition>>,
): IndividualPattern<N, S> {
  const pattern: AnyIndividualPattern = { kind: 'individual', agent, where };
  const refs: Record<string, SiteRef<N>> = {};
  for (const [site, spec] of Object.entries(agent.sites))
    if (spec.kind !== 'value') refs[site] = { kind: 'site', of: pattern, agentName: agent.agentName, site };
  return Object.assign(pattern, refs) as IndividualPattern<N, S>;
}

interface CrowdOptions {
  readonly atoms?: readonly Atom[];
  readonly description: string;
}

/** Declares an agent kept as a count per compartment and isotopologue: exact in law, its members being exchangeable. */
export function crowd<const N extends string>(agentName: N, options: CrowdOptions): Crowd<N> {
  const agent: Crowd<N> = Object.assign(
    (place: { readonly in: Compartment }): CrowdPattern => ({ kind: 'crowd', agent, in: place.in }),
    { kind: 'crowd' as const, agentName, atoms: options.atoms ?? [], description: options.description },
  );
  return agent;
}

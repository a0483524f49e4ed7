import type { AnyCondition, AnyIndividualPattern, CrowdPattern } from '../../src/language/agents.js';
import type { Observable, Storage } from './engine.js';

/** An individual: one plain object. A bond site is 'free' or 'bound', a seat 'empty' or the name of what sits there. */
export interface Individual {
  readonly agent: string;
  readonly place: number;
  readonly state: Record<string, string>;
  readonly partner: Record<string, { readonly who: Individual; readonly site: string }>;
  /** Label class of what sits in a seat. */
  readonly seated: Record<string, number>;
  /** Label of the atoms that the individual itself carries. */
  label: number;
}

/** Members of crowds, kept in one of two ways that must not differ in law. */
export interface Crowds {
  readonly count: (crowd: CrowdPattern, label?: number) => number;
  readonly add: (crowd: CrowdPattern, label: number) => void;
  /** Takes the member at position i of those counted; gives its label class. */
  readonly take: (crowd: CrowdPattern, i: number) => number;
}

export interface World {
  readonly individuals: Individual[];
  readonly crowds: Crowds;
  readonly inputs: Record<string, number>;
}

export const crowdsKept = (storage: Storage): Crowds =>
  storage === 'every molecule' ? everyMolecule() : countsByLabel();

function countsByLabel(): Crowds {
  const counts = new Map<string, number[]>();
  const of = (c: CrowdPattern): number[] => {
    const known = counts.get(keyOf(c)) ?? [0, 0, 0, 0];
    counts.set(keyOf(c), known);
    return known;
  };
  return {
    count: (c, label) => (label === undefined ? of(c).reduce((sum, n) => sum + n) : of(c)[label]!),
    add: (c, label) => {
      of(c)[label]!++;
    },
    take: (c, i) => {
      const classes = of(c);
      let label = 0;
      for (let left = i; left >= classes[label]!; label++) left -= classes[label]!;
      classes[label]!--;
      return label;
    },
  };
}

function everyMolecule(): Crowds {
  const molecules: { readonly kind: string; readonly label: number }[] = [];
  const of = (c: CrowdPattern) => molecules.filter((m) => m.kind === keyOf(c));
  return {
    count: (c, label) => of(c).filter((m) => label === undefined || m.label === label).length,
    add: (c, label) => {
      molecules.push({ kind: keyOf(c), label });
    },
    take: (c, i) => {
      const molecule = of(c)[i]!;
      molecules.splice(molecules.indexOf(molecule), 1);
      return molecule.label;
    },
  };
}

const keyOf = (c: CrowdPattern): string => `${c.agent.agentName} in ${c.in.name}`;

export function matches(one: Individual, pattern: AnyIndividualPattern): boolean {
  if (one.agent !== pattern.agent.agentName) return false;
  for (const site in pattern.where) if (!meets(one, site, pattern.where[site]!)) return false;
  return true;
}

function meets(one: Individual, site: string, condition: AnyCondition): boolean {
  const state = one.state[site]!;
  if (typeof condition === 'string') return condition === 'taken' ? state !== 'empty' : state === condition;
  if ('kind' in condition) {
    const partner = one.partner[site];
    return partner !== undefined && matches(partner.who, condition.partner);
  }
  return condition.includes(state);
}

export const matching = (world: World, pattern: AnyIndividualPattern): readonly Individual[] =>
  world.individuals.filter((one) => matches(one, pattern));

/** What an observable counts now. */
export function observed(world: World, { pattern, label }: Observable): number {
  return pattern.kind === 'crowd' ? world.crowds.count(pattern, label) : matching(world, pattern).length;
}

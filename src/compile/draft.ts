import type { AnyIndividualPattern, Atom, Compartment } from '../language/agents.js';
import { ATOMS } from '../language/agents.js';
import type { LabelSource } from '../language/inputs.js';
import type { RateName, Rule } from '../language/rules.js';
import type { CodeSet } from './patterns.js';

/** A channel before its pools have numbers: one rule, one direction, one known change of every part. */
export interface Draft {
  readonly rule: Rule;
  readonly rate: RateName;
  readonly a?: Reactant;
  readonly b?: Reactant;
  /** Whoever is bonded to A: touched along with it. `back`: the partner's slot if the bond is broken. */
  readonly partner?: {
    readonly slot: number;
    readonly back: number;
    readonly delta: number;
    readonly set: CodeSet;
  };
  /** The two ends of the bond are the same to the rule: A's pool shows every pair from both sides. */
  readonly mirrored?: boolean;
  readonly join?: readonly [number, number];
  readonly removesA?: boolean;
  readonly makes?: AnyIndividualPattern;
  readonly outs: readonly Out[];
  readonly keeps: Keeps;
  readonly seats: 0 | 1 | 2;
  readonly labelSource?: LabelSource;
  /** Where the reactants of a second-order event meet; undefined: the cell's whole water. */
  readonly space: Compartment | undefined;
}
export type Reactant =
  | { readonly kind: 'crowd'; readonly crowd: number; readonly counted: boolean }
  | { readonly kind: 'part'; readonly set: CodeSet; readonly counted: boolean; readonly delta: number };
export interface Out {
  readonly crowd: number;
  readonly maskA: number;
  readonly maskB: number;
  readonly maskS: number;
  readonly cargo: 0 | 1 | 2;
}
/** Which label bits of A and B stay on or pass to the parts of A and B. */
export interface Keeps {
  readonly aa: number;
  readonly ab: number;
  readonly ba: number;
  readonly bb: number;
}
export const KEEP_OWN: Keeps = { aa: 3, ab: 0, ba: 0, bb: 3 };

export const maskOf = (atoms: readonly Atom[]): number => atoms.reduce((mask, atom) => mask | bitOf(atom), 0);
export const bitOf = (atom: Atom): number => 1 << ATOMS.indexOf(atom);

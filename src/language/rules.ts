/**
 * Rules are data; verbs make them. Semantics:
 * unsaid means don't care; at most two agents meet; a pattern may speak of an agent and of the agent at the other
 * end of one named bond (`to`); the reverse of a `bind` applies to the bonded pair; isotope labels never change a
 * rate; a parameter's name is `rule-id.rate`; rate laws are a closed set, and those that stand for an unresolved
 * mechanism are marked as approximations.
 */
import type {
  AnyIndividual,
  Atom,
  Compartment,
  Crowd,
  CrowdPattern,
  Individual,
  Pattern,
  SiteRef,
  Sites,
  Where,
  Write,
} from './agents.js';
import type { Drive, LabelSource } from './inputs.js';
import type { Constant, Rate } from './rates.js';

/** Where each tracked atom of what is taken goes: [taken agent, given agent] by name; an exit is a string. */
export type AtomRoutes = Partial<Record<Atom, readonly (readonly [string, string])[]>>;

/** Two sites join, or a crowd member takes a seat. */
export interface Bind {
  readonly verb: 'bind';
  readonly a: SiteRef;
  readonly b: SiteRef | CrowdPattern;
}
/** They part again. */
export interface Unbind {
  readonly verb: 'unbind';
  readonly a: SiteRef;
  readonly b: SiteRef | CrowdPattern;
  /** Value sites written on either end as they part. */
  readonly writes: {
    readonly a?: Readonly<Record<string, string>>;
    readonly b?: Readonly<Record<string, string>>;
  };
}
/** An individual's value sites are written. */
export interface Change {
  readonly verb: 'change';
  readonly agent: AnyIndividual;
  readonly from: Readonly<Record<string, unknown>>;
  readonly to: Readonly<Record<string, string>>;
}
/** These become those, atoms going where the routes say. */
export interface Exchange<T extends number = number, G extends number = number> {
  readonly verb: 'exchange';
  readonly take: readonly Pattern[] & { readonly length: T };
  readonly give: readonly Pattern[] & { readonly length: G };
  readonly atoms: AtomRoutes;
}
/** A crowd member changes its compartment. */
export interface Move {
  readonly verb: 'move';
  readonly crowd: CrowdPattern;
  readonly into: Compartment;
}
/** A molecule appears, labelled as its source is. */
export interface Make {
  readonly verb: 'make';
  readonly give: Pattern;
  readonly labelledAs: LabelSource | undefined;
}
/** A molecule ends. */
export interface Remove {
  readonly verb: 'remove';
  readonly take: Pattern;
  readonly fate: string;
}
/** An event without a catalyst. */
export type Plain = Bind | Unbind | Change | Exchange | Move | Make | Remove;
/** An event that needs a catalyst, which it leaves as it was. */
export interface By<E extends Plain = Plain> {
  readonly verb: 'by';
  readonly event: E;
  readonly catalyst: Pattern;
}
/** What can happen: a closed set. */
export type Event = Plain | By;

/** Joins a site to a site, or seats a member of a crowd. */
export const bind = (a: SiteRef, b: SiteRef | CrowdPattern): Bind => ({ verb: 'bind', a, b });
/** Parts what is joined; the other way of a `bind` with its own conditions and writes. */
export const unbind = (a: SiteRef, b: SiteRef | CrowdPattern, writes: Unbind['writes'] = {}): Unbind => ({
  verb: 'unbind',
  a,
  b,
  writes,
});
/** Writes value sites of an individual in a given state. */
export const change = <N extends string, S extends Sites>(
  agent: Individual<N, S>,
  from: Where<S>,
  to: Write<S>,
): Change => ({
  verb: 'change',
  agent,
  from: from as Record<string, unknown>,
  to: to as Record<string, string>,
});
/** Turns what is taken into what is given. */
export const exchange = <const T extends readonly Pattern[], const G extends readonly Pattern[]>(
  take: T,
  give: G,
  atoms: AtomRoutes = {},
): Exchange<T['length'], G['length']> =>
  ({ verb: 'exchange', take, give, atoms }) as Exchange<T['length'], G['length']>;
/** Carries a crowd's members from one compartment into another. */
export const move = <N extends string>(agent: Crowd<N>, from: Compartment, into: Compartment): Move => ({
  verb: 'move',
  crowd: agent({ in: from }),
  into,
});
/** Makes a molecule out of what is not modelled, unlabelled unless a source is named. */
export const make = (give: Pattern, labelledAs?: LabelSource): Make => ({ verb: 'make', give, labelledAs });
/** Takes a molecule out of the model; the fate names where it went. */
export const remove = (take: Pattern, fate: string): Remove => ({ verb: 'remove', take, fate });
/** Lets an event happen only where it meets a catalyst. */
export const by = <E extends Plain>(event: E, catalyst: Pattern): By<E> => ({ verb: 'by', event, catalyst });

type OrderFrom<N extends number> = N extends 0 | 1 | 2 ? N : never;
/** The rates that an event asks for; a wrong order does not compile. */
export type RatesOf<E extends Event> =
  E extends By<infer P>
    ? P extends Make
      ? { readonly k: Rate<1> }
      : P extends Bind
        ? never
        : P extends Exchange<infer T, infer _G>
          ? T extends 1
            ? { readonly k: Rate<2> }
            : never
          : { readonly k: Rate<2> }
    : E extends Bind
      ? { readonly on: Rate<2>; readonly off?: Rate<1> }
      : E extends Unbind
        ? { readonly k: Rate<1> }
        : E extends Change | Move
          ? { readonly k: Rate<1> } | { readonly forward: Rate<1>; readonly backward: Rate<1> }
          : E extends Exchange<infer T, infer G>
            ?
                | { readonly k: Rate<OrderFrom<T>> }
                | { readonly forward: Rate<OrderFrom<T>>; readonly backward: Rate<OrderFrom<G>> }
            : E extends Make
              ? { readonly k: Rate<0> }
              : E extends Remove
                ? { readonly k: Rate<1> }
                : never;
/** What a rate of a rule may be called. */
export type RateName = 'k' | 'on' | 'off' | 'forward' | 'backward';

/** A factor of the rate that depends on how many of something there are, in the same cell. */
export type Law =
  /** 1 / (1 + (n/K)^power) */
  | {
      readonly kind: 'inhibited';
      readonly by: Pattern;
      readonly K: Constant;
      readonly power: 1 | 2;
      readonly name: string;
    }
  /** (n/K)^power / (1 + (n/K)^power) */
  | {
      readonly kind: 'activated';
      readonly by: Pattern;
      readonly K: Constant;
      readonly power: 1 | 2;
      readonly name: string;
    };
/** The rate falls with the number of these: 1 / (1 + (n/K)^power). */
export const inhibited = (by: Pattern, K: Constant, options: { power?: 1 | 2; name?: string } = {}): Law => ({
  kind: 'inhibited',
  by,
  K,
  power: options.power ?? 1,
  name: options.name ?? 'Ki',
});
/** The rate rises with the number of these: (n/K)^power / (1 + (n/K)^power). */
export const activated = (by: Pattern, K: Constant, options: { power?: 1 | 2; name?: string } = {}): Law => ({
  kind: 'activated',
  by,
  K,
  power: options.power ?? 1,
  name: options.name ?? 'Ka',
});

/** What bends a rule's rate, and what is not resolved in it. */
export interface RuleOptions {
  readonly laws?: readonly Law[];
  /** Inputs that multiply the rate; for a reversible rule, the forward (or `on`) direction only. */
  readonly drives?: readonly Drive[];
  /** Paid for by ATP, GTP or a flux not shown: exempt from the check of equilibrium cycles. */
  readonly driven?: boolean;
  /** What is not resolved, for Table 1. */
  readonly approximation?: string;
}
/** A row of the model: what happens, how fast, on what evidence. */
export interface Rule extends RuleOptions {
  readonly id: string;
  readonly sentence: string;
  readonly event: Event;
  readonly rates: Readonly<Partial<Record<RateName, Rate>>>;
}
/** Writes a rule; its id and the names of its rates make the names of its parameters. */
export const rule = <E extends Event>(
  id: string,
  sentence: string,
  event: E,
  rates: RatesOf<E>,
  options: RuleOptions = {},
): Rule => ({
  id,
  sentence,
  event,
  rates: rates as Rule['rates'],
  ...options,
});

/** Rules that belong together, under the title that Table 1 prints. */
export interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}
/** Gathers rules under a title. */
export const chapter = (title: string, rules: readonly Rule[]): Chapter => ({ title, rules });

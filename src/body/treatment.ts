import type { Citation } from '../language/rates.js';
import type { Course, Given } from '../scenario/plan.js';

/** One thing that can be said of a treatment. */
export type Field =
  | {
      readonly kind: 'quantity';
      readonly unit: string;
      /** Absent: must be given. */
      readonly default?: number;
      readonly min: number;
      readonly max: number;
      readonly says: string;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly string[];
      /** Absent: must be given. */
      readonly default?: string;
      readonly says: string;
    }
  /** A published change that can be left off (`off`), kept (`on`) or replaced by a factor or quantity of one's own. */
  | { readonly kind: 'part'; readonly unit: string; readonly says: string };

/** What a treatment does to one input of the model. */
export interface InputEffect {
  readonly input: string;
  /** `add` to and `times` what is there; `oral` adds are cut by splanchnic extraction. */
  readonly how: 'add' | 'times' | 'oral';
  readonly course: Course;
  readonly from: string;
}
export interface Effects {
  readonly inputs: readonly InputEffect[];
  /** Factors on copies, by agent. */
  readonly copies: Readonly<Record<string, number>>;
  /** Factors on parameters, by `rule-id.rate`. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Factor on what a meal adds to plasma. */
  readonly oral: number;
}
export const NO_EFFECT: Effects = { inputs: [], copies: {}, parameters: {}, oral: 1 };

/** The fasted value of an input, in its unit. */
export type Rest = (input: string) => number;

/** What the same condition says under another key, complete; nothing where it says nothing. */
export type Beside = (key: string) => Given | undefined;
export const ALONE: Beside = () => undefined;

/** One key of a scenario's condition: what may be said, which words of the model it touches, and what it does. */
export interface Treatment {
  readonly key: string;
  readonly sentence: string;
  /** The field that a bare value speaks of: `leucine: 3.5 g` is `leucine: {dose: 3.5 g}`. */
  readonly main: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly touches: {
    readonly inputs: readonly string[];
    readonly copies: readonly string[];
    readonly parameters: readonly string[];
  };
  readonly sources: readonly Citation[];
  /** `given` is complete: every field that has a default has a value. */
  readonly effects: (given: Given, rest: Rest, beside: Beside) => Effects;
}

/** The value of a quantity field of a complete `given`. */
export function number(given: Given, field: string): number {
  const value = given[field];
  if (typeof value !== 'number') throw new Error(`"${field}" has no number: give it in the scenario`);
  return value;
}

/** The factor of a part: 1 where it is off, `published` where it is on or unsaid, else the number given. */
export function part(given: Given, field: string, published: number, off = 1): number {
  const value = given[field];
  if (typeof value === 'number') return value;
  return value === 'off' ? off : published;
}

/** What was given, with the default of every quantity and choice filled in. */
export function complete(treatment: Treatment, given: Given): Given {
  const filled: Record<string, number | string | boolean> = { ...given };
  for (const [name, field] of Object.entries(treatment.fields))
    if (field.kind !== 'part' && filled[name] === undefined && field.default !== undefined)
      filled[name] = field.default;
  return filled;
}

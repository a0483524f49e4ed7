import { applyOperator, type Operator } from './operators.js';
import type { Place } from './problems.js';

/** A formula over leaves L. */
export type Formula<L> =
  | L
  | Application<L>
  | Piecewise<L>
  | { readonly kind: 'number'; readonly value: number };
export interface Application<L> {
  readonly kind: 'apply';
  readonly op: Operator;
  readonly args: readonly Formula<L>[];
}
/** The value of the first piece whose condition holds; NaN where none does and nothing stands for the rest. */
export interface Piecewise<L> {
  readonly kind: 'piecewise';
  readonly pieces: readonly { readonly value: Formula<L>; readonly when: Formula<L> }[];
  readonly otherwise: Formula<L>;
}

/** As written: names and calls of functions. */
export type Written = Formula<WrittenLeaf>;
export type WrittenLeaf =
  | { readonly kind: 'time' }
  | { readonly kind: 'name'; readonly name: string; readonly place: Place }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Written[];
      readonly place: Place;
    };

/** As run: places in the arrays of counts and values instead of names. */
export type Resolved = Formula<ResolvedLeaf>;
export type ResolvedLeaf =
  | { readonly kind: 'time' }
  /** members of crowd `index` */
  | { readonly kind: 'count'; readonly index: number }
  /** what events change beside crowds */
  | { readonly kind: 'value'; readonly index: number };

export const number = (value: number) => ({ kind: 'number', value }) as const;

/** An application, computed at once where its operands are numbers. */
export function apply<L extends { kind: string }>(op: Operator, ...args: readonly Formula<L>[]): Formula<L> {
  const [a, b = a] = args as readonly { kind: string; value?: number }[];
  if (a?.kind === 'number' && b?.kind === 'number') return number(applyOperator(op, a.value!, b.value!));
  return { kind: 'apply', op, args };
}

/** A piecewise formula without the pieces that can never be meant. */
export function piecewise<L extends { kind: string }>(
  pieces: Piecewise<L>['pieces'],
  otherwise: Formula<L>,
): Formula<L> {
  const left: { value: Formula<L>; when: Formula<L> }[] = [];
  let rest = otherwise;
  for (const piece of pieces) {
    const when = piece.when as { kind: string; value?: number };
    if (when.kind !== 'number') left.push(piece);
    else if (when.value !== 0) {
      rest = piece.value;
      break;
    }
  }
  return left.length === 0 ? rest : { kind: 'piecewise', pieces: left, otherwise: rest };
}

/** Direct operands of a formula that has been resolved. */
export function operandsOf(f: Resolved): readonly Resolved[] {
  switch (f.kind) {
    case 'apply':
      return f.args;
    case 'piecewise':
      return [...f.pieces.flatMap((p) => [p.value, p.when]), f.otherwise];
    case 'number':
    case 'time':
    case 'count':
    case 'value':
      return [];
  }
}

/** Whether any part of the formula is such. */
export const some = (f: Resolved, is: (part: Resolved) => boolean): boolean =>
  is(f) || operandsOf(f).some((part) => some(part, is));

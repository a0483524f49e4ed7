import { type TimeComparison, timeComparisons } from './clock.js';
import { type Compiled, compile } from './compile.js';
import type { Assignment, SbmlEvent } from './document.js';
import type { Resolved } from './expression.js';
import { gather, type Place, refuse } from './problems.js';
import type { Semantics } from './semantics.js';
import { isConcentration } from './symbols.js';

/** An event ready to happen. */
export interface EventCode {
  readonly id: string;
  readonly place: Place;
  readonly condition: Resolved;
  readonly comparisons: readonly TimeComparison[];
  readonly isTrue: Compiled;
  readonly initialValue: boolean;
  readonly persistent: boolean;
  readonly valuesFromTrigger: boolean;
  readonly priority: Compiled | undefined;
  /** In this order: a concentration becomes an amount with the size that its compartment then has. */
  readonly assignments: readonly AssignmentCode[];
}
export interface AssignmentCode {
  readonly variable: string;
  readonly place: Place;
  readonly value: Compiled;
  /** Exactly one of these is a place; the other is -1. */
  readonly crowd: number;
  readonly stored: number;
  /** What turns the value into an amount. */
  readonly size: Compiled | undefined;
}

/** Compiles all events. Throws SbmlError, also for triggers that follow the time on a curve. */
export function compileEvents(semantics: Semantics, values: Float64Array): EventCode[] {
  const codes: EventCode[] = [];
  gather(
    semantics.symbols.document.events.map((event) => () => codes.push(codeOf(event, semantics, values))),
  );
  return codes;
}

function codeOf(event: SbmlEvent, semantics: Semantics, values: Float64Array): EventCode {
  const condition = semantics.resolve(event.trigger.math);
  const comparisons =
    timeComparisons(condition) ??
    refuse(
      event.place,
      `the trigger of event "${event.id}" follows the time on a curve; compare time itself, as in time >= 25`,
    );
  const assignments = event.assignments.map((a) => assignmentOf(a, semantics, values));
  return {
    id: event.id,
    place: event.place,
    condition,
    comparisons,
    isTrue: compile(condition, values),
    initialValue: event.trigger.initialValue,
    persistent: event.trigger.persistent,
    valuesFromTrigger: event.valuesFromTrigger,
    priority: event.priority && compile(semantics.resolve(event.priority), values),
    assignments: [...assignments.filter((a) => !a.size), ...assignments.filter((a) => a.size)],
  };
}

function assignmentOf(a: Assignment, semantics: Semantics, values: Float64Array): AssignmentCode {
  const symbol = semantics.symbols.all.get(a.variable)!;
  const concentration = symbol.kind === 'species' && isConcentration(semantics.symbols, symbol.is);
  return {
    variable: a.variable,
    place: a.place,
    value: compile(semantics.resolve(a.math), values),
    crowd: semantics.crowdOf.get(a.variable) ?? -1,
    stored: semantics.storeOf.get(a.variable) ?? -1,
    size: concentration ? compile(semantics.meaningOf(symbol.is.compartment, a.place), values) : undefined,
  };
}

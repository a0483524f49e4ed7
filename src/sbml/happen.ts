import { below } from '../random/below.js';
import type { Generator } from '../random/generator.js';
import type { AssignmentCode, EventCode } from './event-code.js';
import { wholeMolecules } from './molecules.js';
import { refuse } from './problems.js';

/** Where the events of a run stand. */
export interface Happenings {
  readonly events: readonly EventCode[];
  readonly ties: Generator;
  /** By event: whether its trigger was true when last looked at. */
  readonly wasTrue: boolean[];
}

/** Events before the start: triggers have their initial value. */
export const newHappenings = (events: readonly EventCode[], ties: Generator): Happenings => ({
  events,
  ties,
  wasTrue: events.map((e) => e.initialValue),
});

/** An event whose trigger has become true; `values` where they are those of that moment. */
interface Pending {
  readonly event: number;
  readonly values: readonly number[] | undefined;
}
const MOST_AT_ONCE = 10_000;

/**
 * Lets every event happen whose trigger turns from false to true, and those that follow from them at the same time, as
 * SBML L3V2 section 4.11 has it: highest priority first, ties by lot, priorities and triggers looked at again after
 * each. Returns whether any did.
 */
export function settle(h: Happenings, count: Float64Array, values: Float64Array, time_s: number): boolean {
  if (h.events.length === 0) return false;
  let pending: Pending[] = [];
  for (let happened = 0; ; happened++) {
    pending = lookAtTriggers(h, pending, count, time_s);
    if (pending.length === 0) return happened > 0;
    const at = pending.length === 1 ? 0 : mostUrgent(h, pending, count, time_s);
    const [{ event, values: kept }] = pending.splice(at, 1) as [Pending];
    const code = h.events[event]!;
    if (happened === MOST_AT_ONCE)
      refuse(code.place, `event "${code.id}" and others set each other off without end at time ${time_s}`);
    assign(code, kept ?? valuesOf(code, count, time_s), count, values, time_s);
  }
}

function lookAtTriggers(h: Happenings, before: Pending[], count: Float64Array, time_s: number): Pending[] {
  let pending = before;
  for (let event = 0; event < h.events.length; event++) {
    const code = h.events[event]!;
    const now = code.isTrue(count, time_s);
    const isTrue = now !== 0 && !Number.isNaN(now);
    if (isTrue && !h.wasTrue[event]) {
      pending.push({ event, values: code.valuesFromTrigger ? valuesOf(code, count, time_s) : undefined });
    } else if (!isTrue && h.wasTrue[event] && !code.persistent) {
      pending = pending.filter((p) => p.event !== event);
    }
    h.wasTrue[event] = isTrue;
  }
  return pending;
}

const valuesOf = (code: EventCode, count: Float64Array, time_s: number): number[] =>
  code.assignments.map((a) => a.value(count, time_s));

/** Place of the pending event that comes next; those without a priority come after all that have one. */
function mostUrgent(h: Happenings, pending: readonly Pending[], count: Float64Array, time_s: number): number {
  const urgency = pending.map((p) => {
    const priority = h.events[p.event]!.priority?.(count, time_s);
    return priority === undefined || Number.isNaN(priority) ? Number.NEGATIVE_INFINITY : priority;
  });
  const highest = Math.max(...urgency);
  const first = urgency.flatMap((u, i) => (u === highest ? [i] : []));
  return first[first.length === 1 ? 0 : below(h.ties, first.length)]!;
}

/** All values are computed before any is set. */
function assign(
  code: EventCode,
  computed: readonly number[],
  count: Float64Array,
  values: Float64Array,
  time_s: number,
): void {
  code.assignments.forEach((a, i) => {
    const value = a.size === undefined ? computed[i]! : computed[i]! * a.size(count, time_s);
    if (a.crowd >= 0) count[a.crowd] = wholeMolecules(value) ?? refuseAmount(code, a, value, time_s);
    else values[a.stored] = value;
  });
}

function refuseAmount(code: EventCode, a: AssignmentCode, value: number, time_s: number): never {
  return refuse(
    a.place,
    `event "${code.id}" sets "${a.variable}" to ${value} molecules at time ${time_s}; ` +
      'give a whole number of at least 0, for example with floor or ceiling',
  );
}

import { conditionAt } from './expand.js';
import type { Condition, Plan } from './plan.js';

/** Bonds find their partners and p-S6K1 its level within half an hour. */
const BONDS_s = 1800;
/** Pools of leucine and KIC, ribosomes in waiting and BCKDH find theirs in a lasting state within hours. */
const STATE_s = 7200;
/** What began longer ago than this has done most of its work: cells begin their lives under it. */
const LONGEST_s = 6 * 3600;

/**
 * How long cells live before t = 0 where a scenario does not say, in seconds: long enough for bonds, for a lasting state (age,
 * disease, copies, parameters) and for what is done before t = 0, such as a bout of exercise; the same in all
 * conditions, seen at the first point of the sweep.
 */
export function settlingTime(plan: Plan): number {
  const needs = plan.conditionNames.map((_, i) => needed(conditionAt(plan, 0, i), plan));
  return Math.min(LONGEST_s, Math.max(BONDS_s, ...needs));
}

function needed(condition: Condition, plan: Plan): number {
  const courses = Object.entries(condition.inputs);
  const lasting =
    Object.keys(condition.parameters).length > 0 ||
    Object.keys(condition.copies).length > 0 ||
    courses.some(([input, { value }]) => isAway(value[0]!, plan.reference.inputs[input]!.rest));
  const begun_s = Math.max(
    0,
    ...courses.map(([, { time_s, value }]) => (value.length > 1 ? -time_s[0]! : 0)),
  );
  return Math.max(lasting ? STATE_s : 0, begun_s);
}

/** Fasted curves of different studies differ by less. */
const isAway = (value: number, rest: number): boolean => Math.abs(value - rest) > 0.2 * Math.abs(rest);

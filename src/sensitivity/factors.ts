import { resolveAxis } from '../scenario/axis-target.js';
import { axesWithoutEffect } from '../scenario/build.js';
import type { DrawnValues, Plan, SweepAxis } from '../scenario/plan.js';
import { say } from '../scenario/problems.js';
import { readQuantity } from '../scenario/quantity.js';
import type { Vocabulary } from '../scenario/vocabulary.js';

/** Something that is varied, and between which values; `log` walks in equal ratios. */
export interface Factor extends Pick<SweepAxis, 'path' | 'unit' | 'target'> {
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log';
}
export type ReadFactor =
  | { readonly ok: true; readonly factor: Factor }
  | { readonly ok: false; readonly message: string };

const NO_RANGE =
  'no range that can be read. Write for example "base.leucine=1 g..5 g" or "volume=1 um3..10 um3 log"; a rate alone goes from half to double.';
/** What a rate is varied by where no range is given, either way. */
const FOLD = 2;

/** Reads `path=from..to`, `path=from..to log`, or a rate alone: from half to double, in equal ratios. */
export function readFactor(given: string, plan: Plan, vocabulary: Vocabulary): ReadFactor {
  const [, path = '', range] = /^([^=]*?)\s*(?:=(.*))?$/s.exec(given.trim()) ?? [];
  const resolved = resolveAxis(path, plan.conditionNames, vocabulary);
  if (!resolved.ok) return resolved;
  const { target, limits } = resolved;
  const about = { path, unit: limits.unit, target };
  const refuse = (message: string): ReadFactor => ({ ok: false, message: `${path}: ${message}` });
  if (range === undefined) {
    const rate = target.kind === 'parameter' ? parameterValue(target.parameter, vocabulary) : undefined;
    if (rate === undefined) return refuse(NO_RANGE);
    return { ok: true, factor: { ...about, from: rate / FOLD, to: rate * FOLD, scale: 'log' } };
  }
  const [, low = '', high, log] = /^(.*?)\.\.(.*?)(\s+log)?\s*$/s.exec(range) ?? [];
  if (high === undefined) return refuse(NO_RANGE);
  const [from, to] = [readQuantity(low.trim(), limits), readQuantity(high.trim(), limits)];
  if (!from.ok) return refuse(from.message);
  if (!to.ok) return refuse(to.message);
  if (log !== undefined && (from.value <= 0 || to.value <= 0)) return refuse(say.logRange());
  const scale = log === undefined ? 'linear' : 'log';
  return { ok: true, factor: { ...about, from: from.value, to: to.value, scale } };
}

/** The axes of a plan's own sweep as factors, from end to end; replicates are none. */
export const factorsOfSweep = ({ axes }: Plan): readonly Factor[] =>
  axes.flatMap(({ path, unit, target, values }) => {
    if (target.kind === 'replicate') return [];
    if (!Array.isArray(values)) {
      const { from, to, scale } = values as DrawnValues;
      return [{ path, unit, target, from, to, scale }];
    }
    const [from, to] = [Math.min(...values), Math.max(...values)];
    return from < to ? [{ path, unit, target, from, to, scale: 'linear' as const }] : [];
  });

/** The plan at these points of [0, 1] of the factors, in place of its own sweep. */
export function planAt(plan: Plan, factors: readonly Factor[], design: readonly (readonly number[])[]): Plan {
  const axes = factors.map(({ path, unit, target, from, to, scale }, j): SweepAxis => {
    const value = (u: number) => (scale === 'log' ? from * (to / from) ** u : from + (to - from) * u);
    return { path, unit, target, dimension: 0, values: design.map((point) => value(point[j]!)) };
  });
  return { ...plan, axes };
}

/** The factors that no condition lets through, or that change a treatment which is not given. */
export function idleFactors(plan: Plan, factors: readonly Factor[]): readonly Factor[] {
  const idle = axesWithoutEffect(planAt(plan, factors, [factors.map(() => 0)])).map(({ path }) => path);
  return factors.filter(({ path, target }) => {
    if (idle.includes(path)) return true;
    if (target.kind !== 'treatment') return false;
    const recipe = target.at === 'base' ? plan.base : plan.conditions[target.at]!;
    return recipe.treatments[target.key]?.[target.index] === undefined;
  });
}

const parameterValue = (name: string, { parameters }: Vocabulary): number | undefined =>
  parameters.find((p) => p.name === name)?.value;

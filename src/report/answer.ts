import type { Comparison, Effect } from '../analysis/compare/compare.js';
import type { Findings } from '../analysis/findings.js';
import { chance, figure, lean, listed } from './format.js';

/** Conditions that one sentence can hold. */
const MOST = 3;

/** The answer in two sentences with numbers, as far as the dataset gives one. */
export function answerOf(
  { comparison, manifest, courses, conditions, cellValues, outcomes }: Findings,
  point: number,
): readonly string[] {
  const hours = lean((courses.time_s[courses.time_s.length - 1] ?? manifest.plan.duration_s) / 3600);
  if (typeof comparison === 'string') {
    const told = outcomes
      .filter(({ id }) => ['synthesis', 'breakdown', 'leucine'].includes(id))
      .map(
        ({ title, unit, id }) =>
          `${title} ${conditions.map((name, i) => `${figure(meanOf(cellValues(id, point, i)))} ${unit} (${name})`).join(', ')}`,
      );
    return [`Over ${hours} h: ${told.join('; ')}.`, `Conditions are not compared: ${comparison}.`];
  }
  const first = ['net_balance', 'synthesis', comparison.outcomes[0]!.id].find((id) =>
    comparison.outcomes.some((o) => o.id === id),
  )!;
  return [leading(comparison, point, first, hours), following(comparison, point, first)].filter(
    (sentence) => sentence !== '',
  );
}

/** "Over 4 h, net balance with cachexia is 0.19 % below that of healthy (...)". */
function leading(comparison: Comparison, point: number, id: string, hours: string): string {
  const effects = strongest(comparison.effects.filter((e) => e.point === point && e.outcome.id === id));
  const { outcome, baseline } = effects[0]!;
  const parts = effects.map((e) => {
    const where = e.difference > 0 ? 'above' : 'below';
    const { low, high } = e.differenceInterval;
    const range = [low, high].map((x) => figure(e.difference > 0 ? x : -x));
    if (e.difference < 0) range.reverse();
    return `with ${e.conditionName} it is ${figure(Math.abs(e.difference))} ${outcome.unit} ${where} that (95\u00a0% interval ${range.join(' to ')}, p ${relation(e.pHolm)})`;
  });
  return `Over ${hours} h, ${outcome.title} is ${figure(baseline)} ${outcome.unit} in ${comparison.baseline}; ${listed(parts)}.`;
}

/** What lies behind it, as ratios. */
function following(comparison: Comparison, point: number, but: string): string {
  const told = ['synthesis', 'breakdown', 's6k1_blot_area', 'oxidation'].filter((id) => id !== but);
  const parts = told.flatMap((id) => {
    const effects = strongest(
      comparison.effects.filter((e) => e.point === point && e.outcome.id === id && Number.isFinite(e.ratio)),
    );
    if (effects.length === 0) return [];
    const values = effects.map(
      (e) => `${figure(e.ratio)} times (${e.conditionName}${e.pHolm < 0.05 ? '' : ', not shown to differ'})`,
    );
    return [`${effects[0]!.outcome.title} ${listed(values)}`];
  });
  return parts.length === 0 ? '' : `Relative to ${comparison.baseline}: ${parts.join('; ')}.`;
}

/** In the order of the conditions, those with the largest effects if there are many. */
function strongest(effects: readonly Effect[]): readonly Effect[] {
  const kept = [...effects].sort((a, b) => Math.abs(b.dz) - Math.abs(a.dz)).slice(0, MOST);
  return effects.filter((e) => kept.includes(e));
}

const relation = (p: number): string => (p < 0.001 ? '< 0.001' : `= ${chance(p)}`);

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

import type { Failure } from '../runner/failures.js';
import { jobAt } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';

/** Which cells failed and why, a row each. */
export function failureTable(plan: Plan, failures: readonly Failure[]): string {
  const rows = failures.map(({ job, reason }) => {
    const { condition, point, donor, cell } = jobAt(plan, job);
    return [plan.conditionNames[condition]!, String(point), String(donor), String(cell), reason];
  });
  const all = [['condition', 'point', 'donor', 'cell', 'reason'], ...rows];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((row) => row[i]!.length)));
  return all.map((row) => `  ${row.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ')}\n`).join('');
}

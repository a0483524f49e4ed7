import type { Report } from './axis-values.js';
import type { Keep, Plan } from './plan.js';
import { say } from './problems.js';
import type { Parsed } from './schema.js';

/** Reports molecules to be followed where no row of theirs would be kept. */
export function refuseKeep({ keep, follow }: Parsed, report: Report): void {
  if (keep === undefined || keep === 'everything') return;
  if (Object.keys(follow ?? {}).length > 0) report(['follow'], say.needsEveryRow('"follow"', keep), 'key');
}

/** The plan that keeps this much; undefined if it follows molecules, of which then nothing would be left. */
export function withKeep({ keep: _, ...plan }: Plan, keep: Keep): Plan | undefined {
  if (keep === 'everything') return plan;
  return Object.keys(plan.follow).length > 0 ? undefined : { ...plan, keep };
}

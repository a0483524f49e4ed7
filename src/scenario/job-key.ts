import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import { parameterSetOf } from './ensemble.js';
import { cellsAt, conditionAt, replicateAt } from './expand.js';
import { withParameters } from './parameter-set.js';
import type { Job, Plan } from './plan.js';

/**
 * Keys of the jobs of a plan, made of all that decides what comes of a cell and of nothing else: jobs of two plans that have one
 * key are the same cell, wherever they stand in the order of their plans. Jobs are best asked in that order.
 */
export function jobKeys(plan: Plan, versions: Readonly<Record<string, string>>): (job: Job) => string {
  const { method, seed, duration_s, sampleEvery_s, settle_s, inputTolerance, follow, assays, budget } = plan;
  const common = { ...{ method, seed, duration_s, sampleEvery_s, settle_s, inputTolerance, follow, assays } };
  let last = { at: '', key: '' };
  return (job) => {
    const set = parameterSetOf(plan, job);
    const at = `${job.point} ${job.condition} ${set}`;
    if (at !== last.at) {
      const own = set === undefined ? plan : withParameters(plan, plan.ensemble!.sets[set]!);
      const {
        name: _name,
        provenance: _provenance,
        ...condition
      } = conditionAt(own, job.point, job.condition);
      const decides = {
        ...{ versions, common, set, condition, cells: cellsAt(plan, job.point) },
        replicate: replicateAt(plan, job.point),
        events: budget?.events,
      };
      last = { at, key: createHash('sha256').update(canonical(decides)).digest('hex').slice(0, 32) };
    }
    return `${last.key} ${job.donor} ${job.cell}`;
  };
}

import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import { parameterSetOf } from './ensemble.js';
import { cellsAt, replicateAt, stagesAt } from './expand.js';
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
      const stages = stagesAt(own, job.point, job.condition).map(({ from_s, until_s, condition }) => {
        const { inputs, parameters, copies, labels } = condition;
        return { from_s: String(from_s), until_s, inputs, parameters, copies, labels };
      });
      const decides = {
        ...{ versions, common, set, stages, cells: cellsAt(plan, job.point) },
        replicate: replicateAt(plan, job.point),
        events: budget?.events,
      };
      last = { at, key: createHash('sha256').update(canonical(decides)).digest('hex').slice(0, 32) };
    }
    return `${last.key} ${job.donor} ${job.cell}`;
  };
}

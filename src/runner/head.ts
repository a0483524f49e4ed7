import type { DatasetOptions } from '../dataset/writer.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { provenanceOf } from '../scenario/provenance.js';
import type { Pool } from './pool.js';

/** Everything that decides what the dataset of a plan will be. */
export async function headOf(
  plan: Plan,
  pool: Pool,
  {
    versions,
    scenario,
    manifestFacts,
    reuse,
  }: {
    readonly versions: DatasetOptions['versions'];
    readonly scenario?: string;
    readonly manifestFacts?: DatasetOptions['facts'];
    readonly reuse?: DatasetOptions['reuse'];
  },
): Promise<DatasetOptions> {
  return {
    plan,
    jobs: jobCount(plan),
    specs: await pool.describe(),
    versions,
    facts: { inputs: provenanceOf(plan), ...manifestFacts },
    ...(scenario === undefined ? {} : { scenario }),
    ...(reuse === undefined ? {} : { reuse }),
  };
}

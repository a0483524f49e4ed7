import { planHash } from '../scenario/plan-hash.js';
import { withOutcomes } from './cells.js';
import type { DatasetOptions } from './journal.js';
import { layoutOf } from './layout.js';
import { duplicateTable } from './problems.js';
import { DATASET_FORMAT, type StoredTable, storedTable } from './schema.js';

/** The tables that these options ask for, with what makes the run in their metadata. */
export function tablesOf({ plan, jobs, specs, versions }: DatasetOptions): readonly StoredTable[] {
  const twice = specs.find(({ name }, i) => specs.findIndex((other) => other.name === name) !== i);
  if (twice !== undefined) throw duplicateTable(twice.name);
  return withOutcomes(specs, layoutOf(plan, jobs), plan.axes).map((spec) =>
    storedTable(spec, factsOf(plan, versions)),
  );
}

/** What makes the run, for the schema metadata of every table. */
export const factsOf = (
  plan: DatasetOptions['plan'],
  versions: DatasetOptions['versions'],
): Readonly<Record<string, string>> => ({
  'leucell.version': versions.leucell,
  'leucell.schema': String(DATASET_FORMAT),
  'model.version': versions.model,
  'plan.sha256': planHash(plan),
  'scenario.name': plan.name,
  seed: plan.seed,
});

import { openDataset } from '../dataset/read.js';

/** As many as a person reads. */
export const MOST_FAILURES = 10;

/** A cell that failed, and why. */
export interface Failure {
  readonly job: number;
  readonly reason: string;
}

/** How many cells of a finished dataset failed, and the first of them. */
export async function failuresOf(
  folder: string,
): Promise<{ readonly failed: number; readonly failures: readonly Failure[] }> {
  const dataset = await openDataset(folder);
  const { failed } = dataset.manifest.cells;
  const failures: Failure[] = [];
  let job = 0;
  if (failed > 0)
    for await (const { status, reason } of dataset.rows('cells')) {
      if (status === 'failed') failures.push({ job, reason: String(reason) });
      if (failures.length === Math.min(failed, MOST_FAILURES)) break;
      job += 1;
    }
  return { failed, failures };
}

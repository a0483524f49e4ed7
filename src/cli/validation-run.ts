import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { merged, type Observed, observe } from '../analysis/validation/observe.js';
import { openDataset } from '../dataset/read.js';
import { type LiveOptions, runPlan } from '../runner/run.js';
import { jobCount } from '../scenario/expand.js';
import { givenCourses } from '../validation/given-courses.js';
import { measuresOf, type Programme } from '../validation/programme.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { type HowToLive, living } from './live.js';
import { outputFolder } from './output-folder.js';

interface Seen {
  readonly failed: number;
  /** By batch; absent where the run was interrupted. */
  readonly observed?: ReadonlyMap<string, Observed>;
}
export interface ProgrammeRun extends Seen {
  /** The exit code of an interrupted run. */
  readonly interrupted: Exit;
}

/** Runs every batch of a programme into a dataset of its own and reads back what its formulas ask for. */
export async function runProgramme(
  io: Io,
  programme: Programme,
  options: HowToLive & { readonly out?: string },
): Promise<ProgrammeRun> {
  const { out } = options;
  const folder =
    out === undefined ? mkdtempSync(join(tmpdir(), 'leucell-validate-')) : outputFolder(out, '', io.cwd);
  try {
    mkdirSync(folder, { recursive: true });
    const { made, interrupted } = await living(io, options, {}, (live) => runAll(programme, folder, live));
    return { ...made, interrupted };
  } finally {
    if (out === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function runAll(programme: Programme, folder: string, live: Omit<LiveOptions, 'out'>): Promise<Seen> {
  const measures = measuresOf(programme);
  const observed = new Map<string, Observed>();
  let failed = 0;
  for (const { name, text, plan } of programme.batches) {
    const result = await runPlan(plan, { ...live, out: join(folder, name), scenario: text });
    failed += result.failed;
    if (!result.complete) return { failed };
    const dataset = await openDataset(result.folder);
    observed.set(name, merged(await observe(dataset, measures), givenCourses(dataset.manifest.plan)));
  }
  return { failed, observed };
}

/** How many cells a programme lives. */
export const cellsOf = ({ batches }: Programme): number =>
  batches.reduce((n, { plan }) => n + jobCount(plan), 0);

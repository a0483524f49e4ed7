import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { type Dataset, openDataset } from '../../src/dataset/read.js';
import { createDataset } from '../../src/dataset/writer.js';
import { runCell } from '../../src/myocyte/run.js';
import { tableSpecs } from '../../src/myocyte/tables.js';
import { jobAt, jobCount } from '../../src/scenario/expand.js';
import { scenarioParser } from '../../src/scenario/parse.js';
import type { Plan } from '../../src/scenario/plan.js';
import { problemText } from '../../src/scenario/problems.js';

const parse = scenarioParser(modelVocabulary());

/** The plan of a scenario in the words of the model; throws what is wrong with it. */
export function planOf(text: string): Plan {
  const read = parse(text, 'test.yaml');
  if (!read.ok) throw new Error(problemText(read.problems));
  return read.plan;
}

/** What is said of a scenario that is wrong. */
export function faultsOf(text: string): string {
  const read = parse(text, 'test.yaml');
  return read.ok ? '' : problemText(read.problems);
}

/** Lives every cell of a plan in this thread and opens the dataset that comes of it. */
export async function livedIn(folder: string, plan: Plan): Promise<Dataset> {
  const jobs = jobCount(plan);
  const versions = { leucell: 'test', model: 'test' };
  const writer = await createDataset(folder, { plan, jobs, specs: tableSpecs(plan), versions });
  for (let job = 0; job < jobs; job++) await writer.append(runCell(plan, jobAt(plan, job)));
  await writer.finish({});
  return openDataset(folder);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../scenario/plan.js';
import { planHash } from '../scenario/plan-hash.js';
import { JOURNAL, readJournal } from './journal.js';
import { readManifest } from './manifest.js';
import { partialOf, wholeOf } from './paths.js';
import { cannotResume } from './problems.js';

/** What a dataset was made from, finished or not. */
export interface Origin {
  readonly plan: Plan;
  readonly plan_sha256: string;
  readonly versions: { readonly leucell: string; readonly model: string };
  /** The text of its scenario, if it has one. */
  readonly scenario?: string;
  /** Of a finished one. */
  readonly content_sha256?: string;
}

/** Reads what a dataset was made from; the folder is named with or without `.partial`. Throws a DatasetError if there is none. */
export async function originOf(named: string): Promise<Origin> {
  const folder = wholeOf(named);
  const journal = join(partialOf(folder), JOURNAL);
  if (existsSync(folder) || !existsSync(journal)) {
    const { plan, plan_sha256, leucell, model, content_sha256 } = await readManifest(folder);
    const scenario = await readFile(join(folder, 'scenario.yaml'), 'utf8').catch(() => undefined);
    const facts = { plan, plan_sha256, versions: { leucell, model }, content_sha256 };
    return scenario === undefined ? facts : { ...facts, scenario };
  }
  const progress = await readJournal(journal, () => false);
  if (progress === undefined)
    throw cannotResume(partialOf(folder), 'the head of its journal is cut or damaged');
  const { plan, versions, scenario } = progress.options;
  const facts = { plan, plan_sha256: planHash(plan), versions };
  return scenario === undefined ? facts : { ...facts, scenario };
}

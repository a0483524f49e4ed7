import { resolve } from 'node:path';
import { identifiers } from '../model/identifiers.js';
import { leucineModel } from '../model/leucine.js';
import { pointCount } from '../scenario/points.js';
import { archiveOf } from '../study/archive.js';
import { Refusal } from './exit.js';
import type { Io } from './io.js';
import { loadPlan } from './load-plan.js';
import { bytes } from './numbers.js';
import { writeNew } from './report.js';

/** `leucell export SCENARIO --omex FILE`: a scenario as a COMBINE archive. */
export function exportOmex(io: Io, given: string, file: string, force = false): void {
  const { plan } = loadPlan(given, io.cwd);
  if (pointCount(plan) > 1)
    throw new Refusal(
      `"${given}" is a sweep of ${pointCount(plan)} points, which an archive does not hold; take "sweep" and "replicates" out of it.`,
    );
  for (const warning of left(plan)) io.err(`${given}: ${warning} (warning)\n`);
  const packed = archiveOf(plan, leucineModel, identifiers);
  writeNew(resolve(io.cwd, file), packed, force);
  io.out(`${file} (${bytes(packed.length)})\n`);
}

/** What a scenario says and an archive does not. */
const left = (plan: ReturnType<typeof loadPlan>['plan']): readonly string[] => [
  ...(plan.donors > 1 ? [`all ${plan.donors} donors are written as the average one`] : []),
  ...(plan.method === 'exact' ? [] : [`the method is ${plan.method}; the archive asks for an exact one`]),
  ...(Object.keys(plan.follow).length > 0
    ? ['"follow" is not written: molecules have no identity in SBML']
    : []),
];

import type { Report } from './axis-values.js';
import { PROTOCOLS } from './laboratory.js';
import { say } from './problems.js';
import type { Parsed } from './schema.js';
import type { Vocabulary } from './vocabulary.js';

/** What a method measures where the scenario does not say what is to be measured. */
export const assaysWith = (method: Parsed['method'], vocabulary: Vocabulary): readonly string[] =>
  method === 'mean-field'
    ? vocabulary.countingAssays
    : vocabulary.assays.filter((assay) => PROTOCOLS[assay] === undefined);

/**
 * Reports what a scenario asks that its method does not keep: hybrid, which crowd member went where; mean-field, which has
 * amounts only, molecules to follow, labels and assays of molecules.
 */
export function refuseMethod(parsed: Parsed, vocabulary: Vocabulary, report: Report): void {
  const { method } = parsed;
  if (method === undefined || method === 'exact') return;
  const follows = Object.keys(parsed.follow ?? {}).length > 0;
  if (method === 'hybrid') {
    if (follows) report(['follow'], say.needsEveryEvent('"follow"', method), 'key');
    return;
  }
  if (follows) report(['follow'], say.needsMolecules('"follow"', method), 'key');
  parsed.assays?.forEach((written, i) => {
    for (const name of typeof written === 'string' ? [written] : Object.keys(written))
      if (!vocabulary.countingAssays.includes(name))
        report(['assays', i], say.needsMolecules(`the assay "${name}"`, method));
  });
  const conditions = [
    { path: ['base'], condition: parsed.base },
    ...Object.entries(parsed.conditions).map(([name, condition]) => ({
      path: ['conditions', name],
      condition,
    })),
  ];
  for (const { path, condition } of conditions)
    for (const key of ['tracer', 'labels'] as const)
      if (condition?.[key] !== undefined) report([...path, key], say.needsLabels(key, method), 'key');
}

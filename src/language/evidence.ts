import { columns, type Format } from './columns.js';
import type { Model } from './model.js';
import { type Parameter, parametersOf, parametersOfRule } from './parameters.js';
import type { EvidenceKind } from './rates.js';

/** How many numbers rest on each kind of evidence. */
export type EvidenceCounts = Readonly<Record<EvidenceKind, number>>;

/** How many of a model's numbers rest on what; a number with several names is counted once. */
export const evidenceOf = (model: Model): EvidenceCounts => counts(distinct(parametersOf(model)));

/** The same by chapter, with the starting amounts and the total. */
export function evidenceTable(model: Model, format: Format): string {
  const all = distinct(parametersOf(model));
  const first = new Map(all.map((p) => [p.of, p.name]));
  const own = (parameters: readonly Parameter[]) => parameters.filter((p) => first.get(p.of) === p.name);
  const parts = [
    ...model.chapters.map((c) => ({ title: c.title, own: own(c.rules.flatMap(parametersOfRule)) })),
    { title: 'starting amounts', own: own(all.filter((p) => /^(copies|amount)\./.test(p.name))) },
    { title: 'all', own: all },
  ];
  const rows = parts.map(({ title, own }) => {
    const count = counts(own);
    return [title, ...KINDS.map((kind) => String(count[kind])), String(own.length)];
  });
  return columns(['chapter', ...KINDS, 'numbers'], rows, format, [...KINDS, 'numbers']);
}

const KINDS = ['measured', 'derived', 'calibrated', 'assumed'] as const satisfies readonly EvidenceKind[];

const distinct = (parameters: readonly Parameter[]): readonly Parameter[] => {
  const seen = new Set<Parameter['of']>();
  return parameters.filter((p) => !seen.has(p.of) && seen.add(p.of));
};

function counts(parameters: readonly Parameter[]): EvidenceCounts {
  const count = { measured: 0, derived: 0, calibrated: 0, assumed: 0 };
  for (const p of parameters) count[p.evidence] += 1;
  return count;
}

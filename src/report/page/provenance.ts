import type { Findings } from '../../analysis/findings.js';
import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import { figure, lean } from '../format.js';
import { section, table } from './parts.js';

/** A number of the model with where it comes from, as this dataset used it. */
export interface ReportedParameter {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly evidence: string;
  readonly source: string;
  /** What a condition set in its place: `cachexia: 0.5`. */
  readonly changed: string;
}
/** What the program that reads a dataset knows of how it was made. */
export interface Provenance {
  /** The scenario file as it was given, if it is there. */
  readonly scenario: string | undefined;
  /** Undefined where the dataset comes from another version of the model than the one that reports. */
  readonly parameters: readonly ReportedParameter[] | undefined;
  /** Machine, time and number of workers, if known. */
  readonly run: Readonly<Record<string, string>>;
}

/** Where everything comes from: enough to run it again and to check it. */
export function provenanceSection({ manifest }: Findings, { scenario, parameters, run }: Provenance): string {
  const { plan } = manifest;
  const facts: readonly (readonly [string, string])[] = [
    ['question', plan.question],
    ['protocol', plan.citation || 'not given'],
    ['seed', plan.seed],
    ['leucell', manifest.leucell],
    ['model', manifest.model],
    ['method', plan.method],
    ['volume of a cell', `${plan.volume_um3} um3`],
    ['sampled every', `${lean(plan.sampleEvery_s / 60)} min`],
    ['sha256 of the plan', manifest.plan_sha256],
    ['sha256 of the tables', manifest.content_sha256],
    ...Object.entries(run),
  ];
  const counts = new Map<string, number>();
  for (const { evidence } of parameters ?? []) counts.set(evidence, (counts.get(evidence) ?? 0) + 1);
  const evidence = [...counts].map(([kind, n]) => `${n} ${kind}`).join(', ');
  return section(
    'provenance',
    'Provenance',
    'The same scenario, seed and version give the same numbers on any machine.',
    table('Provenance', ['what', 'value'], facts, ['value']),
    scenario === undefined
      ? ''
      : element(
          'details',
          {},
          element('summary', {}, 'The scenario as it was given'),
          element('pre', {}, escaped(scenario)),
        ),
    parameters === undefined
      ? element(
          'p',
          {},
          escaped(
            `The parameters are those of model ${manifest.model}, which is not the one of this program; the leucell that made the dataset prints them with "leucell model --parameters".`,
          ),
        )
      : element(
          'details',
          {},
          element(
            'summary',
            {},
            escaped(`All ${parameters.length} parameters with their evidence (${evidence})`),
          ),
          table(
            'Parameters',
            ['parameter', 'value', 'unit', 'evidence', 'source', 'set by conditions'],
            parameters.map((p) => [p.name, figure(p.value), p.unit, p.evidence, p.source, p.changed]),
            ['evidence', 'source', 'unit', 'set by conditions'],
          ),
        ),
  );
}

import { canonicalJson } from './hash.js';
import type { Manifest } from './manifest.js';

export const CRATE = 'ro-crate-metadata.json';

const CRATE_SPECIFICATION = 'https://w3id.org/ro/crate/1.1';
const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5';
const TERMS = 'https://w3id.org/ro/terms/workflow-run/context';

type Entity = Readonly<Record<string, unknown>>;

/**
 * What a run was, as a Process Run Crate 0.5 (https://w3id.org/ro/wfrun/process/0.5): the program, the scenario that it was given and
 * the files that it made. Undefined where `run` does not say when it began, as a crate must have a date. `scenario` is whether the
 * scenario's text is kept.
 */
export function crateText(
  manifest: Manifest,
  run: Readonly<Record<string, unknown>>,
  scenario: boolean,
): string | undefined {
  const { started, elapsed_s } = run;
  if (typeof started !== 'string') return undefined;
  const ended = typeof elapsed_s === 'number' ? later(started, elapsed_s) : started;
  const files = [
    file(
      'manifest.json',
      'application/json',
      'The plan in full, and of every table: columns, rows, bytes, sha256',
    ),
    file('run.json', 'application/json', 'What is true of this run only: when, where, how many workers'),
    ...Object.values(manifest.tables).map(tableFile),
  ];
  const inputs = scenario
    ? [
        file('scenario.yaml', 'application/yaml', 'The scenario as it was given', {
          sha256: manifest.scenario_sha256,
        }),
      ]
    : [];
  const action = `#run-${manifest.plan_sha256.slice(0, 16)}`;
  const graph: readonly Entity[] = [
    { '@id': CRATE, '@type': 'CreativeWork', conformsTo: ref(CRATE_SPECIFICATION), about: ref('./') },
    {
      '@id': './',
      '@type': 'Dataset',
      conformsTo: ref(PROFILE),
      name: `leucell: ${manifest.plan.name}`,
      description: manifest.plan.question || `A run of the scenario ${manifest.plan.name}`,
      datePublished: ended,
      license: 'Not stated: whoever publishes this dataset says here under what terms',
      hasPart: [...inputs, ...files].map(({ '@id': id }) => ref(String(id))),
      mentions: ref(action),
    },
    { '@id': PROFILE, '@type': 'CreativeWork', name: 'Process Run Crate', version: '0.5' },
    {
      '@id': '#leucell',
      '@type': 'SoftwareApplication',
      name: 'leucell',
      description: 'Exact, agent-based, stochastic simulator of leucine in human skeletal muscle',
      softwareVersion: manifest.leucell,
    },
    {
      '@id': action,
      '@type': 'CreateAction',
      name: `Simulation of ${manifest.cells.total} virtual myocytes`,
      description: `Model ${manifest.model}, seed ${manifest.seed}, plan ${manifest.plan_sha256}; ${manifest.cells.failed} cells failed`,
      ...(typeof elapsed_s === 'number' ? { startTime: started } : {}),
      endTime: ended,
      actionStatus: ref('http://schema.org/CompletedActionStatus'),
      instrument: ref('#leucell'),
      ...(inputs.length > 0 ? { object: inputs.map(({ '@id': id }) => ref(String(id))) } : {}),
      result: files.map(({ '@id': id }) => ref(String(id))),
    },
    ...inputs,
    ...files,
  ];
  return `${canonicalJson({ '@context': [`${CRATE_SPECIFICATION}/context`, TERMS], '@graph': graph }, 2)}\n`;
}

const ref = (id: string): Entity => ({ '@id': id });

const file = (id: string, encodingFormat: string, description: string, more: Entity = {}): Entity => ({
  '@id': id,
  '@type': 'File',
  name: id,
  description,
  encodingFormat,
  ...more,
});

const tableFile = ({ file: id, description, bytes, sha256 }: Manifest['tables'][string]): Entity =>
  file(id, 'application/vnd.apache.arrow.file', description, { contentSize: String(bytes), sha256 });

const later = (started: string, elapsed_s: number): string =>
  new Date(Date.parse(started) + 1000 * elapsed_s).toISOString();

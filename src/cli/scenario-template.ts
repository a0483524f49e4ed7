import { scenarioJsonSchema } from '../scenario/schema.js';
import { modelVocabulary } from './vocabulary.js';

/** What a scenario may say beside what the shipped one says; shown as comments to be taken over. */
const MORE: readonly (readonly [key: string, example: string])[] = [
  ['donors', 'donors: 5'],
  ['seed', 'seed: 1'],
  ['settle', 'settle: 30 min'],
  ['variation', 'variation: { copies: 20 %, volume: 20 %, donor: 10 % }'],
  ['sweep', 'sweep: { variation.copies: [0 %, 20 %, 40 %] }'],
  ['follow', 'follow: { Leucine: 500 }'],
  ['assays', 'assays: [census, fluxes]'],
];

/** A shipped scenario with a comment on each of its keys, and what else could be said as comments at the end. */
export function commented(shipped: string): string {
  const lines = shipped.split('\n').filter((line) => !line.startsWith('# yaml-language-server'));
  const said = new Set(lines.flatMap((line) => /^([a-z][\w ]*):/.exec(line)?.[1] ?? []));
  const described = lines.flatMap((line) => {
    const key = /^([a-z][\w ]*):/.exec(line)?.[1];
    const description = key === undefined ? undefined : DESCRIPTIONS.get(key);
    return description === undefined ? [line] : [`# ${description}`, line];
  });
  const more = MORE.filter(([key]) => !said.has(key)).flatMap(([key, example]) => [
    `# ${DESCRIPTIONS.get(key) ?? key}`,
    `# ${example}`,
  ]);
  return [
    '# A scenario of yours: change it, look at it with "leucell plan", run it with "leucell run".',
    '# All that may be said: leucell schema. What a condition may change: leucell model --parameters.',
    '#',
    ...described.join('\n').trimEnd().split('\n'),
    '',
    '# What else could be said; take the first "# " away:',
    '',
    ...more,
    '',
  ].join('\n');
}

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(
    scenarioJsonSchema(modelVocabulary()).properties as Readonly<
      Record<string, { readonly description?: string }>
    >,
  ).flatMap(([key, { description }]) => (description === undefined ? [] : [[key, description] as const])),
);

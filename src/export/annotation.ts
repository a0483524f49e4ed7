import type { Citation, Evidence } from '../language/rates.js';
import { element, textElement } from './xml.js';

/** Records elsewhere that say what an agent is. */
export interface Identifiers {
  /** Its chains; more than one make a complex. */
  readonly uniprot?: readonly string[];
  /** Chains any of which it may be. */
  readonly isoforms?: readonly string[];
  readonly chebi?: string;
}

/** Notes of these paragraphs; none where there are none. */
export const notes = (paragraphs: readonly string[]): string =>
  paragraphs.length === 0
    ? ''
    : element(
        'notes',
        {},
        element(
          'body',
          { xmlns: 'http://www.w3.org/1999/xhtml' },
          ...paragraphs.map((p) => textElement('p', {}, p)),
        ),
      );

/** MIRIAM annotation: qualifiers with their records. Without records it is empty. */
export function annotation(metaid: string, by: Readonly<Record<string, readonly string[]>>): string {
  const bags = Object.entries(by).filter(([, uris]) => uris.length > 0);
  if (bags.length === 0) return '';
  return element(
    'annotation',
    {},
    element(
      'rdf:RDF',
      {
        'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
        'xmlns:bqbiol': 'http://biomodels.net/biology-qualifiers/',
        'xmlns:bqmodel': 'http://biomodels.net/model-qualifiers/',
      },
      element(
        'rdf:Description',
        { 'rdf:about': `#${metaid}` },
        ...bags.map(([qualifier, uris]) =>
          element(
            qualifier,
            {},
            element('rdf:Bag', {}, ...uris.map((uri) => element('rdf:li', { 'rdf:resource': uri }))),
          ),
        ),
      ),
    ),
  );
}

/** "measured, Wolfson et al. 2016, Science 351:43: the note". */
export const evidenceText = ({ evidence, note, sources }: Evidence): string =>
  [evidence, ...sources.map(citationText)].join('; ') + (note === '' ? '' : `: ${note}`);

/** Papers by DOI or PubMed Central number. */
export const papersOf = (sources: readonly Citation[]): readonly string[] =>
  [
    ...new Set(sources.flatMap(({ doi, pmcid }) => (doi ? [`doi:${doi}`] : pmcid ? [`pmc:${pmcid}`] : []))),
  ].map((id) => `${RESOLVER}${id}`);
/** What a species is, or what it is made of. */
export function recordsOf(agents: readonly string[], known: Readonly<Record<string, Identifiers>>) {
  const proteins = [...new Set(agents.flatMap((agent) => known[agent]?.uniprot ?? []))];
  const uniprot = proteins.map((id) => `${RESOLVER}uniprot:${id}`);
  const chebi = agents.flatMap((agent) => known[agent]?.chebi ?? []).map((id) => `${RESOLVER}${id}`);
  const isoforms = [...new Set(agents.flatMap((agent) => known[agent]?.isoforms ?? []))].map(
    (id) => `${RESOLVER}uniprot:${id}`,
  );
  if (new Set(agents).size > 1) return { 'bqbiol:hasPart': [...uniprot, ...isoforms] };
  return uniprot.length > 1
    ? { 'bqbiol:hasPart': uniprot }
    : { 'bqbiol:is': chebi, 'bqbiol:isVersionOf': uniprot, 'bqbiol:hasVersion': isoforms };
}

export const RESOLVER = 'https://identifiers.org/';
const citationText = ({ authors, year, journal }: Citation): string =>
  [`${authors} ${year}`, ...(journal ? [journal] : [])].join(', ');

import { structureOf } from '../compile/structure.js';
import type { Identifiers } from '../export/annotation.js';
import { distinct, speciesIds } from '../export/ids.js';
import { portray } from '../export/portray.js';
import { sbml } from '../export/sbml.js';
import { element, textElement } from '../export/xml.js';
import type { Model } from '../language/model.js';
import { resolve } from '../language/parameters.js';
import { timelineOf } from '../myocyte/timeline.js';
import { networkOf } from '../network/expand.js';
import { packArchive } from '../omex/pack.js';
import { cellsAt, conditionAt } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { sedmlOf } from './sedml.js';

/** The model of a condition: its file and what it is called. */
export interface ConditionModel {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly text: string;
}

/**
 * A scenario as a COMBINE archive: the model of each condition as SBML, inputs as the stretches of constant values under
 * which leucell itself runs (events from one to the next), and a SED-ML experiment of as many cells. Every cell is the
 * average one of point 0, begins at -settle_s with whole numbers of molecules, and has no labels.
 */
export function archiveOf(
  plan: Plan,
  model: Model,
  known: Readonly<Record<string, Identifiers>>,
): Uint8Array {
  const models = modelsOf(plan, model, known);
  const steps = Math.round(plan.duration_s / plan.sampleEvery_s);
  const experiment = sedmlOf({
    conditions: models,
    species: speciesIds(networkOf(structureOf(model))),
    runs: plan.cells * plan.donors,
    settle_s: plan.settle_s,
    duration_s: plan.duration_s,
    steps,
    seed: /^\d+$/.test(plan.seed) ? plan.seed : undefined,
  });
  return packArchive([
    { path: 'experiment.sedml', text: experiment, format: 'sed-ml.level-1.version-4', master: true },
    ...models.map(({ source, text }) => ({ path: source, text, format: 'sbml.level-3.version-2' })),
    { path: 'metadata.rdf', text: metadataOf(plan, model), format: 'omex-metadata' },
  ]);
}

function modelsOf(
  plan: Plan,
  model: Model,
  known: Readonly<Record<string, Identifiers>>,
): readonly ConditionModel[] {
  const network = networkOf(structureOf(model));
  const { volume_um3 } = cellsAt(plan, 0);
  const ids = distinct(plan.conditionNames);
  return plan.conditionNames.map((name, c) => {
    const condition = conditionAt(plan, 0, c);
    const sitter = {
      volume_um3,
      whole: true,
      value: resolve(model, condition.parameters),
      copies: (agent: string) => condition.copies[agent] ?? 1,
    };
    const given = timelineOf(condition.inputs, -plan.settle_s, plan.duration_s, plan.inputTolerance);
    const shifted = given.map(({ from_s, values }) => ({ from_s: from_s + plan.settle_s, values }));
    const text = sbml(portray(network, sitter, shifted), known);
    return { id: ids[c]!, name, source: `${ids[c]!}.xml`, text };
  });
}

/** What the archive is about, in the terms of Dublin Core. */
function metadataOf(plan: Plan, model: Model): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'rdf:RDF',
    {
      'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
    },
    element(
      'rdf:Description',
      { 'rdf:about': '.' },
      textElement('dcterms:title', {}, plan.name),
      textElement('dcterms:description', {}, plan.question),
      ...(plan.citation === '' ? [] : [textElement('dcterms:references', {}, plan.citation)]),
      textElement('dcterms:source', {}, `${model.name}, version ${model.version}`),
    ),
  )}\n`;
}

import { agentsOf } from '../language/model.js';
import { parametersOf } from '../language/parameters.js';
import { antibodiesWithoutSite, blotTargets } from '../model/blot-targets.js';
import { leucineModel } from '../model/leucine.js';
import type { Vocabulary } from '../scenario/vocabulary.js';
import type { ModelInputs } from '../validation/forcing-of.js';

/** What a scenario may ask to be measured; a test holds it against the virtual laboratory's own list. */
const ASSAYS = ['census', 'fluxes', 'histories', 'tracer', 'blot', 'enzymes', 'microscopy'] as const;
const COUNTING_ASSAYS = ['census', 'fluxes'] as const;

/** The words that the model has for scenarios: its parameters, agents, inputs and what can be measured. */
export function modelVocabulary(): Vocabulary {
  const agents = agentsOf(leucineModel);
  return {
    parameters: parametersOf(leucineModel).map(({ name, unit, value }) => ({ name, unit, value })),
    agents: agents.map((a) => a.agentName),
    crowds: agents.filter((a) => a.kind === 'crowd').map((a) => a.agentName),
    inputs: leucineModel.inputs.map(({ name, unit, rest }) => ({ name, unit, rest })),
    labelSources: leucineModel.labelSources.map((s) => s.name),
    assays: ASSAYS,
    countingAssays: COUNTING_ASSAYS,
    antibodies: blotTargets.map((t) => t.name),
    antibodiesWithoutSite,
  };
}

/** The inputs of the model by name. */
export const modelInputs = (): ModelInputs =>
  Object.fromEntries(leucineModel.inputs.map(({ name, unit, rest }) => [name, { name, unit, rest }]));

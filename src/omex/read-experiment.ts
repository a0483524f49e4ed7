import { declared, named, textAttribute } from '../sbml/attributes.js';
import { gather, refuse } from '../sbml/problems.js';
import { childrenOf, parseXml, type XmlElement } from '../sbml/xml.js';
import type { Experiment, SedModel } from './experiment.js';
import { readGenerator, readOutput } from './read-output.js';
import { readSimulation } from './read-simulation.js';
import { readTask } from './read-task.js';
import { requireReferences } from './references.js';
import { readPath } from './xpath.js';

/** The experiment in the text of a SED-ML Level 1 file. Throws SbmlError with every problem found, by line. */
export function readExperiment(text: string): Experiment {
  const root = parseXml(text);
  if (root.name !== 'sedML' || !NAMESPACE.test(root.namespace))
    refuse(root, `the document is <${root.name} xmlns="${root.namespace}">, not SED-ML Level 1`);
  const reading: (() => void)[] = childrenOf(root)
    .filter((e) => e.namespace === root.namespace && !LISTS.test(e.name))
    .map((e) => () => refuse(e, `<${e.name}> is not supported; remove it`));
  const all = <T>(list: string, read: (e: XmlElement) => T): Map<string, T> => {
    const found = new Map<string, T>();
    for (const e of itemsOf(root, list))
      reading.push(() => {
        const { id } = declared(e);
        if (found.has(id)) refuse(e, `the identifier "${id}" is taken already; rename one`);
        found.set(id, read(e));
      });
    return found;
  };
  const models = all('listOfModels', readModel);
  const simulations = all('listOfSimulations', readSimulation);
  const tasks = all('listOfTasks', readTask);
  const generators = all('listOfDataGenerators', readGenerator);
  const outputs = all('listOfOutputs', readOutput);
  gather(reading);
  const experiment = { models, simulations, tasks, generators, outputs: [...outputs.values()] };
  requireReferences(experiment);
  return experiment;
}

const NAMESPACE = /^http:\/\/sed-ml\.org\/(sed-ml\/level1\/version[1-5])?$/;
const LISTS =
  /^(listOf(Models|Simulations|Tasks|DataGenerators|Outputs|Styles|AlgorithmParameters)|notes|annotation)$/;

/** Everything in a list but remarks. */
const itemsOf = (root: XmlElement, list: string): readonly XmlElement[] =>
  named(root, list).flatMap((l) => childrenOf(l).filter((e) => !/^(notes|annotation)$/.test(e.name)));

function readModel(e: XmlElement): SedModel {
  const language = textAttribute(e, 'language');
  if (!/^urn:sedml:language:sbml(\.|$)/.test(language))
    refuse(e, `the language "${language}" is not supported; leucell runs urn:sedml:language:sbml`);
  const source = textAttribute(e, 'source');
  if (/^[a-z][a-z0-9+.-]*:/i.test(source))
    refuse(e, `the source "${source}" lies outside the archive, and nothing is fetched; put the file in`);
  return {
    ...declared(e),
    source,
    changes: itemsOf(e, 'listOfChanges').map((change) => {
      if (change.name !== 'changeAttribute')
        refuse(change, `<${change.name}> is not supported, only changeAttribute; change the model itself`);
      const path = readPath(textAttribute(change, 'target'), change);
      if (path.attribute === undefined)
        refuse(
          change,
          `the target "${path.text}" of changeAttribute names no attribute; end it with /@value`,
        );
      return { path, value: textAttribute(change, 'newValue') };
    }),
  };
}

import { listed, named } from './attributes.js';
import { gather, refuse } from './problems.js';
import { childrenOf, type XmlElement } from './xml.js';

/**
 * Refuses, by name and line, a document that is not SBML Level 3 core, and what a stochastic run cannot do justice to:
 * delays, algebraic and rate rules, fast reactions, constraints, changing stoichiometries and required packages.
 */
export function requireSupported(root: XmlElement): XmlElement {
  requireLevel3(root);
  const models = named(root, 'model');
  const model = models[0] ?? refuse(root, 'there is no <model> in the document');
  gather([
    ...packagesRequired(root),
    ...childrenOf(model).map((list) => () => requireKnownList(model, list)),
    ...listed(model, 'listOfRules', 'algebraicRule').map(no('algebraic rules are')),
    ...listed(model, 'listOfRules', 'rateRule').map((rule) =>
      no(
        `rate rules (here of "${rule.attributes.get('variable') ?? ''}") change continuously in time and are`,
      )(rule),
    ),
    ...named(model, 'listOfConstraints').map(no('constraints are')),
    ...listed(model, 'listOfReactions', 'reaction').flatMap(inReaction),
    ...listed(model, 'listOfEvents', 'event').flatMap((event) =>
      named(event, 'delay').map(no(`the delay of event "${event.attributes.get('id') ?? ''}" is`)),
    ),
  ]);
  return model;
}

const CORE = /^http:\/\/www\.sbml\.org\/sbml\/level3\/version([12])\/core$/;
const LISTS =
  /^(listOf(FunctionDefinitions|UnitDefinitions|Compartments|Species|Parameters|InitialAssignments|Rules|Constraints|Reactions|Events)|notes|annotation)$/;

function requireLevel3(root: XmlElement): void {
  if (root.name !== 'sbml') refuse(root, `the document is <${root.name}>, not <sbml>; give an SBML file`);
  const older = /^http:\/\/www\.sbml\.org\/sbml\/level[12]/.test(root.namespace);
  if (older) refuse(root, `the namespace is ${root.namespace}; convert the model to SBML Level 3 first`);
  const core = CORE.exec(root.namespace);
  if (core === null)
    refuse(
      root,
      `the namespace "${root.namespace}" is not SBML Level 3 core; write http://www.sbml.org/sbml/level3/version2/core`,
    );
  const { level, version } = { level: root.attributes.get('level'), version: root.attributes.get('version') };
  if (level !== '3' || version !== core[1])
    refuse(
      root,
      `level="${level ?? ''}" version="${version ?? ''}" contradicts the namespace ${root.namespace}`,
    );
}

function packagesRequired(root: XmlElement): (() => void)[] {
  return root.foreign
    .filter((a) => a.name === 'required' && /^(true|1)$/.test(a.value.trim()))
    .map((a) => no(`the model cannot be read without the package ${a.namespace}, which is`)(root));
}

function requireKnownList(model: XmlElement, list: XmlElement): void {
  if (list.namespace === model.namespace && !LISTS.test(list.name))
    refuse(list, `<${list.name}> is not part of an SBML Level 3 model; is the name misspelt?`);
}

function inReaction(reaction: XmlElement): (() => void)[] {
  const id = reaction.attributes.get('id') ?? '';
  const uses = ['listOfReactants', 'listOfProducts'].flatMap((list) =>
    listed(reaction, list, 'speciesReference'),
  );
  return [
    ...(/^(true|1)$/.test(reaction.attributes.get('fast') ?? '')
      ? [no(`reaction "${id}" is fast, which is`)(reaction)]
      : []),
    ...uses.flatMap((use) =>
      named(use, 'stoichiometryMath').map(no(`the stoichiometryMath of reaction "${id}" is`)),
    ),
  ];
}

const no = (what: string) => (e: XmlElement) => () =>
  refuse(e, `${what} not supported in stochastic runs; remove it or rewrite the model`);

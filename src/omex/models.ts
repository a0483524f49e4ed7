import { type Machine, machineOf } from '../sbml/machine.js';
import { type Place, refuse } from '../sbml/problems.js';
import { readSbmlTree } from '../sbml/read.js';
import { childrenOf, parseXml, type XmlElement } from '../sbml/xml.js';
import { insidePath, textIn } from './archive.js';
import { calculate } from './calculation.js';
import type { Experiment, RepeatedTask, SedModel, Setting } from './experiment.js';
import { inFile, refuseArchive, type Said } from './problems.js';
import { elementAt, type Path, withAttributes } from './xpath.js';

/** A setting in one iteration. */
export interface SetNow {
  readonly path: Path;
  readonly value: number;
}

/** Reads models as they are asked for, changes made. */
export interface Models {
  /** A model with these values, which gives what the paths lead to, in order. Throws OmexError. */
  machine(model: string, sets: readonly SetNow[], asked: readonly Path[]): Machine;
  /** Does it; what is refused meanwhile is refused at places of this model's file. */
  at<T>(model: string, does: () => T): T;
}

const MOST_KEPT = 50;

/** The models of an experiment at `file` of the archive; what had to be assumed goes to `warn`. */
export function modelsOf(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  experiment: Experiment,
  warn: (said: Said) => void,
): Models {
  const trees = new Map<string, { readonly root: XmlElement; readonly file: string }>();
  const machines = new Map<string, Machine>();

  function treeOf(id: string): { readonly root: XmlElement; readonly file: string } {
    const before = trees.get(id);
    if (before) return before;
    const model = experiment.models.get(id)!;
    const base = model.source.startsWith('#') ? treeOf(model.source.slice(1)) : fileOf(model);
    const tree = { ...base, root: inFile(file, () => changed(base.root, model)) };
    trees.set(id, tree);
    return tree;
  }

  function fileOf(model: SedModel) {
    const folder = file.split('/').slice(0, -1);
    const path = insidePath(model.source, folder);
    if (path === undefined)
      return refuseArchive(`the source "${model.source}" of model "${model.id}" in ${file} leads out of it`);
    return { file: path, root: inFile(path, () => parseXml(textIn(files, path))) };
  }

  return {
    at: (model, does) => inFile(treeOf(model).file, does),
    machine(model, sets, asked) {
      const key = JSON.stringify([model, sets.map((s) => [s.path.text, s.value]), asked.map((p) => p.text)]);
      const before = machines.get(key);
      if (before) return before;
      const tree = treeOf(model);
      const root = inFile(file, () => sets.reduce((r, s) => withSetting(r, s), tree.root));
      const ids = inFile(file, () => asked.map((path) => meantBy(root, path)));
      const machine = inFile(tree.file, () => machineOf(readSbmlTree(root), new Set(), ids));
      for (const problem of machine.warnings) warn({ file: tree.file, problem });
      if (machines.size >= MOST_KEPT) machines.clear();
      machines.set(key, machine);
      return machine;
    },
  };
}

/** What the settings of a repeated task are in an iteration, by model. */
export const settingsOf = (task: RepeatedTask, iteration: number): readonly (SetNow & { model: string })[] =>
  task.sets.map(({ model, path, math }: Setting) => ({
    model,
    path,
    value: calculate(math, (id) => task.ranges.get(id)?.[iteration]),
  }));

const changed = (root: XmlElement, model: SedModel): XmlElement =>
  model.changes.reduce(
    (tree, { path, value }) => withAttributes(tree, elementAt(tree, path), { [path.attribute!]: value }),
    root,
  );

/** A parameter, compartment or species given a value, as formulas mean it. */
function withSetting(root: XmlElement, { path, value }: SetNow): XmlElement {
  const element = elementAt(root, path);
  if (path.attribute !== undefined) return withAttributes(root, element, { [path.attribute]: String(value) });
  requireUnruled(root, element, path.place);
  switch (element.name) {
    case 'parameter':
    case 'localParameter':
      return withAttributes(root, element, { value: String(value) });
    case 'compartment':
      return withAttributes(root, element, { size: String(value) });
    case 'species': {
      const amount = /^(true|1)$/.test(element.attributes.get('hasOnlySubstanceUnits') ?? '');
      return withAttributes(root, element, {
        initialAmount: amount ? String(value) : undefined,
        initialConcentration: amount ? undefined : String(value),
      });
    }
    default:
      return refuse(
        path.place,
        `a <${element.name}> cannot be set; parameters, compartments and species can`,
      );
  }
}

function requireUnruled(root: XmlElement, element: XmlElement, place: Place): void {
  const id = element.attributes.get('id') ?? '';
  const model = childrenOf(root).find((e) => e.name === 'model');
  for (const rule of model ? childrenOf(model).flatMap(childrenOf) : [])
    if ((rule.attributes.get('symbol') ?? rule.attributes.get('variable')) === id && RULES.test(rule.name))
      refuse(place, `"${id}" cannot be set: the model sets it by <${rule.name}> in line ${rule.line}`);
}
const RULES = /^(initialAssignment|assignmentRule)$/;

function meantBy(root: XmlElement, path: Path): string {
  const element = elementAt(root, path);
  if (path.attribute !== undefined && path.attribute !== 'id')
    refuse(
      path.place,
      `the attribute "${path.attribute}" is not what a run gives; leave /@${path.attribute} out`,
    );
  if (!/^(species|parameter|compartment|reaction)$/.test(element.name))
    refuse(
      path.place,
      `a <${element.name}> has no course in time; species, parameters, compartments, reactions have`,
    );
  return element.attributes.get('id') ?? refuse(path.place, `what "${path.text}" leads to has no id`);
}

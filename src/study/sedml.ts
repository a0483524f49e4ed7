import { element } from '../export/xml.js';

/** An experiment on several models: each is run many times over the same times, and gives all of its species. */
export interface Trial {
  readonly conditions: readonly { readonly id: string; readonly name: string; readonly source: string }[];
  /** Identifiers of the species of every model. */
  readonly species: readonly string[];
  readonly runs: number;
  /** Time before the protocol, in which nothing is reported; models begin at 0, the protocol at settle_s. */
  readonly settle_s: number;
  readonly duration_s: number;
  readonly steps: number;
  /** Absent where the seed is no number. */
  readonly seed: string | undefined;
}

/** SED-ML Level 1 Version 4: a repeated task and a report for each condition, Gillespie's direct method. */
export function sedmlOf(trial: Trial): string {
  const { conditions, runs } = trial;
  const outputs = [TIME, ...trial.species];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'sedML',
    {
      xmlns: 'http://sed-ml.org/sed-ml/level1/version4',
      'xmlns:sbml': 'http://www.sbml.org/sbml/level3/version2/core',
      level: 1,
      version: 4,
    },
    element(
      'listOfModels',
      {},
      ...conditions.map(({ id, name, source }) =>
        element('model', {
          id: `model_${id}`,
          name,
          language: 'urn:sedml:language:sbml.level-3.version-2',
          source,
        }),
      ),
    ),
    element('listOfSimulations', {}, courseOf(trial)),
    element(
      'listOfTasks',
      {},
      ...conditions.flatMap(({ id }) => [
        element('task', {
          id: `cell_${id}`,
          modelReference: `model_${id}`,
          simulationReference: 'course',
        }),
        element(
          'repeatedTask',
          { id: `cells_${id}`, range: 'cell', resetModel: true },
          element(
            'listOfRanges',
            {},
            element('uniformRange', {
              id: 'cell',
              start: 1,
              end: runs,
              numberOfSteps: runs - 1,
              type: 'linear',
            }),
          ),
          element('listOfSubTasks', {}, element('subTask', { task: `cell_${id}`, order: 1 })),
        ),
      ]),
    ),
    element(
      'listOfDataGenerators',
      {},
      ...conditions.flatMap(({ id }) => outputs.map((output) => generatorOf(id, output, trial.settle_s))),
    ),
    element(
      'listOfOutputs',
      {},
      ...conditions.map(({ id, name }) =>
        element(
          'report',
          { id: `report_${id}`, name },
          element(
            'listOfDataSets',
            {},
            ...outputs.map((output) =>
              element('dataSet', {
                id: `set_${id}_${output}`,
                label: output,
                dataReference: `of_${id}_${output}`,
              }),
            ),
          ),
        ),
      ),
    ),
  )}\n`;
}

const TIME = 'protocol_time';

function courseOf({ settle_s, duration_s, steps, seed }: Trial): string {
  return element(
    'uniformTimeCourse',
    {
      id: 'course',
      initialTime: 0,
      outputStartTime: settle_s,
      outputEndTime: settle_s + duration_s,
      numberOfSteps: steps,
    },
    element(
      'algorithm',
      { kisaoID: 'KISAO:0000029' },
      seed === undefined
        ? ''
        : element(
            'listOfAlgorithmParameters',
            {},
            element('algorithmParameter', { kisaoID: 'KISAO:0000488', value: seed }),
          ),
    ),
  );
}

function generatorOf(condition: string, output: string, settle_s: number): string {
  const id = `of_${condition}_${output}`;
  const of =
    output === TIME
      ? { symbol: 'urn:sedml:symbol:time' }
      : { target: `/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='${output}']` };
  const ci = `<ci> var_${id} </ci>`;
  return element(
    'dataGenerator',
    { id, name: output },
    element(
      'listOfVariables',
      {},
      element('variable', { id: `var_${id}`, taskReference: `cells_${condition}`, ...of }),
    ),
    element(
      'math',
      { xmlns: 'http://www.w3.org/1998/Math/MathML' },
      output === TIME ? element('apply', {}, '<minus/>', ci, `<cn> ${settle_s} </cn>`) : ci,
    ),
  );
}

import { infix } from '../export/infix.js';
import { type Estimated, estimatedId } from './constants.js';
import type { Column } from './given.js';
import type { Measurement } from './observables.js';

/** The file that names the others, as PEtab 1 has it. */
export const YAML = `format_version: 1
parameter_file: parameters.tsv
problems:
  - sbml_files: [model.xml]
    condition_files: [conditions.tsv]
    observable_files: [observables.tsv]
    measurement_files: [measurements.tsv]
`;

/** A row a condition that is measured, a column a parameter of the model that conditions set. */
export function conditionsTable(
  conditions: readonly { readonly id: string; readonly key: string }[],
  columns: readonly Column[],
  used: ReadonlySet<string>,
): string {
  const rows = conditions.flatMap(({ id, key }, c) =>
    used.has(id) ? [[id, key, ...columns.map(({ values }) => values[c]!)]] : [],
  );
  return tsv(['conditionId', 'conditionName', ...columns.map(({ id }) => id)], rows);
}

/** A row an observable, with a normal error: half of the band, over the square root of the weight. */
export const observablesTable = (measured: readonly (Measurement & { readonly weight: number })[]): string =>
  tsv(
    ['observableId', 'observableName', 'observableFormula', 'noiseFormula', 'noiseDistribution'],
    measured.map(({ observable, says, formula, halfWidth, weight }) => [
      observable,
      says,
      infix(formula),
      halfWidth / Math.sqrt(weight),
      'normal',
    ]),
  );

export const measurementsTable = (
  measured: readonly (Measurement & { readonly condition: string })[],
): string =>
  tsv(
    ['observableId', 'simulationConditionId', 'measurement', 'time'],
    measured.map(({ observable, condition, value, time_s }) => [observable, condition, value, time_s]),
  );

/** A row a constant, searched on a logarithmic scale. */
export const parametersTable = (
  constants: readonly (Estimated & { readonly from: number; readonly to: number })[],
): string =>
  tsv(
    [
      'parameterId',
      'parameterName',
      'parameterScale',
      'lowerBound',
      'upperBound',
      'nominalValue',
      'estimate',
    ],
    constants.map(({ name, unit, from, to, model }) => [
      estimatedId(name),
      `${name} (${unit})`,
      'log10',
      from,
      to,
      model,
      1,
    ]),
  );

const tsv = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...rows].map((row) => row.map((cell) => plain(String(cell))).join('\t')).join('\n')}\n`;

/** PEtab has no quoting that all readers share. */
const plain = (text: string): string => text.replace(/[\t\r\n"]+/g, ' ').trim();

import type { Plan } from '../scenario/plan.js';
import { assaysOf } from './prepared.js';
import type { ColumnSpec, TableSpec } from './record.js';

/** Every table of the dataset that this plan makes, in a fixed order. */
export function tableSpecs(plan: Plan): readonly TableSpec[] {
  const keys = keysOf(plan);
  return [
    {
      name: 'cells',
      description: 'One row a virtual myocyte',
      columns: [...keys, ...(plan.ensemble === undefined ? [] : [SET_COLUMN]), ...CELL_COLUMNS],
    },
    ...assaysOf(plan)
      .flatMap(({ assay, bench }) => assay.tables(bench))
      .map((table) => ({ ...table, columns: [...keys, ...table.columns] })),
  ];
}

/** The columns that say whose row it is; every table starts with them. */
const keysOf = (plan: Plan): readonly ColumnSpec[] => [
  {
    name: 'condition',
    type: 'dictionary',
    unit: '',
    description: 'Condition of the scenario',
    dictionary: plan.conditionNames,
  },
  { name: 'point', type: 'int32', unit: '', description: 'Point of the sweep, from 0' },
  { name: 'donor', type: 'int32', unit: '', description: 'Donor, from 0' },
  {
    name: 'cell',
    type: 'int32',
    unit: '',
    description: 'Cell of the donor, from 0; the same twin in every condition',
  },
];

const SET_COLUMN: ColumnSpec = {
  name: 'parameter_set',
  type: 'int32',
  unit: '',
  description: 'Set of the ensemble that the cell lives, from 0; its numbers stand in the plan',
};

const CELL_COLUMNS: readonly ColumnSpec[] = [
  {
    name: 'fibre',
    type: 'dictionary',
    unit: '',
    description: 'Fibre type of the myocyte',
    dictionary: ['I', 'II'],
  },
  {
    name: 'volume_um3',
    type: 'float64',
    unit: 'um3',
    description: 'Water of the simulated part of the myocyte',
  },
  { name: 'events', type: 'float64', unit: 'events', description: 'Molecular events simulated' },
];

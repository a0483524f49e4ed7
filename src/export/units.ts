type Factor = readonly [kind: string, exponent: number, scale: number, multiplier: number];
const UM3: Factor = ['litre', 1, -15, 1];
const PER_UM3: Factor = ['litre', -1, -15, 1];

/** Units of an export by id, each a product of SBML's base units: [kind, exponent, scale, multiplier]. */
export const UNITS: Readonly<Record<string, readonly Factor[]>> = {
  um3: [UM3],
  per_s: [['second', -1, 0, 1]],
  item_per_s: [
    ['item', 1, 0, 1],
    ['second', -1, 0, 1],
  ],
  per_item_s: [
    ['item', -1, 0, 1],
    ['second', -1, 0, 1],
  ],
  uM: [
    ['mole', 1, -6, 1],
    ['litre', -1, 0, 1],
  ],
  nM: [
    ['mole', 1, -9, 1],
    ['litre', -1, 0, 1],
  ],
  pM: [
    ['mole', 1, -12, 1],
    ['litre', -1, 0, 1],
  ],
  per_min: [['second', -1, 0, 60]],
  per_h: [['second', -1, 0, 3600]],
  minute: [['second', 1, 0, 60]],
  hour: [['second', 1, 0, 3600]],
  um3_per_s: [UM3, ['second', -1, 0, 1]],
  um3_per_min: [UM3, ['second', -1, 0, 60]],
  um3_per_h: [UM3, ['second', -1, 0, 3600]],
  item_per_um3: [['item', 1, 0, 1], PER_UM3],
  item_per_um3_s: [['item', 1, 0, 1], PER_UM3, ['second', -1, 0, 1]],
  item_per_um3_h: [['item', 1, 0, 1], PER_UM3, ['second', -1, 0, 3600]],
  uM_per_min: [
    ['mole', 1, -6, 1],
    ['litre', -1, 0, 1],
    ['second', -1, 0, 60],
  ],
  uM_per_h: [
    ['mole', 1, -6, 1],
    ['litre', -1, 0, 1],
    ['second', -1, 0, 3600],
  ],
  per_uM_min: [
    ['mole', -1, -6, 1],
    ['litre', 1, 0, 1],
    ['second', -1, 0, 60],
  ],
  per_M_s: [
    ['mole', -1, 0, 1],
    ['litre', 1, 0, 1],
    ['second', -1, 0, 1],
  ],
};

const OF_LANGUAGE: Readonly<Record<string, string>> = {
  uM: 'uM',
  nM: 'nM',
  pM: 'pM',
  '1/s': 'per_s',
  '1/min': 'per_min',
  '1/h': 'per_h',
  min: 'minute',
  h: 'hour',
  'um3/s': 'um3_per_s',
  'um3/min': 'um3_per_min',
  'um3/h': 'um3_per_h',
  'molecules/um3': 'item_per_um3',
  'molecules/um3/s': 'item_per_um3_s',
  'molecules/um3/h': 'item_per_um3_h',
  'uM/min': 'uM_per_min',
  'uM/h': 'uM_per_h',
  '1/(uM min)': 'per_uM_min',
  '1/(M s)': 'per_M_s',
  fold: 'dimensionless',
  fraction: 'dimensionless',
  '1': 'dimensionless',
  molecules: 'item',
};

/** The id of a unit of the rule language. Throws on one that no exported number has. */
export function unitId(unit: string): string {
  const id = OF_LANGUAGE[unit];
  if (id === undefined)
    throw new Error(`no number in ${unit} can be exported yet; add it to export/units.ts`);
  return id;
}

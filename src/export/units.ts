/** Units of an export by id, each a product of SBML's base units: [kind, exponent, scale, multiplier]. */
export const UNITS: Readonly<Record<string, readonly (readonly [string, number, number, number])[]>> = {
  um3: [['litre', 1, -15, 1]],
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
};

const OF_LANGUAGE: Readonly<Record<string, string>> = {
  uM: 'uM',
  nM: 'nM',
  pM: 'pM',
  '1/min': 'per_min',
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

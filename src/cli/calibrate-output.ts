import type { Calibrated, NearSet } from '../calibration/calibrate.js';
import type { Calibration } from '../calibration/calibration.js';
import type { Direction } from '../calibration/directions.js';
import type { Residual } from '../calibration/residuals.js';
import { columns } from '../language/columns.js';
import { modelVersion } from './model-version.js';
import { plain } from './numbers.js';
import { packageVersion } from './package-info.js';

/** A constant that takes part in a direction by less than this does not stand beside it. */
const TAKES_PART = 0.3;

/** What a calibration found, as JSON. */
export function calibrationData(calibration: Calibration, found: Calibrated) {
  return {
    seed: calibration.seed,
    cost: { before: found.costBefore, after: found.optimum.cost, starts: found.ends },
    tried: found.tried,
    constants: constantsOf(calibration, found),
    rows: rowsOf(found),
    directions: found.directions.map((d) => directionOf(calibration, d)),
    ensemble: {
      margin: calibration.margin,
      sets: found.ensemble.map(({ cost, values, holds }) => ({ cost, rows_held: held(holds), values })),
    },
  };
}

/** The near-optimal sets as a file that a scenario may name under `ensemble:`; JSON, which is YAML. */
export function ensembleFile(
  file: string,
  { constants, margin, seed }: Calibration,
  found: Calibrated,
): string {
  const made = {
    made_by: `leucell ${packageVersion()}, model ${modelVersion()}: leucell calibrate ${file}, seed ${seed}`,
    cost: { optimum: found.optimum.cost, margin },
    rows: { all: found.after.length, held: found.ensemble.map(({ holds }) => held(holds)) },
    parameters: Object.fromEntries(constants.map(({ name, unit }) => [name, unit])),
    sets: found.ensemble.map(({ values }) => values),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

/** The same for a terminal: constants, rows, and what the rows do not tell apart. */
export function calibrationText(calibration: Calibration, found: Calibrated): string {
  const constants = columns(
    ['constant', 'unit', 'model', 'optimum', 'near-optimal', 'bounds', ''],
    constantsOf(calibration, found).map((c) => [
      c.name,
      c.unit,
      plain(c.model),
      plain(c.optimum),
      c.least === null ? '-' : `${plain(c.least)}..${plain(c.most!)}`,
      `${plain(c.from)}..${plain(c.to)}`,
      c.at_bound ? 'at its bound' : '',
    ]),
    'text',
  );
  const rows = columns(
    ['target', 'arm', 'at', 'before', 'after', 'band', 'distance', '', 'holds in'],
    rowsOf(found).map((r) => {
      return [
        r.id,
        r.arm,
        r.at.length > 44 ? `${r.at.slice(0, 41)}...` : r.at,
        orDash(r.before),
        orDash(r.after),
        `${r.lo === null ? '' : plain(r.lo)}..${r.hi === null ? '' : plain(r.hi)}`,
        plain(r.distance),
        r.pass === null ? 'no value' : r.pass ? 'PASS' : 'FAIL',
        r.held_in === null ? '' : `${r.held_in} of ${found.ensemble.length}`,
      ];
    }),
    'text',
  );
  const directions = columns(
    ['direction', 'factor within the margin', ''],
    found.directions.map((d) => {
      const { constants: parts, factor, told } = directionOf(calibration, d);
      const words = Object.entries(parts).map(([name, p]) => `${name}^${p.toFixed(2)}`);
      return [
        words.join(' '),
        factor === null ? 'any' : plain(factor),
        told ? '' : 'not told by the targets',
      ];
    }),
    'text',
  );
  const cost = `cost ${plain(found.costBefore)} before, ${plain(found.optimum.cost)} after; ${found.tried} sets tried`;
  const ensemble =
    found.ensemble.length === 0
      ? ''
      : `${found.ensemble.length} near-optimal sets, costs ${spanOf(found.ensemble.map(({ cost }) => cost))}, margin ${plain(calibration.margin)}; ${spanOf(found.ensemble.map(({ holds }) => held(holds)))} of ${found.after.length} rows hold in each\n`;
  return `${cost}\n${ensemble}\n${constants}\n${rows}\n${directions}`;
}

function constantsOf({ constants }: Calibration, { optimum, ensemble }: Calibrated) {
  return constants.map(({ name, unit, model, from, to }) => {
    const value = optimum.values[name]!;
    const drawn = ensemble.map((set) => set.values[name]!);
    return {
      name,
      unit,
      model,
      optimum: value,
      from,
      to,
      least: drawn.length === 0 ? null : Math.min(...drawn),
      most: drawn.length === 0 ? null : Math.max(...drawn),
      at_bound: value <= from * (1 + 1e-9) || value >= to * (1 - 1e-9),
    };
  });
}

const held = (holds: readonly boolean[]): number => holds.filter(Boolean).length;

const rowsOf = ({ before, after, ensemble }: Calibrated) =>
  after.map((own, i) => ({
    ...rowOf(before[i]!, own),
    /** Near-optimal sets in which the row holds. */
    held_in: ensemble.length === 0 ? null : held(ensemble.map(({ holds }: NearSet) => holds[i]!)),
  }));

function rowOf(before: Residual, { id, row, distance, cost }: Residual) {
  const { verdict } = row;
  return {
    id,
    arm: row.arm,
    at: [row.at, row.quantity].filter((x) => x !== '').join(' '),
    published: row.published?.mean ?? null,
    before: before.row.verdict?.simulated ?? null,
    after: verdict?.simulated ?? null,
    lo: verdict?.lo ?? row.lo,
    hi: verdict?.hi ?? row.hi,
    distance_before: before.distance,
    distance,
    cost,
    pass: verdict?.pass ?? null,
  };
}

/** The powers of the constants that move together, by how large a factor, and whether the targets tell. */
function directionOf({ constants }: Calibration, { along, width, told }: Direction) {
  const parts = constants
    .map(({ name }, k) => [name, along[k]!] as const)
    .filter(([, p]) => Math.abs(p) >= TAKES_PART)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const factor = Math.exp(width);
  return {
    constants: Object.fromEntries(parts),
    factor: Number.isFinite(factor) ? factor : null,
    told,
  };
}

const spanOf = (numbers: readonly number[]): string =>
  `${plain(Math.min(...numbers))} to ${plain(Math.max(...numbers))}`;
const orDash = (x: number | null) => (x === null ? '-' : plain(x));

import { valueAt } from '../body/courses.js';
import type { Dataset } from '../dataset/read.js';
import { logNormal } from '../random/log-normal.js';
import { streamFor } from '../random/stream.js';
import { conditionAt } from '../scenario/expand.js';
import { meanOf } from '../stats/interval.js';
import { notMeasured } from './problems.js';

/** One metabolite in the muscle or the plasma of one donor at one time, as measured and as it is. */
export interface MetaboliteReading {
  readonly point: number;
  readonly condition: string;
  readonly donor: number;
  readonly time_s: number;
  readonly metabolite: string;
  readonly measured_uM: number;
  readonly true_uM: number;
}

/** Muscle metabolites by the column of the time course that holds them. */
const MUSCLE: Readonly<Record<string, string>> = {
  'muscle leucine': 'leucine_uM',
  'muscle KIC': 'kic_uM',
  'muscle HMB': 'hmb_uM',
  'muscle glutamate': 'glutamate_matrix_uM',
  'muscle alanine': 'alanine_from_leucine_uM',
  'muscle glutamine': 'glutamine_from_leucine_uM',
};
const PLASMA: Readonly<Record<string, string>> = {
  'plasma leucine': 'plasma_leucine',
  'plasma KIC': 'plasma_kic',
  'plasma HMB': 'plasma_hmb',
};

/**
 * Metabolites of every donor at every sample time, cells pooled by their volume, read with a log-normal error of mean 1. The
 * error is a stream of its own for each reading.
 */
export async function metabolitesOf(dataset: Dataset, cv: number): Promise<readonly MetaboliteReading[]> {
  const { plan, layout } = dataset.manifest;
  if (!dataset.tables().includes('timecourse')) throw notMeasured('census', dataset.folder);
  const held = dataset.describe('timecourse').columns.map((c) => c.name);
  const muscle = Object.entries(MUSCLE).filter(([, column]) => held.includes(column));
  const volumes = new Map<string, number>();
  for await (const row of dataset.rows('cells'))
    if (row.status === 'ok') volumes.set(cellOf(row), row.volume_um3 as number);
  const pooled = new Map<string, { readonly keys: Keys; volume: number; readonly sums: number[] }>();
  for await (const row of dataset.rows('timecourse')) {
    const [point, condition] = [row.point as number, row.condition as string];
    const keys = { point, condition, donor: row.donor as number, time_s: row.time_s as number };
    const key = JSON.stringify(keys);
    const pool = pooled.get(key) ?? { keys, volume: 0, sums: muscle.map(() => 0) };
    pooled.set(key, pool);
    const volume = volumes.get(cellOf(row))!;
    pool.volume += volume;
    muscle.forEach(([, column], i) => {
      pool.sums[i]! += volume * (row[column] as number);
    });
  }
  return [...pooled.values()].flatMap(({ keys, volume, sums }) => {
    const { point, condition, donor, time_s } = keys;
    const { inputs } = conditionAt(plan, point, layout.conditions.indexOf(condition));
    const plasma = Object.entries(PLASMA).flatMap(([metabolite, input]) => {
      const course = inputs[input];
      const rest = plan.reference.inputs[input]?.rest;
      if (course === undefined && rest === undefined) return [];
      return [[metabolite, course === undefined ? rest! : valueAt(course, time_s)] as const];
    });
    const all = [...muscle.map(([metabolite], i) => [metabolite, sums[i]! / volume] as const), ...plasma];
    return all.map(([metabolite, true_uM]) => {
      const noise = streamFor(plan.seed, 'noise', 'metabolites', point, condition, donor, time_s, metabolite);
      return { ...keys, metabolite, measured_uM: true_uM * logNormal(noise, cv), true_uM };
    });
  });
}

/** Mean of what was measured of one metabolite. */
export const meanMeasured = (readings: readonly MetaboliteReading[], metabolite: string): number =>
  meanOf(readings.filter((r) => r.metabolite === metabolite).map((r) => r.measured_uM));

interface Keys {
  readonly point: number;
  readonly condition: string;
  readonly donor: number;
  readonly time_s: number;
}
const cellOf = (row: Readonly<Record<string, number | string | null>>): string =>
  JSON.stringify([row.point, row.condition, row.donor, row.cell]);

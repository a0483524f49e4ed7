import type { Dataset } from '../../dataset/read.js';
import { enzymesOf } from '../../scenario/asked-assays.js';
import type { EnzymeProtocol } from '../../scenario/enzyme-schema.js';
import { notMeasured } from '../problems.js';
import { type Activity, type Aliquot, proteinOf_mg } from './aliquot.js';
import { bcatActivity } from './bcat.js';
import { bckdhActivity } from './bckdh.js';

/** The enzymes of one donor's homogenate. */
export interface Homogenate {
  readonly point: number;
  readonly condition: string;
  readonly donor: number;
  readonly time_s: number;
  readonly protein_mg: number;
  readonly enzymes: ReadonlyMap<string, { readonly active: number; readonly total: number }>;
}
export interface EnzymeFinding extends Activity {
  readonly point: number;
  readonly condition: string;
  readonly donor: number;
  readonly time_s: number;
  readonly assay: 'BCAT2' | 'BCKDH actual' | 'BCKDH total';
}

/** Assays the homogenates of a dataset as its scenario asks. Throws a LabProblem where it asks for none. */
export async function enzymeFindings(dataset: Dataset): Promise<readonly EnzymeFinding[]> {
  const { plan } = dataset.manifest;
  const protocol = enzymesOf(plan);
  if (protocol === undefined || !dataset.tables().includes('enzymes'))
    throw notMeasured('enzymes', dataset.folder);
  const homogenates = await homogenatesOf(dataset, protocol.homogenates_s);
  return homogenates.flatMap((homogenate) => assayed(homogenate, protocol, plan.seed));
}

/** Every assay of one homogenate; an enzyme of which none is there is left out. */
export function assayed(
  homogenate: Homogenate,
  { enzymes, noise, replicates }: EnzymeProtocol,
  seed: string,
): readonly EnzymeFinding[] {
  const { point, condition, donor, time_s, protein_mg } = homogenate;
  const keys = { point, condition, donor, time_s };
  const of = (enzyme: string, which: 'active' | 'total'): Aliquot => ({
    enzymes: homogenate.enzymes.get(enzyme)?.[which] ?? 0,
    protein_mg,
    names: [point, condition, donor, time_s, which],
  });
  const bcat = of('BCAT2', 'total');
  const [actual, total] = [of('BCKDH', 'active'), of('BCKDH', 'total')];
  const found: EnzymeFinding[] = [];
  if (enzymes.includes('BCAT2') && bcat.enzymes > 0)
    found.push({ ...keys, assay: 'BCAT2', ...bcatActivity(bcat, noise, replicates, seed) });
  if (enzymes.includes('BCKDH') && actual.enzymes > 0)
    found.push({ ...keys, assay: 'BCKDH actual', ...bckdhActivity(actual, noise, replicates, seed) });
  if (enzymes.includes('BCKDH') && total.enzymes > 0)
    found.push({ ...keys, assay: 'BCKDH total', ...bckdhActivity(total, noise, replicates, seed) });
  return found;
}

async function homogenatesOf(dataset: Dataset, times_s: readonly number[]): Promise<readonly Homogenate[]> {
  const pooled = new Map<
    string,
    Omit<Homogenate, 'enzymes' | 'protein_mg'> & {
      leucine: number;
      enzymes: Map<string, { active: number; total: number }>;
    }
  >();
  for await (const row of dataset.rows('enzymes')) {
    const time_s = times_s.find((t) => Math.abs(t - (row.time_s as number)) < 1e-6);
    if (time_s === undefined) continue;
    const [point, condition, donor] = [row.point as number, row.condition as string, row.donor as number];
    const key = JSON.stringify([point, condition, donor, time_s]);
    const fresh = { point, condition, donor, time_s, leucine: 0, enzymes: new Map() };
    const homogenate = pooled.get(key) ?? fresh;
    pooled.set(key, homogenate);
    const enzyme = row.enzyme as string;
    const before = homogenate.enzymes.get(enzyme) ?? { active: 0, total: 0 };
    if (homogenate.enzymes.size === 0 || enzyme === [...homogenate.enzymes.keys()][0])
      homogenate.leucine += row.protein_leucine as number;
    homogenate.enzymes.set(enzyme, {
      active: before.active + (row.active as number),
      total: before.total + (row.total as number),
    });
  }
  return [...pooled.values()].map(({ leucine, ...rest }) => ({ ...rest, protein_mg: proteinOf_mg(leucine) }));
}

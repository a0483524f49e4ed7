import { keysAt, layoutOf } from '../../src/dataset/layout.js';
import { createDataset } from '../../src/dataset/writer.js';
import type { ColumnSpec } from '../../src/myocyte/record.js';
import type { Plan, Recipe } from '../../src/scenario/plan.js';

const NOTHING: Recipe = { treatments: {}, inputs: {}, parameters: {}, copies: {}, labels: {} };

/** Who a cell is: `condition` is its place in the list of conditions. */
export interface Who {
  readonly point: number;
  readonly condition: number;
  readonly donor: number;
  readonly cell: number;
}
export interface SmallDataset {
  readonly conditions: readonly string[];
  readonly donors?: number;
  readonly cells?: number;
  readonly seed?: string;
  readonly model?: string;
  readonly time_s: readonly number[];
  /** By column: the values at `time_s`. */
  readonly columns: Readonly<Record<string, (who: Who) => readonly number[]>>;
  readonly fails?: (who: Who) => boolean;
  /** Cells of the mean field, without spread. */
  readonly alike?: boolean;
}

/** Writes a dataset whose every number the test knows, as a run would have written it. */
export async function writeSmallDataset(folder: string, of: SmallDataset): Promise<void> {
  const { jobs, append, finish } = await beginSmallDataset(folder, of);
  for (let job = 0; job < jobs; job++) await append(job);
  await finish();
}

/** The same to be written cell by cell. */
export async function beginSmallDataset(
  folder: string,
  of: SmallDataset,
): Promise<{
  readonly jobs: number;
  readonly append: (job: number) => Promise<void>;
  readonly finish: () => Promise<void>;
}> {
  const { conditions, donors = 1, cells = 10, seed = '1', model = 'test', time_s, columns } = of;
  const alike = of.alike === true;
  const plan: Plan = {
    name: 'small',
    question: 'is it what the test wrote?',
    citation: 'this test',
    method: alike ? 'mean-field' : 'exact',
    seed,
    duration_s: time_s[time_s.length - 1]!,
    sampleEvery_s: time_s[1]! - time_s[0]!,
    settle_s: 0,
    volume_um3: 1,
    donors,
    cells,
    variation: { volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share: alike ? 0 : 0.5 },
    axes: [],
    conditionNames: conditions,
    base: NOTHING,
    conditions: conditions.map(() => NOTHING),
    reference: { inputs: {}, parameters: {} },
    follow: {},
    assays: [],
    inputTolerance: 0.01,
  };
  const jobs = conditions.length * donors * cells;
  const number = (name: string): ColumnSpec => ({ name, type: 'float64', unit: '1', description: name });
  const keys: readonly ColumnSpec[] = [
    { name: 'condition', type: 'dictionary', unit: '', description: 'condition', dictionary: conditions },
    ...['point', 'donor', 'cell'].map((name) => ({ ...number(name), type: 'int32' as const })),
  ];
  const writer = await createDataset(folder, {
    plan,
    jobs,
    specs: [
      {
        name: 'timecourse',
        description: 'what the test wrote',
        columns: [...keys, number('time_s'), ...Object.keys(columns).map(number)],
      },
    ],
    versions: { leucell: '0', model },
  });
  const append = async (job: number): Promise<void> => {
    const who = keysAt(layoutOf(plan, jobs), job);
    const filled = (n: number) => new Int32Array(time_s.length).fill(n);
    await writer.append(
      of.fails?.(who)
        ? { job, status: 'failed', reason: 'the test says so', events: 0, tables: {} }
        : {
            job,
            status: 'ok',
            reason: '',
            events: 1,
            tables: {
              timecourse: {
                condition: filled(who.condition),
                point: filled(0),
                donor: filled(who.donor),
                cell: filled(who.cell),
                time_s: Float64Array.from(time_s),
                ...Object.fromEntries(
                  Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values(who))]),
                ),
              },
            },
          },
    );
  };
  return {
    jobs,
    append,
    finish: async () => {
      await writer.finish();
    },
  };
}

/** A dataset with a column for everything that the report draws, over three hours, a rise after 1 h in "fed". */
export const WHOLE: SmallDataset = {
  conditions: ['fasted', 'fed', 'fed + exercise'],
  cells: 12,
  time_s: [0, 3600, 7200, 10800],
  columns: {
    ...Object.fromEntries(
      [
        'sestrin_apo_fraction',
        'gator2_free_fraction',
        'gator1_active_fraction',
        'rag_gtp_fraction',
        'akt_p_fraction',
        'tsc_on_rheb_fraction',
        'rheb_gtp_fraction',
        'mtorc1_lysosomal_fraction',
        'mtorc1_active_fraction',
        'ebp1_hyper_fraction',
        'eif4f_fraction',
        'ribosome_committed_fraction',
        'bckdh_active_fraction',
        'foxo_nuclear_fraction',
      ].map((column, i) => [column, rising(0.1 + i / 50, 0.2)]),
    ),
    s6k1_p_fraction: () => [0.1, 0.1, 0.2, 0.15],
    s6k1_blot_signal: rising(20, 10),
    leucine_uM: rising(100, 150),
    leucine_rim_uM: rising(120, 150),
    kic_uM: rising(20, 5),
    hmb_uM: rising(2, 0.1),
    murf1_copies: rising(90, -5),
    fsr_percent_per_h: rising(0.05, 0.04),
    breakdown_percent_per_h: rising(0.06, -0.01),
    net_balance_percent_per_h: rising(-0.01, 0.05),
    leucine_inflow_per_um3_h: rising(90_000, 50_000),
    leucine_outflow_per_um3_h: rising(60_000, 30_000),
    transamination_per_um3_h: rising(40_000, 9000),
    reamination_per_um3_h: rising(30_000, 8000),
    kic_oxidation_per_um3_h: ({ condition }) => [7000, 7100, 7200 + condition, 7300],
    hmb_production_per_um3_h: rising(400, 20),
    kic_release_per_um3_h: rising(-300, 500),
    alanine_export_per_um3_h: rising(4000, 100),
    glutamine_export_per_um3_h: rising(5000, 100),
    atp_from_leucine_per_um3_h: rising(250_000, 10_000),
  },
};

/** A level that differs a little from cell to cell and goes up by `by` in the second condition, 1.5 times that in the third. */
export function rising(level: number, by: number): (who: Who) => readonly number[] {
  return ({ condition, cell }) =>
    [0, 0.4, 1, 0.7].map((t) => level * (1 + (cell % 5) / 100) + by * t * [0, 1, 1.5][condition]!);
}

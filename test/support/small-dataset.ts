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
}

/** Writes a dataset whose every number the test knows, as a run would have written it. */
export async function writeSmallDataset(folder: string, of: SmallDataset): Promise<void> {
  const { conditions, donors = 1, cells = 10, seed = '1', model = 'test', time_s, columns } = of;
  const plan: Plan = {
    name: 'small',
    question: 'is it what the test wrote?',
    citation: 'this test',
    method: 'exact',
    seed,
    duration_s: time_s[time_s.length - 1]!,
    sampleEvery_s: time_s[1]! - time_s[0]!,
    settle_s: 0,
    volume_um3: 1,
    donors,
    cells,
    variation: { volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share: 0.5 },
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
  for (let job = 0; job < jobs; job++) {
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
  }
  await writer.finish();
}

import type { Cell } from '../engine/cell.js';
import { LABEL_CLASSES } from '../engine/tables.js';
import type { ColumnSpec } from '../myocyte/record.js';
import type { Assay, Bench } from './assay.js';

/**
 * Where a tracer is and where it goes, molecule by molecule: labels of the pools at every sample time and of what flowed
 * between them. Which of it a biopsy or a breath sample sees, and with what error, is decided afterwards (src/lab/tracer).
 */
export const tracer: Assay = {
  name: 'tracer',
  title: 'Stable-isotope tracer',
  tables: (bench) => [
    {
      name: 'tracer_pools',
      description: 'One row a cell, sample time and pool: its molecules, and how many carry label',
      columns: [
        time('time_s', 'Time since the start of the protocol'),
        dictionary(
          'pool',
          'What is extracted',
          bench.laboratory.pools.map((p) => p.name),
        ),
        ...isotopes('molecules', 'in the pool'),
      ],
    },
    {
      name: 'tracer_flows',
      description: 'One row a cell, sample interval and flow: its events, and how many took label',
      columns: [
        time('from_s', 'Start of the interval'),
        time('to_s', 'End of the interval'),
        dictionary(
          'flow',
          'Which way leucine or its keto acid went',
          bench.laboratory.flows.map((f) => f.name),
        ),
        ...isotopes('events', 'in the flow'),
      ],
    },
  ],
  observe(bench) {
    const { pools, flows } = readersOf(bench);
    const notes: Notes = {
      pools: rowsOf(['time_s', 'pool', ...ISOTOPES.map((i) => `molecules${i}`)]),
      flows: rowsOf(['from_s', 'to_s', 'flow', ...ISOTOPES.map((i) => `events${i}`)]),
    };
    return {
      notes,
      sample(cell) {
        pools.forEach((read, pool) => {
          push(notes.pools, [cell.time_s, pool, ...read(cell)]);
        });
        const counts = flows.map((read) => read(cell));
        if (notes.last !== undefined) {
          const { time_s, counts: before } = notes.last;
          counts.forEach((now, flow) => {
            push(notes.flows, [time_s, cell.time_s, flow, ...now.map((n, i) => n - before[flow]![i]!)]);
          });
        }
        notes.last = { time_s: cell.time_s, counts };
      },
      finish: () => ({
        tracer_pools: columnsOf(notes.pools, 'pool'),
        tracer_flows: columnsOf(notes.flows, 'flow'),
      }),
    };
  },
};

/** All, those with 13C at C1, those with 15N, those with both: the second and third count the fourth too. */
type Isotopes = readonly [all: number, c13: number, n15: number, both: number];
const ISOTOPES = ['', '_13C', '_15N', '_13C15N'] as const;

const time = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'float64',
  unit: 's',
  description,
});
const dictionary = (name: string, description: string, values: readonly string[]): ColumnSpec => ({
  name,
  type: 'dictionary',
  unit: '',
  description,
  dictionary: values,
});
const isotopes = (what: string, where: string): readonly ColumnSpec[] =>
  (['', ' with 13C at C1', ' with 15N', ' with 13C at C1 and 15N'] as const).map((carrying, i) => ({
    name: `${what}${ISOTOPES[i]}`,
    type: 'float64',
    unit: what,
    description: `${what === 'events' ? 'Events' : 'Molecules'} ${where}${carrying}`,
  }));

function readersOf(bench: Bench): {
  readonly pools: readonly ((cell: Cell) => Isotopes)[];
  readonly flows: readonly ((cell: Cell) => Isotopes)[];
} {
  const pools = bench.laboratory.pools.map(({ of }) => {
    const q = bench.crowds.indexOf(`${of.agent.agentName}@${of.in.name}`);
    return (cell: Cell) => isotopesOf(cell.count[q]!, cell.labelled, q);
  });
  const flows = bench.laboratory.flows.map(({ firings }) => {
    const channels = bench.channels.flatMap(({ rule, rate }, c) =>
      firings.some((f) => f.rule === rule && f.rate === rate) ? [c] : [],
    );
    return (cell: Cell) =>
      channels
        .map((c) => isotopesOf(cell.fired[c]!, cell.firedLabelled, c))
        .reduce(
          (sum, one): Isotopes => [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2], sum[3] + one[3]],
          [0, 0, 0, 0],
        );
  });
  return { pools, flows };
}

function isotopesOf(all: number, labelled: Float64Array, at: number): Isotopes {
  const [c13, n15, both] = [1, 2, 3].map((cls) => labelled[at * LABEL_CLASSES + cls]!);
  return [all, c13! + both!, n15! + both!, both!];
}

/** Values by column name. */
type Rows = Readonly<Record<string, number[]>>;
interface Notes {
  readonly pools: Rows;
  readonly flows: Rows;
  /** The last sample. */
  last?: { readonly time_s: number; readonly counts: readonly Isotopes[] };
}

const rowsOf = (names: readonly string[]): Rows => Object.fromEntries(names.map((name) => [name, []]));

function push(rows: Rows, row: readonly number[]): void {
  Object.values(rows).forEach((values, i) => {
    values.push(row[i]!);
  });
}

const columnsOf = (rows: Rows, dictionaryColumn: string) =>
  Object.fromEntries(
    Object.entries(rows).map(([name, values]) => [
      name,
      name === dictionaryColumn ? Int32Array.from(values) : Float64Array.from(values),
    ]),
  );

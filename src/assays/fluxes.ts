import { LABEL_CLASSES } from '../engine/tables.js';
import type { Bench, CountingAssay, Tally } from './assay.js';

/** Firings of every rule, interval by interval, with how many of them carried label: the fluxes table. */
export const fluxes: CountingAssay = {
  name: 'fluxes',
  title: 'Events of every rule',
  tables: (bench) => [
    {
      name: 'fluxes',
      description: 'One row a cell, interval and rule that fired in it',
      rows: 'sparse',
      columns: [
        { name: 'from_s', type: 'float64', unit: 's', description: 'Start of the interval' },
        { name: 'to_s', type: 'float64', unit: 's', description: 'End of the interval' },
        {
          name: 'rule',
          type: 'dictionary',
          unit: '',
          description: 'Rule of the model and direction',
          dictionary: directionsOf(bench),
        },
        { name: 'events', type: 'float64', unit: 'events', description: 'Times the rule fired in the cell' },
        {
          name: 'events_13C',
          type: 'float64',
          unit: 'events',
          description: 'Of these, with 13C at C1 in what was taken',
        },
        {
          name: 'events_15N',
          type: 'float64',
          unit: 'events',
          description: 'Of these, with 15N in what was taken',
        },
      ],
    },
  ],
  observe(bench) {
    const every_s = everyOf(bench);
    const names = directionsOf(bench);
    const place = bench.channels.map((c) => names.indexOf(directionOf(c)));
    const notes: Notes = {
      rows: { from_s: [], to_s: [], rule: [], events: [], events_13C: [], events_15N: [] },
    };
    return {
      notes,
      sample(cell) {
        const { rows, last } = notes;
        if (
          last !== undefined &&
          cell.time_s < last.time_s + every_s - 1e-6 &&
          cell.time_s < bench.duration_s - 1e-6
        )
          return;
        const sums = summed(cell, place, names.length);
        if (last !== undefined)
          for (let rule = 0; rule < names.length; rule++) {
            const [events, c13, n15] = sums.map((sum, i) => sum[rule]! - last.sums[i]![rule]!);
            if (events === 0) continue;
            rows.from_s.push(last.time_s);
            rows.to_s.push(cell.time_s);
            rows.rule.push(rule);
            rows.events.push(events!);
            rows.events_13C.push(c13!);
            rows.events_15N.push(n15!);
          }
        notes.last = { time_s: cell.time_s, sums };
      },
      finish: () => ({
        fluxes: {
          from_s: Float64Array.from(notes.rows.from_s),
          to_s: Float64Array.from(notes.rows.to_s),
          rule: Int32Array.from(notes.rows.rule),
          events: Float64Array.from(notes.rows.events),
          events_13C: Float64Array.from(notes.rows.events_13C),
          events_15N: Float64Array.from(notes.rows.events_15N),
        },
      }),
    };
  },
};

interface Notes {
  readonly rows: Readonly<
    Record<'from_s' | 'to_s' | 'rule' | 'events' | 'events_13C' | 'events_15N', number[]>
  >;
  /** The end of the last interval. */
  last?: { readonly time_s: number; readonly sums: readonly Float64Array[] };
}

const DEFAULT_EVERY_S = 3600;
const everyOf = (bench: Pick<Bench, 'options' | 'sampleEvery_s'>): number =>
  typeof bench.options.every_s === 'number'
    ? bench.options.every_s
    : Math.max(DEFAULT_EVERY_S, bench.sampleEvery_s);

const directionOf = ({ rule, rate }: { readonly rule: string; readonly rate: string }): string =>
  `${rule}.${rate}`;
const directionsOf = (bench: Pick<Bench, 'channels'>): readonly string[] =>
  [...new Set(bench.channels.map(directionOf))].sort();

/** By rule and direction: all firings, those with 13C (label classes 1 and 3), those with 15N (2 and 3). */
function summed(cell: Tally, place: readonly number[], size: number): readonly Float64Array[] {
  const [all, c13, n15] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  place.forEach((at, c) => {
    const both = cell.firedLabelled[c * LABEL_CLASSES + 3]!;
    all[at]! += cell.fired[c]!;
    c13[at]! += cell.firedLabelled[c * LABEL_CLASSES + 1]! + both;
    n15[at]! += cell.firedLabelled[c * LABEL_CLASSES + 2]! + both;
  });
  return [all, c13, n15];
}

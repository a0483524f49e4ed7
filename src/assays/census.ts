import type { Readout } from '../language/readouts.js';
import { MOLECULES_PER_UM3_AT_1_UM } from '../language/unit-table.js';
import type { ColumnSpec } from '../myocyte/record.js';
import type { Bench, CountingAssay, Tally } from './assay.js';

/** Counts of molecules and rates of reaction at every sample time: the timecourse table. */
export const census: CountingAssay = {
  name: 'census',
  title: 'Census of molecules and fluxes',
  tables: (bench) => [
    {
      name: 'timecourse',
      description:
        'One row a cell and sample time: amounts and shares at that time, rates over the interval before it',
      columns: [TIME, ...bench.readouts.map(columnOf)],
    },
  ],
  observe(bench, { volume_um3 }) {
    const readers = bench.readouts.map((readout) => readerOf(readout, bench, volume_um3));
    const notes = {
      time_s: [] as number[],
      values: readers.map((): number[] => []),
      before: readers.map((): Before => ({ fired: 0 })),
    };
    return {
      notes,
      sample(cell) {
        notes.time_s.push(cell.time_s);
        readers.forEach((read, i) => {
          notes.values[i]!.push(read(cell, notes.before[i]!));
        });
      },
      finish: () => ({
        timecourse: {
          time_s: Float64Array.from(notes.time_s),
          ...Object.fromEntries(bench.readouts.map((r, i) => [r.id, Float64Array.from(notes.values[i]!)])),
        },
      }),
    };
  },
};

/** What a rate of reaction is measured from: firings at the last sample. */
interface Before {
  fired: number;
  time_s?: number;
}

const TIME: ColumnSpec = {
  name: 'time_s',
  type: 'float64',
  unit: 's',
  description: 'Time since the start of the protocol',
};
const columnOf = ({ id, unit, description }: Readout): ColumnSpec => ({
  name: id,
  type: 'float64',
  unit,
  description,
});

function readerOf<C extends Tally>(
  readout: Readout,
  bench: Bench<C>,
  volume_um3: number,
): (cell: C, before: Before) => number {
  switch (readout.kind) {
    case 'concentration': {
      const count = bench.counter(readout.of);
      const perUM = MOLECULES_PER_UM3_AT_1_UM * volume_um3 * readout.of.in.share;
      return (cell) => count(cell) / perUM;
    }
    case 'copies': {
      const counts = readout.of.map(([pattern, weight]) => ({ count: bench.counter(pattern), weight }));
      return (cell) => counts.reduce((sum, { count, weight }) => sum + weight * count(cell), 0);
    }
    case 'fraction': {
      const of = readout.of.map(bench.counter);
      const among = readout.among.map(bench.counter);
      return (cell) => {
        const all = among.reduce((sum, count) => sum + count(cell), 0);
        return all === 0 ? Number.NaN : of.reduce((sum, count) => sum + count(cell), 0) / all;
      };
    }
    case 'flux':
      return fluxReader(readout, bench, volume_um3);
  }
}

/** Rate since the last sample; the first sample sees what fired in the fasted time before it. */
function fluxReader<C extends Tally>(
  readout: Extract<Readout, { kind: 'flux' }>,
  bench: Bench<C>,
  volume_um3: number,
): (cell: C, before: Before) => number {
  const weighed = bench.channels.flatMap(({ rule, rate }, c) => {
    const w = readout.firings.reduce(
      (sum, f) => (f.rule === rule && f.rate === rate ? sum + f.weight : sum),
      0,
    );
    return w === 0 ? [] : [{ c, w }];
  });
  const pool = readout.per === 'um3' ? undefined : bench.counter(readout.per.percentOf);
  return (cell, before) => {
    let fired = 0;
    for (const { c, w } of weighed) fired += w * cell.fired[c]!;
    const hours = (cell.time_s - (before.time_s ?? cell.firedSince_s)) / 3600;
    const rate = hours > 0 ? (fired - before.fired) / hours : Number.NaN;
    before.fired = fired;
    before.time_s = cell.time_s;
    return pool === undefined ? rate / volume_um3 : (100 * rate) / pool(cell);
  };
}

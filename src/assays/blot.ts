import type { Cell } from '../engine/cell.js';
import type { Assay, Bench } from './assay.js';

/**
 * What the antibodies of western blots find in a cell at every sample time: the blot table. Pooling, gels, antibodies,
 * exposure and densitometry come afterwards (src/lab/blot), because a lysate is made of many cells.
 */
export const blot: Assay = {
  name: 'blot',
  title: 'Western blot',
  tables: (bench) => [
    {
      name: 'blot',
      description:
        'One row a cell, sample time and antibody: the molecules that a lysate would bring onto a gel',
      columns: [
        {
          name: 'time_s',
          type: 'float64',
          unit: 's',
          description: 'Time since the start of the protocol',
        },
        {
          name: 'antibody',
          type: 'dictionary',
          unit: '',
          description: 'Protein, and the site for which the antibody asks',
          dictionary: bench.laboratory.targets.map((t) => t.name),
        },
        {
          name: 'bound',
          type: 'float64',
          unit: 'molecules',
          description: 'Molecules with the site as the antibody wants it',
        },
        {
          name: 'total',
          type: 'float64',
          unit: 'molecules',
          description: 'All molecules of the protein; null where the antibody asks for no site',
        },
        {
          name: 'protein_leucine',
          type: 'float64',
          unit: 'molecules',
          description: 'Leucine in all protein of the cell, by which lysates are loaded alike',
        },
      ],
    },
  ],
  observe(bench) {
    const readers = readersOf(bench);
    const protein = bench.counter(bench.laboratory.protein);
    const notes = { rows: [] as number[][] };
    return {
      notes,
      sample(cell) {
        readers.forEach(({ bound, total }, i) => {
          notes.rows.push([cell.time_s, i, bound(cell), total?.(cell) ?? Number.NaN, protein(cell)]);
        });
      },
      finish: () => ({
        blot: {
          time_s: Float64Array.from(notes.rows, (r) => r[0]!),
          antibody: Int32Array.from(notes.rows, (r) => r[1]!),
          bound: Float64Array.from(notes.rows, (r) => r[2]!),
          total: Float64Array.from(notes.rows, (r) => r[3]!),
          protein_leucine: Float64Array.from(notes.rows, (r) => r[4]!),
        },
      }),
    };
  },
};

const readersOf = (bench: Bench) =>
  bench.laboratory.targets.map(({ binds, total }) => ({
    bound: summed(binds.map(bench.counter)),
    total: total === undefined ? undefined : bench.counter(total),
  }));

const summed =
  (counts: readonly ((cell: Cell) => number)[]) =>
  (cell: Cell): number =>
    counts.reduce((sum, count) => sum + count(cell), 0);

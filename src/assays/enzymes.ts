import type { Assay } from './assay.js';

/**
 * Enzymes that a homogenate would hold, at every sample time: the enzymes table. What they do in a cuvette or a vial is
 * simulated afterwards (src/lab/enzymes), because a homogenate is made of many cells.
 */
export const enzymes: Assay = {
  name: 'enzymes',
  title: 'Enzyme activity',
  tables: (bench) => [
    {
      name: 'enzymes',
      description: 'One row a cell, sample time and enzyme: how many there are, and how many work',
      columns: [
        {
          name: 'time_s',
          type: 'float64',
          unit: 's',
          description: 'Time since the start of the protocol',
        },
        {
          name: 'enzyme',
          type: 'dictionary',
          unit: '',
          description: 'Which enzyme',
          dictionary: bench.laboratory.enzymes.map((e) => e.name),
        },
        {
          name: 'active',
          type: 'float64',
          unit: 'molecules',
          description: 'Those that work as they are, with kinase and phosphatase stopped',
        },
        {
          name: 'total',
          type: 'float64',
          unit: 'molecules',
          description: 'All of them, as after a phosphatase',
        },
        {
          name: 'protein_leucine',
          type: 'float64',
          unit: 'molecules',
          description: 'Leucine in all protein of the cell, by which homogenates are compared',
        },
      ],
    },
  ],
  observe(bench) {
    const readers = bench.laboratory.enzymes.map(({ active, total }) => ({
      active: bench.counter(active),
      total: bench.counter(total),
    }));
    const protein = bench.counter(bench.laboratory.protein);
    const notes = { rows: [] as number[][] };
    return {
      notes,
      sample(cell) {
        readers.forEach(({ active, total }, i) => {
          notes.rows.push([cell.time_s, i, active(cell), total(cell), protein(cell)]);
        });
      },
      finish: () => ({
        enzymes: {
          time_s: Float64Array.from(notes.rows, (r) => r[0]!),
          enzyme: Int32Array.from(notes.rows, (r) => r[1]!),
          active: Float64Array.from(notes.rows, (r) => r[2]!),
          total: Float64Array.from(notes.rows, (r) => r[3]!),
          protein_leucine: Float64Array.from(notes.rows, (r) => r[4]!),
        },
      }),
    };
  },
};

import type { Cell } from '../engine/cell.js';
import type { ColumnSpec } from '../myocyte/record.js';
import { below } from '../random/below.js';
import { type Generator, loadState, saveState } from '../random/generator.js';
import type { Assay, Bench } from './assay.js';

/**
 * Who sits on which lysosome at every sample time: the lysosomes table. Sections, light and thresholds come afterwards
 * (src/lab/microscopy). A Rag pair has its lysosome from birth, drawn once for the cell and all its twins; mTORC1 sits where its
 * Rag does, Rheb where its mTORC1 does. A free Rheb meets every docked mTORC1 and TSC every free Rheb at one rate, so that at
 * any moment these are anywhere with equal chances. Nothing of this is known to the dynamics.
 */
export const microscopy: Assay = {
  name: 'microscopy',
  title: 'Fluorescence microscopy',
  tables: () => [
    {
      name: 'lysosomes',
      description: 'One row a cell, sample time and lysosome, and one for the rest of the cell',
      rows: 'histories',
      columns: [
        { name: 'time_s', type: 'float64', unit: 's', description: 'Time since the start of the protocol' },
        {
          name: 'lysosome',
          type: 'int32',
          unit: '',
          description: 'Which, from 0; -1 is the rest of the cell',
        },
        molecules('rag', 'Rag pairs whose lysosome it is'),
        molecules('mtorc1', 'mTORC1 docked there'),
        molecules('rheb', 'Rheb there'),
        molecules('tsc', 'TSC at a Rheb there'),
      ],
    },
  ],
  observe(bench, { volume_um3, noise, own }) {
    const lysosomes = lysosomesIn(bench, volume_um3);
    const places = placesOf(bench, lysosomes);
    const notes = {
      rows: [] as (readonly number[])[],
      homes: [] as number[],
      noise: saveState(noise),
      own: saveState(own),
    };
    return {
      notes,
      sample(cell) {
        const [noiseNow, ownNow] = [loadState(notes.noise), loadState(notes.own)];
        const [rag, mtorc1, rheb, tsc] = places(cell, notes.homes, noiseNow, ownNow).map((at) =>
          tally(at, lysosomes),
        );
        for (let i = -1; i < lysosomes; i++)
          notes.rows.push([cell.time_s, i, rag![i + 1]!, mtorc1![i + 1]!, rheb![i + 1]!, tsc![i + 1]!]);
        Object.assign(notes, { noise: saveState(noiseNow), own: saveState(ownNow) });
      },
      finish: () => ({
        lysosomes: {
          time_s: Float64Array.from(notes.rows, (r) => r[0]!),
          lysosome: Int32Array.from(notes.rows, (r) => r[1]!),
          rag: Float64Array.from(notes.rows, (r) => r[2]!),
          mtorc1: Float64Array.from(notes.rows, (r) => r[3]!),
          rheb: Float64Array.from(notes.rows, (r) => r[4]!),
          tsc: Float64Array.from(notes.rows, (r) => r[5]!),
        },
      }),
    };
  },
};

const molecules = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'float64',
  unit: 'molecules',
  description,
});

/** At least one, for the Rags need somewhere to be. */
function lysosomesIn({ options, laboratory }: Bench, volume_um3: number): number {
  const asked = options.lysosomes_per_um3;
  const perUm3 = typeof asked === 'number' ? asked : laboratory.lysosomes.perUm3.value;
  return Math.max(1, Math.round(perUm3 * volume_um3));
}

/**
 * The lysosomes, -1 for none, of every Rag, mTORC1, Rheb and TSC of a cell. `homes` holds the lysosome of each Rag, in the order in which
 * Rags were made: none is ever added to a cell or taken from it.
 */
function placesOf(bench: Bench, lysosomes: number) {
  const { anchor, kinase, activator, gap } = bench.laboratory.lysosomes;
  const [anchors, kinases, activators] = [anchor, kinase.of, activator.of].map(bench.finder);
  const gaps = bench.counter({ kind: 'individual', agent: gap.of, where: {} });
  const gapsThere = bench.counter(gap.at);
  const anchorOf = bench.partner(kinase.of.agent, kinase.on);
  const kinaseOf = bench.partner(activator.of.agent, activator.under);
  return (cell: Cell, homes: number[], noise: Generator, own: Generator) => {
    const rags = anchors!(cell);
    while (homes.length < rags.length) homes.push(below(own, lysosomes));
    const home = new Map(rags.map((rag, i) => [rag, homes[i]!]));
    const placeOfKinase = (molecule: number): number => home.get(anchorOf(cell, molecule)) ?? -1;
    const free: number[] = [];
    const ofActivators = activators!(cell).map((molecule) => {
      const holder = kinaseOf(cell, molecule);
      if (holder >= 0) return placeOfKinase(holder);
      const place = below(noise, lysosomes);
      free.push(place);
      return place;
    });
    const there = gapsThere(cell);
    const ofGaps = Array.from({ length: gaps(cell) }, (_, i) => {
      if (i >= there) return -1;
      return free.length === 0 ? below(noise, lysosomes) : free[below(noise, free.length)]!;
    });
    return [homes, kinases!(cell).map(placeOfKinase), ofActivators, ofGaps];
  };
}

/** How many are nowhere, then how many on each lysosome. */
function tally(places: readonly number[], lysosomes: number): Int32Array {
  const counts = new Int32Array(lysosomes + 1);
  for (const place of places) counts[place + 1]!++;
  return counts;
}

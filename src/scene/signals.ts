/** Which molecules of the cascade are drawn, in which state where, by the columns of the time course that tell their shares. */
import type { Place } from './places.js';

export interface SignalState {
  readonly state: string;
  readonly place: Place;
  /** The share of the molecules in this state; none on the last, which is the rest. */
  readonly column?: string;
  /** The share counts the states before it as well. */
  readonly withThoseBefore?: boolean;
}
export interface Signal {
  readonly molecule: string;
  readonly states: readonly SignalState[];
}

const two = (
  molecule: string,
  on: string,
  column: string,
  off: string,
  place: Place,
  place2 = place,
): Signal => ({
  molecule,
  states: [
    { state: on, place, column },
    { state: off, place: place2 },
  ],
});

export const SIGNALS: readonly Signal[] = [
  two('Sestrin', 'pocket empty', 'sestrin_apo_fraction', 'pocket taken', 'rim'),
  two('GATOR2', 'free', 'gator2_free_fraction', 'silenced', 'cytosol'),
  two('GATOR1', 'active', 'gator1_active_fraction', 'off', 'lysosome'),
  two('Rag', 'GTP', 'rag_gtp_fraction', 'GDP', 'lysosome'),
  two('Akt', 'phosphorylated', 'akt_p_fraction', 'free', 'cytosol'),
  two('TSC', 'on Rheb', 'tsc_on_rheb_fraction', 'released', 'lysosome', 'cytosol'),
  two('Rheb', 'GTP', 'rheb_gtp_fraction', 'GDP', 'lysosome'),
  {
    molecule: 'mTORC1',
    states: [
      { state: 'active', place: 'lysosome', column: 'mtorc1_active_fraction' },
      {
        state: 'on a Rag pair',
        place: 'lysosome',
        column: 'mtorc1_lysosomal_fraction',
        withThoseBefore: true,
      },
      { state: 'away', place: 'cytosol' },
    ],
  },
  two('S6K1', 'phosphorylated', 's6k1_p_fraction', 'free', 'cytosol'),
  two('4E-BP1', 'hyperphosphorylated', 'ebp1_hyper_fraction', 'less', 'cytosol'),
  two('ULK1', 'stopped', 'ulk1_p_fraction', 'free', 'cytosol'),
  {
    molecule: 'Ribosome',
    states: [
      { state: 'translating', place: 'cytosol', column: 'ribosome_committed_fraction' },
      { state: 'refractory', place: 'cytosol', column: 'ribosome_refractory_fraction' },
      { state: 'idle', place: 'cytosol' },
    ],
  },
  two('FoxO', 'in the nucleus', 'foxo_nuclear_fraction', 'in the cytosol', 'nucleus', 'cytosol'),
  two('BCKDH', 'active', 'bckdh_active_fraction', 'off', 'matrix'),
];

/** The columns that the drawing of these signals reads. */
export const columnsOf = (signals: readonly Signal[]): readonly string[] =>
  signals.flatMap(({ states }) => states.flatMap(({ column }) => (column === undefined ? [] : [column])));

/** The signals of which every column is there. */
export const knownSignals = (columns: readonly string[]): readonly Signal[] =>
  SIGNALS.filter((signal) => columnsOf([signal]).every((column) => columns.includes(column)));

/** Of `drawn` molecules, the place in the list of states of each, in order: as many in a state as its share says. */
export function statesOf(
  { states }: Signal,
  drawn: number,
  share: (column: string) => number,
): readonly number[] {
  let upTo = 0;
  const ends = states.map(({ column, withThoseBefore }) => {
    if (column === undefined) upTo = 1;
    else upTo = withThoseBefore ? Math.max(upTo, share(column)) : upTo + share(column);
    return Math.round(upTo * drawn);
  });
  return Array.from({ length: drawn }, (_, i) => ends.findIndex((end) => i < end));
}

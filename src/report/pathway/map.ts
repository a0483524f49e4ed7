/** Where everything stands in the diagram of the whole system, and which columns of the time course move it. */

/** A molecule or a state; its level is a share (drawn as a bar) or a concentration. */
export interface Node {
  readonly id: string;
  readonly name: string;
  /** What the share counts, below the name. */
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly column?: string;
  readonly kind: 'share' | 'uM' | 'copies' | 'fixed';
}
/** A flow of matter, as thick as it is. */
export interface Flux {
  readonly id: string;
  readonly name: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Added up; in molecules/um3/h, or in percent of protein an hour where `ofProtein`. */
  readonly columns: readonly string[];
  readonly ofProtein?: boolean;
  /** Where its number stands. */
  readonly label: readonly [number, number];
  readonly anchor?: 'start' | 'end' | 'middle';
}
/** Who tells whom to go or to stop: from one side of a node to one of another. */
export interface Signal {
  readonly from: readonly [node: string, side: Side];
  readonly to: readonly [node: string, side: Side, along?: number];
  readonly stops?: boolean;
}
export type Side = 'left' | 'right' | 'top' | 'bottom';

export const WIDTH = 1120;
export const HEIGHT = 640;
export const NODE = { width: 128, height: 44 };

const share = (id: string, name: string, state: string, x: number, y: number, column: string): Node => ({
  id,
  name,
  state,
  x,
  y,
  column,
  kind: 'share',
});
const amount = (id: string, name: string, x: number, y: number, column: string): Node => ({
  id,
  name,
  state: 'uM',
  x,
  y,
  column,
  kind: 'uM',
});
const fixed = (id: string, name: string, state: string, x: number, y: number): Node => ({
  id,
  name,
  state,
  x,
  y,
  kind: 'fixed',
});

export const NODES: readonly Node[] = [
  fixed('insulin-plasma', 'Insulin', 'plasma', 70, 70),
  fixed('leucine-plasma', 'Leucine', 'plasma', 70, 230),
  fixed('nitrogen-plasma', 'Alanine, Gln', 'plasma', 70, 325),
  fixed('kic-plasma', 'KIC', 'plasma', 70, 420),
  amount('leucine', 'Leucine', 280, 230, 'leucine_uM'),
  amount('kic', 'KIC', 280, 420, 'kic_uM'),
  amount('hmb', 'HMB', 480, 570, 'hmb_uM'),
  share('bckdh', 'BCKDH', 'active', 280, 570, 'bckdh_active_fraction'),
  share('akt', 'Akt', 'phosphorylated', 280, 70, 'akt_p_fraction'),
  share('tsc', 'TSC', 'on Rheb', 480, 70, 'tsc_on_rheb_fraction'),
  share('rheb', 'Rheb', 'GTP', 680, 70, 'rheb_gtp_fraction'),
  share('sestrin', 'Sestrin', 'pocket empty', 430, 190, 'sestrin_apo_fraction'),
  share('gator2', 'GATOR2', 'free', 580, 190, 'gator2_free_fraction'),
  share('gator1', 'GATOR1', 'active', 730, 190, 'gator1_active_fraction'),
  share('rag', 'Rag A/B', 'GTP', 885, 190, 'rag_gtp_fraction'),
  share('mtorc1', 'mTORC1', 'active', 1010, 80, 'mtorc1_active_fraction'),
  share('s6k1', 'S6K1', 'phosphorylated', 900, 320, 's6k1_p_fraction'),
  share('ebp1', '4E-BP1', 'hyperphosph.', 1040, 320, 'ebp1_hyper_fraction'),
  share('ribosome', 'Ribosome', 'recruited', 900, 440, 'ribosome_committed_fraction'),
  share('foxo', 'FoxO', 'in the nucleus', 880, 560, 'foxo_nuclear_fraction'),
  { id: 'murf1', name: 'MuRF1', state: 'copies', x: 720, y: 560, column: 'murf1_copies', kind: 'copies' },
  fixed('protein', 'Muscle protein', 'bound leucine', 640, 440),
];

export const FLUXES: readonly Flux[] = [
  {
    id: 'in',
    name: 'leucine in',
    from: [130, 220],
    to: [220, 220],
    columns: ['leucine_inflow_per_um3_h'],
    label: [175, 205],
  },
  {
    id: 'out',
    name: 'leucine out',
    from: [220, 242],
    to: [130, 242],
    columns: ['leucine_outflow_per_um3_h'],
    label: [175, 268],
  },
  {
    id: 'synthesis',
    name: 'synthesis',
    from: [342, 246],
    to: [580, 414],
    columns: ['fsr_percent_per_h'],
    ofProtein: true,
    label: [496, 318],
    anchor: 'start',
  },
  {
    id: 'breakdown',
    name: 'breakdown',
    from: [578, 444],
    to: [322, 256],
    columns: ['breakdown_percent_per_h'],
    ofProtein: true,
    label: [416, 372],
    anchor: 'end',
  },
  {
    id: 'transamination',
    name: 'transamination',
    from: [262, 254],
    to: [262, 396],
    columns: ['transamination_per_um3_h'],
    label: [250, 372],
    anchor: 'end',
  },
  {
    id: 'reamination',
    name: 'reamination',
    from: [296, 396],
    to: [296, 254],
    columns: ['reamination_per_um3_h'],
    label: [310, 344],
    anchor: 'start',
  },
  {
    id: 'nitrogen',
    name: 'nitrogen out',
    from: [240, 325],
    to: [135, 325],
    columns: ['alanine_export_per_um3_h', 'glutamine_export_per_um3_h'],
    label: [200, 314],
  },
  {
    id: 'kic',
    name: 'KIC out',
    from: [220, 420],
    to: [130, 420],
    columns: ['kic_release_per_um3_h'],
    label: [175, 446],
  },
  {
    id: 'oxidation',
    name: 'oxidation',
    from: [270, 444],
    to: [270, 546],
    columns: ['kic_oxidation_per_um3_h'],
    label: [284, 500],
    anchor: 'start',
  },
  {
    id: 'hmb',
    name: 'to HMB',
    from: [322, 444],
    to: [444, 547],
    columns: ['hmb_production_per_um3_h'],
    label: [400, 486],
    anchor: 'start',
  },
];

const goes = (from: string, out: Side, to: string, into: Side, along = 0): Signal => ({
  from: [from, out],
  to: [to, into, along],
});
const stops = (from: string, to: string): Signal => ({
  from: [from, 'right'],
  to: [to, 'left'],
  stops: true,
});

export const SIGNALS: readonly Signal[] = [
  goes('insulin-plasma', 'right', 'akt', 'left'),
  stops('akt', 'tsc'),
  stops('tsc', 'rheb'),
  goes('rheb', 'right', 'mtorc1', 'left'),
  stops('leucine', 'sestrin'),
  stops('sestrin', 'gator2'),
  stops('gator2', 'gator1'),
  stops('gator1', 'rag'),
  goes('rag', 'top', 'mtorc1', 'bottom', -24),
  goes('mtorc1', 'bottom', 's6k1', 'top'),
  goes('mtorc1', 'bottom', 'ebp1', 'top'),
  goes('s6k1', 'bottom', 'ribosome', 'top'),
  goes('ebp1', 'bottom', 'ribosome', 'top', 44),
  goes('ribosome', 'left', 'protein', 'right'),
  goes('foxo', 'left', 'murf1', 'right'),
  goes('murf1', 'top', 'protein', 'bottom'),
];

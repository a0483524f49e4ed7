/**
 * A model as the engine sees it: integers and rates, no names. Quantities are numbered q = 0 .. crowds-1 (crowds),
 * then crowds .. crowds+pools-1 (pools of parts). A part is one facet of an individual: the sites that rules mention
 * together. An individual with ten independent sites is ten parts in a row, so its state space never multiplies.
 * Lists of lists are flat: items of c stand at start[c] .. start[c+1]-1.
 */
export const LABEL_CLASSES = 4; // bit 0: C1 is 13C, bit 1: N is 15N
export const MAX_POOLS_PER_TYPE = 31; // one bit each in a positive int32

/** What a reactant of a channel undergoes. */
export const Take = {
  none: 0,
  /** one member leaves crowd q, with its label class and, if followed, its identity */
  crowd: 1,
  /** a part of pool q, picked evenly, changes state */
  part: 2,
  /** only counted in the rate: a catalyst, or a pool that need not be picked from */
  counted: 3,
} as const;

/** Combinatorial part of a propensity: 1, a, a b, a(a-1)/2, or a function given with the model. */
export const Law = { constant: 0, first: 1, second: 2, pair: 3, custom: 4 } as const;

/** Where a followed molecule is when it is in no crowd. */
export const SEATED = -1;
export const GONE = -2;

export type CustomLaw = (count: Float64Array, time_s: number) => number;

export interface EngineTables extends PartTables, ChannelTables {
  readonly crowds: number;
  readonly pools: number;
  readonly channels: number;
  /** Members of each crowd at the start. */
  readonly crowdCount: Float64Array;
}

export interface PartTables {
  readonly bondSlots: number;
  /** By code: its part type; bit i of the mask says that a part in this state belongs to pool poolBase[type] + i. */
  readonly typeOfCode: Int32Array;
  readonly poolMask: Int32Array;
  /** By part type: its first pool, its number of pools, its place in the molecule, and the parts of that molecule. */
  readonly poolBase: Int32Array;
  readonly poolsOfType: Int32Array;
  readonly facetOfType: Int32Array;
  readonly facetsOfType: Int32Array;
  /** By part type: pools (bits) that also ask something of a partner. */
  readonly conditionalMask: Int32Array;
  /** By pool: bond slot to look through (-1: none) and start in partnerOk of one flag per code of the partner. */
  readonly partnerSlot: Int32Array;
  readonly partnerOkStart: Int32Array;
  readonly partnerOk: Uint8Array;
  /** By part type: 1 where a partner's pools must be looked at again when a part of this type changes. */
  readonly watched: Uint8Array;
  /** Code of every part at the start; the parts of a molecule stand in a row. */
  readonly partCode: Int32Array;
}

export interface ChannelTables {
  /** Per second, volume worked in, inputs at rest. */
  readonly rate: Float64Array;
  readonly law: Int32Array;
  readonly customLaws: readonly CustomLaw[];
  readonly qa: Int32Array;
  readonly qb: Int32Array;
  readonly takeA: Int32Array;
  readonly takeB: Int32Array;

  /** Added to the code of A, of B, and of A's partner (reached through bond slot partnerOfA; -1: no partner touched). */
  readonly deltaA: Int32Array;
  readonly deltaB: Int32Array;
  readonly partnerOfA: Int32Array;
  readonly deltaPartner: Int32Array;
  /** Part type of that partner. */
  readonly typeOfPartner: Int32Array;
  /** The partner's slot that is cleared with partnerOfA; -1: the bond stays. */
  readonly slotOfPartner: Int32Array;
  /** Bond slots of A and B joined by the event; -1: none. */
  readonly joinA: Int32Array;
  readonly joinB: Int32Array;
  /** 1: A's molecule is removed. */
  readonly removesA: Uint8Array;
  /** Molecules made: codes of their parts in a row. */
  readonly makeStart: Int32Array;
  readonly makeCode: Int32Array;

  /** Members added to crowds, one by one: label = (a & maskA) | (b & maskB) | (source & maskS). */
  readonly outStart: Int32Array;
  readonly outCrowd: Int32Array;
  readonly outMaskA: Int32Array;
  readonly outMaskB: Int32Array;
  readonly outMaskS: Int32Array;
  /** Whose identity a followed product keeps: 0 nobody's, 1 A's, 2 B's. */
  readonly outCargo: Int32Array;
  /** Label that A's part keeps: (a & keepsA) | (b & keepsB); the same for B's part when it is one. */
  readonly partAfromA: Int32Array;
  readonly partAfromB: Int32Array;
  readonly partBfromA: Int32Array;
  readonly partBfromB: Int32Array;
  /** 1: A (a part) seats the crowd member B; 2: B (a part) seats the crowd member A; 0: nobody is seated. */
  readonly seats: Uint8Array;
  /** Outside label source of the products; -1: unlabelled. */
  readonly labelSource: Int32Array;

  /** Factors of the propensity over quantity factorQ: power p > 0: 1/(1+(n/K)^p); p < 0: (n/K)^|p| / (1+(n/K)^|p|). */
  readonly factorStart: Int32Array;
  readonly factorQ: Int32Array;
  readonly factorInvK: Float64Array;
  readonly factorPower: Int32Array;

  /** Channels whose propensity can change when this one fires. */
  readonly depStart: Int32Array;
  readonly dependents: Int32Array;
}

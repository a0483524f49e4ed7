/**
 * A model as the engine sees it: integers and rates, no names. Quantities are numbered q = 0 .. crowds-1 (crowds),
 * then crowds .. crowds+pools-1 (pools of parts). A part is one facet of an individual: the sites that rules
 * mention together. An individual with ten independent sites is ten parts, so its state space never multiplies.
 */
export const LABEL_CLASSES = 4; // bit 0: C1 is 13C, bit 1: N is 15N

/** What a reactant slot of a channel does. */
export const Take = {
  none: 0,
  /** remove one member of crowd q (its label class and, if followed, its identity go along) */
  crowd: 1,
  /** pick a part of pool q at random and change it */
  part: 2,
  /** only counted in the rate (a catalyst left unchanged) */
  catalyst: 3,
} as const;

/** Propensity of a channel before its factors. */
export const Law = { constant: 0, first: 1, second: 2, pair: 3 } as const;

export interface EngineTables {
  readonly crowds: number;
  readonly pools: number;
  readonly partTypes: number;
  readonly codes: number;
  readonly bondSlots: number;

  /** By code: its part type and the pools (bit i of the mask: pool poolBase[type] + i) a part in this state belongs to. */
  readonly typeOfCode: Int32Array;
  readonly poolMask: Int32Array;
  readonly poolBase: Int32Array;
  readonly poolsOfType: Int32Array;
  /**
   * Pools that also ask something of the partner: by pool, the bond slot to look through (-1: none) and the start in
   * partnerOk of one flag per code. By code, `watched` is 1 where the partner's pools must be looked at again on change.
   */
  readonly partnerSlot: Int32Array;
  readonly partnerOkStart: Int32Array;
  readonly partnerOk: Uint8Array;
  readonly watched: Uint8Array;

  /** Parts at time 0: code by part, and the molecule (individual) each belongs to. */
  readonly partCode: Int32Array;
  readonly partMolecule: Int32Array;
  /** By code of a newly made molecule's first part: how many parts follow it (make and remove act on all of them). */
  readonly crowdCount: Float64Array;

  readonly channels: number;
  /** Rate constant with volume worked in, per second, all inputs at rest. */
  readonly rate: Float64Array;
  readonly law: Int32Array;
  readonly qa: Int32Array;
  readonly qb: Int32Array;
  readonly takeA: Int32Array;
  readonly takeB: Int32Array;
  /** Added to the code of the picked part, and to that of A's partner (seen through partnerOfA, -1: not touched). */
  readonly deltaA: Int32Array;
  readonly deltaB: Int32Array;
  readonly partnerOfA: Int32Array;
  readonly deltaPartner: Int32Array;
  /** Bond slots joined by the event (A's and B's; -1: none); `unbind` clears partnerOfA and slotOfPartner. */
  readonly joinA: Int32Array;
  readonly joinB: Int32Array;
  readonly unbind: Uint8Array;
  readonly slotOfPartner: Int32Array;
  /** Parts removed (1: A, 2: B) and made (code of first part, -1: none). */
  readonly removes: Uint8Array;
  readonly makes: Int32Array;

  /** Members added to crowds: outputs outStart[c] .. outStart[c+1]-1. */
  readonly outStart: Int32Array;
  readonly outCrowd: Int32Array;
  /** Label of an output or a part = (A & maskA) | (B & maskB) | (source & maskS); A, B: taken member's class, or the part's own label. */
  readonly outMaskA: Int32Array;
  readonly outMaskB: Int32Array;
  readonly outMaskS: Int32Array;
  /** Whose identity a followed molecule keeps: 0 none, 1 A's, 2 B's. */
  readonly outCargo: Int32Array;
  readonly labelAfromA: Int32Array;
  readonly labelAfromB: Int32Array;
  readonly labelBfromA: Int32Array;
  readonly labelBfromB: Int32Array;
  /** Which part keeps the identity of the crowd member taken: 0 none, 1 A keeps B's, 2 B keeps A's. */
  readonly seat: Int32Array;
  /** Index of the outside label source, -1: unlabelled. */
  readonly labelSource: Int32Array;

  /** Factors of the rate: factorStart[c] .. factorStart[c+1]-1; power p > 0: 1/(1+(n/K)^p); p < 0: (n/K)^|p|/(1+(n/K)^|p|). */
  readonly factorStart: Int32Array;
  readonly factorQ: Int32Array;
  readonly factorInvK: Float64Array;
  readonly factorPower: Int32Array;

  /** Channels whose propensity may change when c fires: dependents[depStart[c]] .. */
  readonly depStart: Int32Array;
  readonly dependents: Int32Array;
}

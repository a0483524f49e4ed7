/** Numbers with a unit, a kind of evidence and a source. A rate's unit fixes its order, at compile time. */

/** A source, by the name under which the text cites it (authors as they are to be printed, year). */
export interface Citation {
  readonly authors: string;
  readonly year: number;
  readonly journal?: string;
  readonly doi?: string;
  readonly pmcid?: string;
}
/** What a number rests on: a measurement, arithmetic on measurements, a fit to data, or nothing but need. */
export type EvidenceKind = 'measured' | 'derived' | 'calibrated' | 'assumed';
/** What a number rests on, with the reasoning and the sources. */
export interface Evidence {
  readonly evidence: EvidenceKind;
  readonly note: string;
  readonly sources: readonly Citation[];
}

/** A number as a source reports it. */
export const measured = (source: Citation, note = ''): Evidence => ({
  evidence: 'measured',
  note,
  sources: [source],
});
/** A number computed from others; `how` is the arithmetic. */
export const derived = (how: string, ...sources: Citation[]): Evidence => ({
  evidence: 'derived',
  note: how,
  sources,
});
/** A number chosen so that the model meets data; `how` says which. */
export const calibrated = (how: string, ...sources: Citation[]): Evidence => ({
  evidence: 'calibrated',
  note: how,
  sources,
});
/** A number without evidence; `why` says what it is chosen for. */
export const assumed = (why: string, ...sources: Citation[]): Evidence => ({
  evidence: 'assumed',
  note: why,
  sources,
});

/** How many molecules meet. */
export type Order = 0 | 1 | 2;
/** Seconds and molecules inside the engine; these are the units in which people state rates. */
export const RATE_UNITS = {
  'molecules/um3/h': 0,
  'molecules/um3/s': 0,
  'uM/h': 0,
  'uM/min': 0,
  '1/s': 1,
  '1/min': 1,
  '1/h': 1,
  '1/(M s)': 2,
  '1/(uM min)': 2,
  'um3/s': 2,
  'um3/min': 2,
  'um3/h': 2,
} as const satisfies Record<string, Order>;
/** A unit in which a rate may be stated. */
export type RateUnit = keyof typeof RATE_UNITS;
/** The order that a unit implies. */
export type OrderOf<U extends RateUnit> = (typeof RATE_UNITS)[U];

/** A rate constant of a stated order. `saturation` turns k = kcat/Km into kcat E S/(Km + S) over the crowd it meets. */
export interface Rate<O extends Order = Order> {
  readonly kind: 'rate';
  readonly order: O;
  readonly value: number;
  readonly unit: RateUnit | 'saturable';
  readonly source: Evidence;
  readonly saturation?: { readonly kcat: Rate<1>; readonly Km: Constant };
  /** Set by detailed balance (see linked.ts): a product of rates over another; follows them when they are overridden. */
  readonly linked?: { readonly times: readonly Rate[]; readonly over: readonly Rate[] };
}
/** A unit in which a constant may be stated. */
export type ConstantUnit =
  | 'uM'
  | 'nM'
  | 'pM'
  | 'molecules/um3'
  | '1/um3'
  | 'molecules'
  | 'fold'
  | '1'
  | 'h'
  | 'min';
/** A number of a law or an amount that is not a rate: Km, Ki, exponent, copies. */
export interface Constant {
  readonly kind: 'constant';
  readonly value: number;
  readonly unit: ConstantUnit;
  readonly source: Evidence;
}

/** A rate constant; its unit fixes its order. */
export const k = <const U extends RateUnit>(value: number, unit: U, source: Evidence): Rate<OrderOf<U>> => ({
  kind: 'rate',
  order: RATE_UNITS[unit] as OrderOf<U>,
  value,
  unit,
  source,
});
/** A number of a law or an amount. */
export const constant = (value: number, unit: ConstantUnit, source: Evidence): Constant => ({
  kind: 'constant',
  value,
  unit,
  source,
});

/** Michaelis-Menten over an unresolved complex, kcat E S/(Km + S): an approximation, marked so in Table 1. */
export const saturable = (kcat: Rate<1>, Km: Constant): Rate<2> => ({
  kind: 'rate',
  order: 2,
  value: kcat.value,
  unit: 'saturable',
  source: kcat.source,
  saturation: { kcat, Km },
});

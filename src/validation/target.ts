/** A published observation with its protocol, as a targets file says it. Times in minutes. */

export interface Intervention {
  readonly t_min?: number | null | undefined;
  readonly agent: string;
  readonly dose?: number | string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly route?: string | null | undefined;
  readonly duration_min?: number | null | undefined;
  readonly leucine_g?: number | undefined;
  readonly leucine_percent?: number | undefined;
  readonly HMB_g?: number | undefined;
}
export interface Exercise {
  readonly type?: string | null | undefined;
  readonly t_min?: number | string | null | undefined;
  readonly duration_min?: number | null | undefined;
}
export interface Drug {
  readonly agent: string;
  readonly t_min?: number | null | undefined;
  readonly level?: string | undefined;
  /** Days that it has been given for, in a study of days. */
  readonly duration_d?: number | null | undefined;
}
/** A curve given in the targets file itself: points, or steps as factors on the fasted value. */
export interface InlineForcing {
  readonly unit?: string | undefined;
  readonly t_min?: readonly number[] | undefined;
  readonly values?: readonly number[] | undefined;
  readonly steps?:
    | readonly {
        readonly t_min: number;
        readonly t_end_min?: number | null | undefined;
        readonly factor?: number | undefined;
        readonly value?: number | undefined;
      }[]
    | undefined;
}
export interface Arm {
  readonly id: string;
  readonly state?: string | null | undefined;
  readonly interventions: readonly Intervention[];
  readonly exercise: Exercise | null;
  readonly drug: Drug | null;
  /** By what is forced: the id of a forcing with an adaptation in parentheses, or the curve itself. */
  readonly forcing: Readonly<Record<string, string | InlineForcing>> | null;
}

/** Where a point or band is: an arm, and a time, a window or neither. */
export interface Spot {
  readonly arm: string;
  readonly t_min?: number | null | undefined;
  readonly window?: readonly [number, number] | undefined;
  readonly quantity?: string | undefined;
}
export interface Point extends Spot {
  readonly mean: number | null;
  readonly error: number | null;
  readonly error_kind: string;
  readonly n: number | string | null;
}
export interface Band extends Spot {
  readonly lo: number | null;
  readonly hi: number | null;
}
export interface Source {
  readonly authors?: string | undefined;
  readonly year?: number | undefined;
  readonly journal?: string | undefined;
  readonly doi?: string | undefined;
  readonly pmcid?: string | undefined;
  readonly pmid?: string | undefined;
  readonly other?: string | undefined;
}

export interface Target {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly population: { readonly species?: string | undefined; readonly group?: string | null | undefined };
  readonly protocol: {
    readonly baseline?: string | null | undefined;
    readonly tracer?: string | null | undefined;
    readonly arms: readonly Arm[];
  };
  /** A measure by name, or words from which one is read. */
  readonly observable: string;
  readonly unit: string;
  readonly points: readonly Point[];
  readonly comparison: string;
  readonly accept: {
    readonly bands: readonly Band[];
    readonly inequalities: readonly string[];
  };
  readonly evidence: string;
  readonly flag: string;
  readonly source: readonly Source[];
  readonly note: string;
}

/** One line a reader can find the paper by. */
export const citationOf = (sources: readonly Source[]): string =>
  sources
    .map(({ authors, year, journal, doi, pmcid, other }) =>
      [[authors, year].filter((x) => x !== undefined).join(' '), journal, doi ?? pmcid, other]
        .filter((x) => x !== undefined && x !== '')
        .join(', '),
    )
    .join('; ');

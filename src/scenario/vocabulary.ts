/** The words of the model that a scenario may use; handed in by the caller, so that scenarios never load the biology. */
export interface Vocabulary {
  readonly parameters: readonly { readonly name: string; readonly unit: string; readonly value: number }[];
  /** Every agent with copies per um3, individuals and crowds. */
  readonly agents: readonly string[];
  readonly crowds: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly unit: string; readonly rest: number }[];
  readonly labelSources: readonly string[];
  readonly assays: readonly string[];
  /** Those of them that need no molecules, only counts. */
  readonly countingAssays: readonly string[];
  /** Antibodies of western blots, and those that the model has no site for, with why. */
  readonly antibodies?: readonly string[];
  readonly antibodiesWithoutSite?: Readonly<Record<string, string>>;
}

/** What an arm makes of a scenario's condition: its keys, when the first thing is done, and what was left out. */
export interface Given {
  /** Keys of a scenario's condition, ready to be written as YAML. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Protocol time of the first thing that is done; 0 where nothing is done before. */
  readonly first_min: number;
  /** What of the protocol is not given as published, in words. */
  readonly notes: readonly string[];
  /** Why the arm cannot be simulated; empty where it can. */
  readonly reasons: readonly string[];
}

export const NOTHING_GIVEN: Given = { keys: {}, first_min: 0, notes: [], reasons: [] };

export const keys = (given: Readonly<Record<string, unknown>>, more: Partial<Given> = {}): Given => ({
  ...NOTHING_GIVEN,
  ...more,
  keys: given,
});
export const impossible = (reason: string): Given => ({ ...NOTHING_GIVEN, reasons: [reason] });

/** What several parts of a protocol give together; where two give the same key or parameter, the later one counts. */
export const together = (all: readonly Given[]): Given => ({
  keys: Object.assign({}, ...all.map((g) => g.keys), parametersOf(all)) as Record<string, unknown>,
  first_min: Math.min(0, ...all.map((g) => g.first_min)),
  notes: [...new Set(all.flatMap((g) => g.notes))],
  reasons: [...new Set(all.flatMap((g) => g.reasons))],
});

function parametersOf(all: readonly Given[]): Given['keys'] {
  const given = all.flatMap(({ keys: { parameters } }) => parameters ?? []);
  return given.length === 0 ? {} : { parameters: Object.assign({}, ...given) };
}

/** A protocol time as the run's time in words. */
export type At = (t_min: number) => string;

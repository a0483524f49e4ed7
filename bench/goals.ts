/** What is wanted of a measured ratio or figure: at least, or at most, so much. */
export interface Goal {
  readonly name: string;
  readonly wanted: string;
  readonly value: number;
  readonly reached: boolean;
}
export interface Measured {
  /** Million events a CPU second are not asked for, only their ratios. */
  readonly speed: Readonly<Record<string, number>>;
  readonly whole: Readonly<Record<string, number>>;
}

export const WHOLE = {
  hybrid: 'hybrid over exact, 20 um3',
  workers: 'two workers over one',
  overhead: 'plan to closed dataset over the time inside the engine, processor time',
  memory: 'memory of a worker of 10 um3 cells with 1,000 followed molecules, MiB',
  exactStudy: '1,000 cells x 6 h x 5 um3 on two cores, exact, minutes',
  hybridStudy: '1,000 cells x 6 h x 5 um3 on two cores, hybrid, minutes',
  startUp: 'leucell run of one small cell, from start to end, s',
} as const;

const MEMORY_MiB = 64 + 16;
const FULL = 'leucell 5 um3, assays';
const volume = (um3: number): string => `leucell ${um3} um3, engine`;

/** Every goal whose parts were measured, reached or not. */
export function goalsOf({ speed, whole }: Measured): readonly Goal[] {
  const over = (above: string, below: string): number => speed[above]! / speed[below]!;
  return [
    atLeast('full model, 5 um3, default assays, over M4', over(FULL, 'M4'), 0.5),
    atLeast('events a CPU second at 20 um3 over 1 um3', over(volume(20), volume(1)), 0.9),
    atLeast(WHOLE.hybrid, whole[WHOLE.hybrid], 20),
    atLeast(WHOLE.workers, whole[WHOLE.workers], 1.9),
    atMost(WHOLE.overhead, whole[WHOLE.overhead], 1.05),
    atMost(WHOLE.memory, whole[WHOLE.memory], MEMORY_MiB),
    atMost(WHOLE.exactStudy, whole[WHOLE.exactStudy], 10),
    atMost(WHOLE.hybridStudy, whole[WHOLE.hybridStudy], 1),
    atMost(WHOLE.startUp, whole[WHOLE.startUp], 0.5),
  ].filter(({ value }) => Number.isFinite(value));
}

const atLeast = (name: string, value = Number.NaN, least = 0): Goal => ({
  name,
  wanted: `>= ${least}`,
  value,
  reached: value >= least,
});
const atMost = (name: string, value = Number.NaN, most = 0): Goal => ({
  name,
  wanted: `<= ${most}`,
  value,
  reached: value <= most,
});

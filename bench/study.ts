import type { Size } from './cases.js';

/** The study whose minutes on two cores are wanted: its cells, and what each of them lives. */
export const STUDY = { cells: 1000, volume_um3: 5, minutes: 360, workers: 2 } as const;

/** The methods that it is timed with. */
export const STUDY_METHODS = ['exact', 'hybrid'] as const;
export type StudyMethod = (typeof STUDY_METHODS)[number];

/** How many of its cells are lived, all their hours; the rest is extrapolated. */
export const STUDIED: Readonly<Record<Size, number>> = { small: 32, large: 128 };

/**
 * Minutes of the whole study, from the wall time of a run of so many of its cells: in proportion to cells, start-up
 * of that run included, so rather too many than too few.
 */
export const studyMinutes = (wall_s: number, cells: number): number => (wall_s / 60) * (STUDY.cells / cells);

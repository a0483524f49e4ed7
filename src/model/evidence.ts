/** Evidence that many constants share, said once. */
import type { Citation, Evidence } from '../language/rates.js';
import { assumed, calibrated, derived } from '../language/rates.js';

/** Fitted in the mean-field integration to human fasted, fed, infusion, insulin, rapamycin and exercise data. */
export const fitted = (note: string, ...sources: Citation[]): Evidence =>
  calibrated(`least squares of the mean-field equations on human calibration data; ${note}`, ...sources);

/**
 * The same, where the constant meets an agent whose copies were raised five-fold so that a cell of 5 um3 holds enough of
 * them: the constant is a fifth of the fitted one, which leaves every mean-field fraction and flux as it was.
 */
export const fittedPerCopy = (original: string, note: string, ...sources: Citation[]): Evidence =>
  calibrated(
    `mean-field fit ${original}, divided by 5 with copies of the cascade raised 5-fold (retuned for finite copy numbers); ${note}`,
    ...sources,
  );

/** A working value that nobody measured: to be swept. */
export const working = (note: string, ...sources: Citation[]): Evidence =>
  assumed(`no value found; ${note}`, ...sources);

/** Arithmetic on the fasted flux set (forearm ratios scaled so that synthesis is 0.050 %/h). */
export const fluxSet = (note: string, ...sources: Citation[]): Evidence =>
  derived(`forearm fluxes x 436.8 so that synthesis is 0.050 %/h; ${note}`, ...sources);

import { compartment } from '../../src/language/agents.js';
import { assumed, constant, k } from '../../src/language/rates.js';

/** All benchmark models live in one well-mixed cubic micrometre, so that rate constants are per molecule and per second. */
export const cell = compartment('cell', 1, 'one well-mixed um3');
export const VOLUME_UM3 = 1;

const chosen = assumed('chosen for the benchmark; stands for no measured quantity');

/** molecules/s entering the 1 um3 */
export const perSecond = (value: number) => k(value, 'molecules/um3/s', chosen);
/** 1/s for each molecule */
export const each = (value: number) => k(value, '1/s', chosen);
/** 1/s for each pair of molecules (um3/s in 1 um3) */
export const pair = (value: number) => k(value, 'um3/s', chosen);
export const molecules = (count: number) => constant(count, 'molecules', chosen);

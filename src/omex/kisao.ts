import { type Place, refuse } from '../sbml/problems.js';

/** How far a method may differ from the one asked for, from nothing to everything: the BioSimulators policies. */
export const POLICIES = [
  'NONE',
  'SAME_METHOD',
  'SAME_MATH',
  'SIMILAR_APPROXIMATIONS',
  'DISTINCT_APPROXIMATIONS',
  'DISTINCT_SCALES',
  'SAME_VARIABLES',
  'SIMILAR_VARIABLES',
  'SAME_FRAMEWORK',
  'ANY',
] as const;
export type Policy = (typeof POLICIES)[number];

/** The seed of random numbers, as a parameter of an algorithm. */
export const KISAO_SEED = 488;
export const KISAO_DIRECT = 29;

/**
 * Lets exact stochastic runs stand for the method of a KiSAO term as far as the policy goes; what is then to be warned
 * of, if anything. Throws SbmlError. Classes of terms: KiSAO 2.34, by the queries of its Python package,
 * and Gillespie-like methods at large (241).
 */
export function requireExact(kisao: number, policy: Policy, place: Place): string | undefined {
  if (kisao === KISAO_DIRECT) return undefined;
  const [needed, what] = classOf(kisao);
  if (POLICIES.indexOf(policy) < POLICIES.indexOf(needed))
    refuse(
      place,
      `${kisaoId(kisao)} is ${what}; leucell runs KISAO:0000029 (Gillespie's direct method, exact) in its place ` +
        `under the substitution policy ${needed} or a wider one, and the policy is ${policy}`,
    );
  return `${kisaoId(kisao)} is ${what}; run as KISAO:0000029, exactly and at random`;
}

/** KISAO:0000029 of 29. */
export const kisaoId = (n: number): string => `KISAO:${String(n).padStart(7, '0')}`;

function classOf(kisao: number): readonly [needed: Policy, what: string] {
  if (EXACT.has(kisao)) return ['SAME_MATH', 'another exact stochastic method'];
  if (APPROXIMATE.has(kisao)) return ['DISTINCT_APPROXIMATIONS', 'an approximate stochastic method'];
  if (DIFFERENTIAL.has(kisao)) return ['DISTINCT_SCALES', 'a method for differential equations'];
  return ['ANY', 'a method that leucell does not know'];
}

const EXACT = new Set([15, 27, 38, 241, 329, 331, 586, 606, 610]);
const APPROXIMATE = new Set([28, 39, 40, 45, 46, 48, 74, 81, 82, 84, 323, 324, 330, 336, 350, 351, 524, 575]);
const DIFFERENTIAL = new Set([
  19, 20, 30, 31, 32, 33, 64, 71, 86, 87, 88, 89, 90, 91, 93, 94, 232, 233, 234, 261, 276, 279, 280, 283, 288,
  289, 290, 296, 297, 299, 301, 302, 303, 304, 305, 314, 318, 321, 355, 356, 364, 367, 377, 378, 379, 380,
  381, 382, 383, 384, 432, 433, 434, 435, 436, 496, 535, 536, 537, 544, 560, 587, 607, 609, 612, 668, 672,
  694, 699,
]);

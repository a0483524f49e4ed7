import { nearest } from '../scenario/suggest.js';

const quote = (value: unknown): string => `"${typeof value === 'string' ? value : JSON.stringify(value)}"`;
const meant = (word: string, known: readonly string[], otherwise: string): string => {
  const near = nearest(word, known);
  return near === undefined ? otherwise : `Did you mean ${quote(near)}?`;
};

/** What can be wrong with a calibration file. */
export const problemsOf = {
  empty: () => 'the calibration is empty. Begin with "constants:" and "targets:".',
  noConstants: () =>
    'there is no constant to fit. Write for example "constants: {synthesis-basal.k: {from: 1e-3 /s, to: 1e-1 /s}}".',
  noTargets: () => 'there is no target to fit to. Write for example "targets: {ps6k-meta: 1}".',
  noBounds: (name: string) =>
    `${quote(name)} has no bounds. Write for example {from: ..., to: ...}, with units.`,
  noSuchConstant: (name: string, known: readonly string[]) =>
    `there is no parameter ${quote(name)}. ${meant(name, known, 'See "leucell model --parameters".')}`,
  boundsNotAbove0: () => 'constants are fitted as logarithms, so both bounds lie above 0. Begin above 0.',
  boundsBackwards: (from: number, to: number) =>
    `the bounds from ${from} to ${to} leave no room. Put the lower one under "from".`,
  noSuchTarget: (id: string, known: readonly string[]) =>
    `there is no target ${quote(id)}. ${meant(id, known, `Known: ${known.slice(0, 8).join(', ')}, ...`)}`,
  heldBack: (id: string, known: readonly string[]) =>
    `${quote(id)} is a target of role validation, kept to judge what was fitted, and is not fitted to. Of role calibration are ${known.join(', ')}.`,
  weight: (value: unknown) => `${quote(value)} is not a weight. Write a number above 0, for example 1.`,
  whole: (key: string, value: unknown, least: number, most: number) =>
    `${quote(value)} is not a whole number from ${least} to ${most}. Write for example "${key}: ${Math.max(least, 3)}".`,
  margin: (value: unknown) =>
    `${quote(value)} is not a margin of the cost. Write a number above 0, for example "margin: 1".`,
  manySets: (sets: number) => `an ensemble needs sets. Write at least one under "sets:"; here are ${sets}.`,
} as const;

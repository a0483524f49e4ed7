import { ATOMS } from '../language/agents.js';
import type { LabelSource } from '../language/inputs.js';
import { type Formula, minus, name, sum } from './formula.js';
import { plainId } from './ids.js';
import { unity } from './laws.js';
import type { ParameterOf } from './portrait.js';

/** What an export with labels says of them. */
export const LABELLED =
  'Isotopologues are species of their own: 13C on carbon 1, 15N on the amino nitrogen. Labels change no rate. Parameters label_... are the shares of isotopologues in what enters from outside.';

const CLASSES = [1, 2, 3] as const;

/** Shares of the labelled isotopologues of an outside source, none at the start. */
export const shareParameters = (source: LabelSource): readonly ParameterOf[] =>
  CLASSES.map((label) => ({
    id: shareId(source, label),
    value: 0,
    unit: 'dimensionless',
    description: `Share with ${atomsOf(label).join(' and ')} labelled. ${source.description}`,
    evidence: undefined,
  }));

/** The share of an isotopologue in what enters; the unlabelled one is the rest. */
export const shareFormula = (source: LabelSource, label: number): Formula =>
  label === 0
    ? minus(name(unity.id), sum(CLASSES.map((other) => name(shareId(source, other)))))
    : name(shareId(source, label));

const shareId = (source: LabelSource, label: number): string =>
  plainId(`label_${source.name}_${atomsOf(label).join('')}`);
const atomsOf = (label: number): readonly string[] => ATOMS.filter((_, bit) => label & (1 << bit));

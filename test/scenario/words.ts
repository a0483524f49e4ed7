import { inputs } from '../../src/model/inputs.js';
import { scenarioParser } from '../../src/scenario/parse.js';
import type { Plan } from '../../src/scenario/plan.js';
import { problemText } from '../../src/scenario/problems.js';
import type { Vocabulary } from '../../src/scenario/vocabulary.js';

/** A small model's words, so that these tests do not change with the biology. */
export const WORDS: Vocabulary = {
  parameters: [
    { name: 'ses2-leu.off', unit: '1/s', value: 0.05 },
    { name: 'ses2-leu.on', unit: '1/(M s)', value: 2500 },
    { name: 'leu-in.n', unit: '1', value: 2 },
    { name: 'sestrin2-leucine.on', unit: '1/(uM min)', value: 0.15 },
    { name: 'sestrin2-leucine.off', unit: '1/min', value: 3 },
    { name: 'sestrin2-nv5138.off', unit: '1/min', value: 3 },
  ],
  agents: ['MTORC1', 'S6K1', 'Sestrin', 'BCAT2', 'Leucine', 'KIC'],
  crowds: ['Leucine', 'KIC'],
  inputs: inputs.map(({ name, unit, rest }) => ({ name, unit, rest })),
  labelSources: ['plasma_leucine', 'plasma_kic'],
  assays: ['census', 'fluxes', 'histories'],
  countingAssays: ['census', 'fluxes'],
};
export const parse = scenarioParser(WORDS);

/** The plan of a text that must be right. */
export function planOf(text: string): Plan {
  const read = parse(text, 'test.yaml');
  if (!read.ok) throw new Error(problemText(read.problems));
  return read.plan;
}

/** A short scenario with more lines after its head of two. */
export const head = 'question: does it?\nduration: 3 h\n';

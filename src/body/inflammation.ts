import { Amirouche2009, Lang2010, Morissette2009 } from './sources.js';
import { type StateChange, stateEffects, stateFields } from './state.js';
import type { Treatment } from './treatment.js';

/**
 * Cachexia: TNF, IL-6 and myostatin. Signs are published (BCKDH: zymosan inflammation, Eur J Clin Invest 25:548, 1995);
 * of the magnitudes only synthesis in septic rat muscle (-35 %, Cooney et al.) is measured. The others are chosen: free values of a scenario.
 */
const CHANGES: readonly StateChange[] = [
  { name: 'Akt', input: 'akt_activation', factor: 0.7, says: 'Activation of Akt; assumed.' },
  {
    name: 'initiation',
    input: 'eif2b',
    factor: 0.65,
    says: 'Initiation by eIF2B; synthesis -35 % in the septic rat.',
  },
  {
    name: 'proteolysis',
    input: 'ubiquitin_proteasome',
    factor: 1.5,
    says: 'Ubiquitin-proteasome pathway; assumed, as the breakdown what-if of ageing.',
  },
  {
    name: 'insulin brake',
    input: 'insulin_brake',
    factor: 0.5,
    says: 'Grip of insulin on breakdown; assumed.',
  },
  {
    name: 'BCKDH kinase',
    input: 'bdk_activity',
    factor: 0.47,
    says: 'Chosen so that twice as much BCKDH is active: 11 for 5.5 %.',
  },
];

export const inflammation: Treatment = {
  key: 'inflammation',
  sentence:
    'Cachexia: Akt and initiation down, breakdown up and out of the grip of insulin, BCKDH more active.',
  main: 'strength',
  fields: stateFields(CHANGES),
  touches: { inputs: CHANGES.map((c) => c.input), copies: [], parameters: [] },
  sources: [Amirouche2009, Morissette2009, Lang2010],
  effects: (given) => stateEffects('inflammation', CHANGES, given),
};

/** What a laboratory can get out of a cell: pools that a biopsy yields, flows that carry a tracer, bands, enzymes. */
import type { Flow, Laboratory } from '../language/laboratory.js';
import type { RateName } from '../language/rules.js';
import { BCAT2, BoundLeucine, E1, KIC, Leucine } from './agents.js';
import { blotTargets } from './blot-targets.js';
import { cytosol, protein } from './compartments.js';
import { lysosomes } from './lysosomes.js';

const flow = (name: string, ...firings: readonly (readonly [rule: string, rate?: RateName])[]): Flow => ({
  name,
  firings: firings.map(([rule, rate = 'k']) => ({ rule, rate })),
});

export const laboratory: Laboratory = {
  pools: [
    { name: 'free leucine', of: Leucine({ in: cytosol }) },
    { name: 'free KIC', of: KIC({ in: cytosol }) },
    { name: 'protein-bound leucine', of: BoundLeucine({ in: protein }) },
  ],
  flows: [
    flow('leucine in', ['leucine-in'], ['rim-cytosol', 'forward']),
    flow('leucine out', ['leucine-out'], ['leucine-exchange-out'], ['rim-cytosol', 'backward']),
    flow('KIC in', ['kic-in']),
    flow('KIC out', ['kic-out']),
    flow('synthesis', ['synthesis-basal'], ['synthesis-recruited']),
    flow(
      'breakdown',
      ['ups-murf1'],
      ['ups-mafbx'],
      ['autophagy'],
      ['calpain-proteolysis'],
      ['calpain-damage'],
    ),
    flow('transamination', ['bcat2-leucine', 'forward']),
    flow('reamination', ['bcat2-leucine', 'backward']),
    flow('CO2', ['bckdh'], ['kic-dioxygenase']),
  ],
  targets: blotTargets,
  fates: [
    flow('protein', ['synthesis-basal'], ['synthesis-recruited']),
    flow('oxidised', ['bckdh']),
    flow('HMB', ['kic-dioxygenase']),
    flow('exported as leucine', ['leucine-out'], ['leucine-exchange-out'], ['rim-to-plasma']),
    flow('exported as KIC', ['kic-out']),
  ],
  cycle: flow('transamination and back', ['bcat2-leucine', 'backward']),
  enzymes: [
    { name: 'BCAT2', active: BCAT2(), total: BCAT2() },
    { name: 'BCKDH', active: E1({ s293: 'free' }), total: E1() },
  ],
  protein: BoundLeucine({ in: protein }),
  lysosomes,
};

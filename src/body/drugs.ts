import type { Citation } from '../language/rates.js';
import { scale } from './courses.js';
import { during } from './decay.js';
import { McCollClarke2024, Sengupta2019, Tso2014 } from './sources.js';
import { NO_EFFECT, number, type Treatment } from './treatment.js';

interface Drug {
  readonly key: string;
  readonly sentence: string;
  readonly unit: 'nM' | 'uM';
  /** Chosen to saturate what the drug binds; no plasma course was found. */
  readonly level: number;
  readonly from_s: number;
  readonly for_s: number;
  readonly sources: readonly Citation[];
}
const HOUR_s = 3600;
const YEAR_s = 366 * 86_400;

const drug = (d: Drug): Treatment => ({
  key: d.key,
  sentence: d.sentence,
  main: 'level',
  fields: {
    level: {
      kind: 'quantity',
      unit: d.unit,
      default: d.level,
      min: 0,
      max: 1e6,
      says: 'Free concentration around the cell.',
    },
    at: {
      kind: 'quantity',
      unit: 's',
      default: d.from_s,
      min: -YEAR_s,
      max: YEAR_s,
      says: 'When it begins.',
    },
    for: { kind: 'quantity', unit: 's', default: d.for_s, min: 0, max: YEAR_s, says: 'How long it stays.' },
  },
  touches: { inputs: [d.key], copies: [], parameters: [] },
  sources: d.sources,
  effects: (given) => {
    const at_s = number(given, 'at');
    const level = number(given, 'level');
    const course = scale(during(at_s, at_s + number(given, 'for')), level);
    return {
      ...NO_EFFECT,
      inputs: [
        { input: d.key, how: 'add', course, from: `${d.key} at ${level} ${d.unit} from ${at_s / 60} min` },
      ],
    };
  },
});

export const rapamycin = drug({
  key: 'rapamycin',
  sentence: 'Rapamycin, from two hours before t = 0: mTORC1 blocked for S6K1, partly for 4E-BP1.',
  unit: 'nM',
  level: 20,
  from_s: -2 * HOUR_s,
  for_s: 2 * 86_400,
  sources: [McCollClarke2024],
});
export const bt2 = drug({
  key: 'bt2',
  sentence: 'BT2, given for long: the BCKDH kinase inhibited (IC50 3.19 uM), nearly all BCKDH active.',
  unit: 'uM',
  level: 320,
  from_s: -7 * 86_400,
  for_s: 30 * 86_400,
  sources: [Tso2014],
});
export const nv5138 = drug({
  key: 'nv5138',
  sentence: 'NV-5138 for two hours: in the pocket of Sestrin2 in place of leucine, and not consumed.',
  unit: 'uM',
  level: 100,
  from_s: 0,
  for_s: 2 * HOUR_s,
  sources: [Sengupta2019],
});

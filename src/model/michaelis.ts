import type { CrowdPattern } from '../language/agents.js';
import type { Constant, Evidence, Rate } from '../language/rates.js';
import { k } from '../language/rates.js';
import type { Law } from '../language/rules.js';
import { inhibited } from '../language/rules.js';

const MOLECULES_PER_UM3_UM = 602.2;

/** Michaelis-Menten written out: kcat/Km on meeting, and a factor 1/(1 + S/Km) for enzymes that are busy. */
export const michaelis = (
  kcat: { readonly value_per_h: number; readonly source: Evidence },
  Km: Constant,
  substrate: CrowdPattern,
): { readonly rate: Rate<2>; readonly law: Law } => ({
  rate: k(kcat.value_per_h / (Km.value * MOLECULES_PER_UM3_UM), 'um3/h', {
    ...kcat.source,
    note: `kcat / Km with kcat ${kcat.value_per_h} /h: ${kcat.source.note}`,
  }),
  law: inhibited(substrate, Km, { name: 'Km' }),
});

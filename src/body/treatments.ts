import { ageing } from './ageing.js';
import { disuse } from './disuse.js';
import { bt2, nv5138, rapamycin } from './drugs.js';
import { exercise } from './exercise.js';
import { fast } from './fast.js';
import { essential, leucine, whey } from './feeding.js';
import { glucocorticoid } from './glucocorticoid.js';
import { hmb } from './hmb.js';
import { inflammation } from './inflammation.js';
import { aminoAcids, infusion } from './infusion.js';
import { kic } from './kic.js';
import { meal } from './meal.js';
import { sestrin } from './sestrin.js';
import { training } from './training.js';
import type { Treatment } from './treatment.js';

/** Everything that can be done to the muscle by a word of its own. */
export const TREATMENTS: readonly Treatment[] = [
  leucine,
  essential,
  whey,
  meal,
  aminoAcids,
  infusion,
  kic,
  hmb,
  fast,
  exercise,
  training,
  disuse,
  ageing,
  inflammation,
  glucocorticoid,
  rapamycin,
  bt2,
  nv5138,
  sestrin,
];

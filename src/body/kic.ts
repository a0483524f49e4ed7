import { contentOfLast } from './chain.js';
import { shift } from './courses.js';
import { AT, grams, onInputs } from './dose.js';
import { GUT, gutRate_per_min, plasmaShare } from './gut.js';
import { riseCourse } from './intake-model.js';
import { PLASMA } from './plasma.js';
import { Atherton2010, McCollClarke2024 } from './sources.js';
import { number, type Treatment } from './treatment.js';

/** Molar mass of alpha-ketoisocaproate as the acid, g/mol. */
export const KIC_G_PER_MOL = 130.14;

/** Rise of plasma KIC in uM, `t_min` after `kic_g` by mouth; stomach, gut and splanchnic share are those of leucine (assumed). */
export function oralKicRise_uM(kic_g: number, t_min: number): number {
  const given_uM = ((kic_g / KIC_G_PER_MOL) * 1e6) / PLASMA.kicVolume.value;
  const rates = [GUT.stomach.value, gutRate_per_min(), PLASMA.kicLoss.value];
  return plasmaShare(1) * given_uM * contentOfLast(rates, t_min);
}

export const kic: Treatment = {
  key: 'kic',
  sentence:
    'KIC by mouth, alone or as the leucine share of branched-chain keto acids: taken up as leucine is (assumed); its return to leucine outside muscle is left out.',
  main: 'dose',
  fields: { dose: grams('KIC itself, as the acid; other keto acids of a mixture do not count.', 50), at: AT },
  touches: { inputs: ['plasma_kic'], copies: [], parameters: [] },
  sources: [McCollClarke2024, Atherton2010],
  effects: (given) => {
    const dose = number(given, 'dose');
    if (dose === 0) return onInputs([]);
    const course = shift(
      riseCourse((t) => oralKicRise_uM(dose, t)),
      number(given, 'at'),
    );
    return onInputs([{ input: 'plasma_kic', how: 'oral', course, from: `intake model, ${dose} g KIC` }]);
  },
};

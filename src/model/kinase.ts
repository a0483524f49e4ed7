/** What counts as a working mTORC1, and how its phosphorylations are written. */
import type { AnyIndividualPattern } from '../language/agents.js';
import type { Rate } from '../language/rates.js';
import type { Plain, Rule, RuleOptions } from '../language/rules.js';
import { by } from '../language/rules.js';
import { MTORC1 } from './agents.js';

/** mTORC1 is active with Rheb on the lysosome, or around the Rags; PRAS40 must be off in both cases. */
export interface Kinase {
  readonly docked: AnyIndividualPattern;
  readonly bypass: AnyIndividualPattern;
}
export const kinase: Kinase = {
  docked: MTORC1({ rag: 'bound', rheb: 'bound', pras40: 'off', rapamycin: 'free' }),
  bypass: MTORC1({ rheb: 'free', bypass: ['hmb', 'exercise'], pras40: 'off', rapamycin: 'free' }),
};
/** The same with or without rapamycin: for sites that rapamycin does not protect. */
export const resistantKinase: Kinase = {
  docked: MTORC1({ rag: 'bound', rheb: 'bound', pras40: 'off' }),
  bypass: MTORC1({ rheb: 'free', bypass: ['hmb', 'exercise'], pras40: 'off' }),
};

/** A phosphorylation by mTORC1: two rules with one rate, for the docked kinase and for the one around the Rags. */
export function byMTORC1(
  id: string,
  sentence: string,
  event: Plain,
  k: Rate<2>,
  options: RuleOptions & { readonly kinase?: Kinase } = {},
): readonly Rule[] {
  const { kinase: which = kinase, ...more } = options;
  const made = (suffix: string, where: string, catalyst: AnyIndividualPattern): Rule => ({
    id: `${id}${suffix}`,
    sentence: `${sentence} (${where})`,
    event: by(event, catalyst),
    rates: { k },
    driven: true,
    ...more,
  });
  return [
    made('', 'mTORC1 with Rheb on the lysosome', which.docked),
    made('-bypass', 'mTORC1 activated around the Rags', which.bypass),
  ];
}

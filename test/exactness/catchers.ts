import type { Case } from './case.js';
import { reversibleBinding } from './cases/binding.js';
import { birthDeath } from './cases/birth-death.js';
import { bistable } from './cases/bistable.js';
import { conditionalUnbinding } from './cases/conditional-unbinding.js';
import { dimerisation } from './cases/dimerisation.js';
import { labelExchange } from './cases/label-exchange.js';
import { waitingTimes } from './cases/waiting-times.js';
import { whichAgent } from './cases/which-agent.js';

/** Which test is meant for which mistake; docs/exactness.md has the whole table. */
export const CATCHERS: Readonly<Record<string, Case>> = {
  'a rate 3 % high': birthDeath,
  'A + A counted n squared': dimerisation,
  'biased pick of who reacts': whichAgent,
  'stale propensity': reversibleBinding,
  'dropped label': labelExchange,
  'waits of scale 1/(2a)': waitingTimes,
  'tables: one rate 3 % high': birthDeath,
  'tables: pairs counted as two kinds': dimerisation,
  'tables: a channel does not refresh itself': birthDeath,
  'tables: partners are not asked': conditionalUnbinding,
  'tables: partners are not told': conditionalUnbinding,
  'tables: nitrogen does not pass': labelExchange,
  'tables: laws left out': bistable,
};

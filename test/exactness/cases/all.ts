import type { Case } from '../case.js';
import { reversibleBinding } from './binding.js';
import { birthDeath } from './birth-death.js';
import { bistable } from './bistable.js';
import { conditionalUnbinding } from './conditional-unbinding.js';
import { dimerisation } from './dimerisation.js';
import { enzyme } from './enzyme.js';
import { extinction } from './extinction.js';
import { inputSteps } from './input-steps.js';
import { labelExchange, labelExchangeEvery, labelExchangeFollowed } from './label-exchange.js';
import { waitingTimes } from './waiting-times.js';
import { whichAgent } from './which-agent.js';

export const ALL_CASES: readonly Case[] = [
  birthDeath,
  reversibleBinding,
  dimerisation,
  enzyme,
  bistable,
  conditionalUnbinding,
  labelExchange,
  labelExchangeFollowed,
  labelExchangeEvery,
  whichAgent,
  waitingTimes,
  extinction,
  inputSteps,
];

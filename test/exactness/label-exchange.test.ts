import { labelExchange, labelExchangeEvery, labelExchangeFollowed } from './cases/label-exchange.js';
import { holds } from './holds.js';

holds(labelExchange);
holds(labelExchangeFollowed);
holds(labelExchangeEvery);

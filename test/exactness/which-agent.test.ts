import { whichAgent } from './cases/which-agent.js';
import { holds } from './holds.js';

holds(whichAgent);

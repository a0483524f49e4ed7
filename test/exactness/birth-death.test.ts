import { birthDeath } from './cases/birth-death.js';
import { holds } from './holds.js';

holds(birthDeath);

import { dimerisation } from './cases/dimerisation.js';
import { holds } from './holds.js';

holds(dimerisation);

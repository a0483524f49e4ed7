import { enzyme } from './cases/enzyme.js';
import { holds } from './holds.js';

holds(enzyme);

import { bistable } from './cases/bistable.js';
import { holds } from './holds.js';

holds(bistable);

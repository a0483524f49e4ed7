import { reversibleBinding } from './cases/binding.js';
import { holds } from './holds.js';

holds(reversibleBinding);

import { conditionalUnbinding } from './cases/conditional-unbinding.js';
import { holds } from './holds.js';

holds(conditionalUnbinding);

import { inputSteps } from './cases/input-steps.js';
import { holds } from './holds.js';

holds(inputSteps);

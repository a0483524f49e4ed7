import { waitingTimes } from './cases/waiting-times.js';
import { holds } from './holds.js';

holds(waitingTimes);

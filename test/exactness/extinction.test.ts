import { extinction } from './cases/extinction.js';
import { holds } from './holds.js';

holds(extinction);

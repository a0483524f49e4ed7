import { chainMoments } from './oracle-chain.js';
import type { Sketch } from './sketch.js';
import type { Oracle } from './suite-cases.js';

/** Dimerisation of 100 molecules, exactly. */
export const DIMERS: Oracle = {
  P2: chainMoments({ top: 50, up: (n) => 0.0005 * (100 - 2 * n) * (99 - 2 * n), down: (n) => 0.01 * n }, 50),
};

const dimers = (law: string, back: string): Sketch => ({
  species: { P: 100, P2: 0 },
  reactions: { On: { from: '2 P', to: 'P2', law }, Off: { from: 'P2', to: '2 P', law: back } },
});

/** The right model (0: at most 3 points beyond 3) and wrong ones, each with how many points beyond 3 of 50 it must have. */
export const WRONG_MODELS: readonly (readonly [says: string, least: number, model: Sketch])[] = [
  ['the right one', 0, dimers('0.001*P*(P - 1)/2', '0.01*P2')],
  ['P*P for P*(P - 1)', 20, dimers('0.001*(P + 0)*P/2*piecewise(1, P > 1, 0)', '0.01*P2')],
  ['a rate 3 % high', 20, dimers('0.00103*P*(P - 1)/2', '0.01*P2')],
  ['a way back 10 % slow', 20, dimers('0.001*P*(P - 1)/2', '0.009*P2')],
];

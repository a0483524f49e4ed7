import type { Clock } from '../analysis/validation/window.js';
import type { Plan } from '../scenario/plan.js';

/** Where an arm is simulated, or why it is not. */
export interface ArmPlace {
  readonly clock: Clock;
  readonly batch: string;
  readonly condition: string;
  /** Measured curves that the arm was given, by input of the model. */
  readonly curves: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly reasons: readonly string[];
}
/** Arms by target and arm. */
export type Places = ReadonlyMap<string, ArmPlace>;
export const placeKey = (target: string, arm: string): string => `${target} ${arm}`;

/** Turns the text of a scenario into a plan, or says why it is none. */
export type ToPlan = (text: string, name: string) => Plan | { readonly why: string };

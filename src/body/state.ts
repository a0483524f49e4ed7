import type { Given } from '../scenario/plan.js';
import { always } from './decay.js';
import { type Effects, type Field, NO_EFFECT, number, part } from './treatment.js';

/** One change that a lasting state of the body makes, by the name a scenario switches it with. */
export interface StateChange {
  readonly name: string;
  readonly input: string;
  /** At strength 1. */
  readonly factor: number;
  readonly says: string;
}

/** The fields of a state: its strength, and a switch for each change. */
export const stateFields = (changes: readonly StateChange[]): Record<string, Field> => ({
  strength: {
    kind: 'quantity',
    unit: 'fold',
    default: 1,
    min: 0,
    max: 3,
    says: '0 is health, 1 the state as described.',
  },
  ...Object.fromEntries(
    changes.map((c) => [c.name, { kind: 'part', unit: 'fold', says: c.says } satisfies Field]),
  ),
});

/** Every change as a lasting factor; a strength s raises a factor to the power s, so that no factor turns negative. */
export function stateEffects(name: string, changes: readonly StateChange[], given: Given): Effects {
  const strength = number(given, 'strength');
  return {
    ...NO_EFFECT,
    inputs: changes.map((c) => ({
      input: c.input,
      how: 'times',
      course: always(part(given, c.name, c.factor) ** strength),
      from: `${name} at strength ${strength}`,
    })),
  };
}

import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { Plan } from './plan.js';

/** sha256 of the plan as JSON with sorted keys, less its title: equal for plans that ask for the same numbers. */
export function planHash(plan: Plan): string {
  const { name: _name, question: _question, citation: _citation, ...rest } = plan;
  return createHash('sha256').update(canonical(rest)).digest('hex');
}

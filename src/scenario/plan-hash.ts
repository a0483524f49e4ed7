import { createHash } from 'node:crypto';
import type { Plan } from './plan.js';

/** sha256 of the plan as JSON with sorted keys, less its title: equal for plans that ask for the same numbers. */
export function planHash(plan: Plan): string {
  const { name: _name, question: _question, citation: _citation, ...rest } = plan;
  return createHash('sha256').update(canonical(rest)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

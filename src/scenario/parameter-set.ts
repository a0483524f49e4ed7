import type { Plan, Setting } from './plan.js';

/** Numbers of the model by parameter name, each in the unit in which the model declares it. */
export type ParameterSet = Readonly<Record<string, number>>;

/**
 * The plan with some numbers of the model set in all its conditions. What the scenario says of a parameter counts over the
 * set; factors, of the scenario or of a treatment, multiply what the set says.
 */
export function withParameters(plan: Plan, set: ParameterSet): Plan {
  const settings = Object.entries(set).map(([name, value]): [string, Setting] => [
    name,
    { kind: 'value', value },
  ]);
  const { branch, ...own } = plan;
  return {
    ...own,
    ...(branch === undefined
      ? {}
      : { branch: { ...branch, before: withParameters({ ...own, ...branch.before }, set) } }),
    base: { ...plan.base, parameters: { ...Object.fromEntries(settings), ...plan.base.parameters } },
    reference: { ...plan.reference, parameters: { ...plan.reference.parameters, ...set } },
  };
}

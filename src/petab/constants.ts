import { type Formula, name, num, over, product } from '../export/formula.js';
import { plainId } from '../export/ids.js';
import type { Follows, ParameterOf } from '../export/portrait.js';
import { unitId } from '../export/units.js';
import type { Column } from './given.js';

/** A number of the model that is to be estimated. */
export interface Estimated {
  readonly name: string;
  readonly unit: string;
  readonly model: number;
}
/** The id of an estimated constant, which no reaction has. */
export const estimatedId = (of: string): string => plainId(`estimated_${of}`);

/** Amounts and constants of an exported model by id, as they are with some numbers set, in one condition. */
export type NumbersWith = (
  set: Readonly<Record<string, number>>,
  condition: number,
) => ReadonlyMap<string, { readonly value: number; readonly unit: string }>;

/** What the constants add to the model, what conditions say of it, and what could not be written. */
export interface Dependence {
  readonly parameters: readonly ParameterOf[];
  readonly starts: readonly Follows[];
  readonly columns: readonly Column[];
  readonly problems: readonly string[];
}

const FACTORS = [1.7, 0.6];
const CLOSE = 1e-9;

/**
 * Constants keep the names and units of leucell. Whatever of the exported model follows them does so as a product of powers,
 * which is found by moving each constant twice and is checked with all moved together; what follows otherwise is a problem.
 */
export function dependenceOf(
  constants: readonly Estimated[],
  conditions: readonly string[],
  numbersWith: NumbersWith,
): Dependence {
  const base = numbersWith({}, 0);
  const problems: string[] = [];
  const powers = conditions.map((condition, c) => powersOf(constants, condition, c, numbersWith, problems));
  const inConditions = conditions.map((_, c) => numbersWith({}, c));
  const parameters: ParameterOf[] = [];
  const starts: Follows[] = [];
  const columns: Column[] = [];
  for (const [id, { value, unit }] of base) {
    const own = powers[0]!.get(id)!;
    for (const [c, other] of powers.entries())
      if (other.get(id)!.some((p, k) => p !== own[k]))
        problems.push(`condition "${conditions[c]}" makes ${id} follow the constants in another way`);
    const values = inConditions.map((numbers) => numbers.get(id)!.value);
    const alike = values.every((v) => v === value);
    if (own.every((p) => p === 0)) {
      if (!alike) columns.push({ id, values });
      continue;
    }
    const scale = `scale_${id}`;
    if (!alike) {
      columns.push({ id: scale, values: values.map((v) => v / value) });
      parameters.push(bare(scale, `factor on ${id} in a condition`));
    }
    const factors = constants.flatMap((constant, k) => factorsOf(constant, own[k]!));
    starts.push({ id, value: product([num(value, unit), ...(alike ? [] : [name(scale)]), ...factors]) });
  }
  return {
    parameters: [
      ...constants.map(({ name: of, unit, model }) => ({
        id: estimatedId(of),
        value: model,
        unit: unitId(unit),
        description: `${of}, to be estimated`,
        evidence: undefined,
      })),
      ...parameters,
    ],
    starts,
    columns,
    problems: [...new Set(problems)],
  };
}

const bare = (id: string, description: string): ParameterOf => ({
  id,
  value: 1,
  unit: 'dimensionless',
  description,
  evidence: undefined,
});

/** `(theta / its value in the model) ^ power`. */
function factorsOf({ name: of, unit, model }: Estimated, power: number): readonly Formula[] {
  const theta = name(estimatedId(of));
  const own = num(model, unitId(unit));
  const factor = power > 0 ? over(theta, own) : over(own, theta);
  return new Array<Formula>(Math.abs(power)).fill(factor);
}

/** By id, the power of each constant in it. */
function powersOf(
  constants: readonly Estimated[],
  condition: string,
  c: number,
  numbersWith: NumbersWith,
  problems: string[],
): ReadonlyMap<string, readonly number[]> {
  const before = numbersWith({}, c);
  const moved = constants.map((constant) =>
    FACTORS.map((factor) => numbersWith({ [constant.name]: constant.model * factor }, c)),
  );
  const together = numbersWith(
    Object.fromEntries(constants.map(({ name: of, model }, k) => [of, model * (1.3 + 0.1 * k)])),
    c,
  );
  return new Map(
    [...before].map(([id, { value }]) => {
      const own = moved.map((runs, k) => {
        const ratios = runs.map((run) => run.get(id)!.value / value);
        if (value === 0 && runs.every((run) => run.get(id)!.value === 0)) return 0;
        const [p, q] = ratios.map((ratio, f) => Math.log(ratio) / Math.log(FACTORS[f]!));
        if (!(Math.abs(p! - q!) < CLOSE && Math.abs(p! - Math.round(p!)) < CLOSE)) {
          problems.push(`"${constants[k]!.name}": ${id} is no power of it in condition "${condition}"`);
          return 0;
        }
        return Math.round(p!);
      });
      const expected = own.reduce((product, p, k) => product * (1.3 + 0.1 * k) ** p, value);
      if (Math.abs(together.get(id)!.value - expected) > CLOSE * Math.abs(expected))
        problems.push(`${id} is no product of powers of the constants in condition "${condition}"`);
      return [id, own];
    }),
  );
}

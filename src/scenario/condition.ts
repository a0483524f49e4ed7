import { add, constant, multiply, scale, shift } from '../body/courses.js';
import { courseOf, FORCINGS } from '../body/forcing.js';
import { complete, type Effects, type InputEffect, type Treatment } from '../body/treatment.js';
import { TREATMENTS } from '../body/treatments.js';
import { convert } from '../language/units.js';
import type { Condition, Course, InputSource, Recipe, Reference } from './plan.js';

/** What base and a condition say together: the condition's word counts, key by key. */
export function merged(base: Recipe, own: Recipe): Recipe {
  return {
    treatments: { ...base.treatments, ...own.treatments },
    inputs: { ...base.inputs, ...own.inputs },
    parameters: { ...base.parameters, ...own.parameters },
    copies: { ...base.copies, ...own.copies },
    labels: { ...base.labels, ...own.labels },
  };
}

/**
 * Turns words into courses. An input that is given by name is taken as it stands; else it is its fasted value plus what
 * treatments add, times their factors, in that order. Factors on copies and parameters of several treatments multiply.
 */
export function conditionFrom(name: string, base: Recipe, own: Recipe, reference: Reference): Condition {
  const recipe = merged(base, own);
  const rest = (input: string): number => {
    const found = reference.inputs[input];
    if (found === undefined) throw new Error(`the model has no input "${input}": see "leucell model"`);
    return found.rest;
  };
  const effects = effectsOf(recipe, rest);
  const oral = effects.reduce((product, e) => product * e.oral, 1);
  const inputs: Record<string, Course> = {};
  const provenance: Record<string, string> = {};
  for (const [input, changes] of byInput(effects.flatMap((e) => e.inputs))) {
    inputs[input] = changes.reduce((course, c) => changed(course, c, oral), constant(rest(input)));
    provenance[input] = [...new Set(changes.map((c) => c.from))].join('; ');
  }
  for (const [input, source] of Object.entries(recipe.inputs)) {
    if (source === null) continue;
    inputs[input] = courseFrom(source, rest(input), reference.inputs[input]!.unit);
    provenance[input] = source.kind === 'forcing' ? source.id : 'given';
  }
  return {
    name,
    inputs,
    parameters: parametersOf(recipe, effects, reference),
    copies: productOf([...effects.map((e) => e.copies), recipe.copies]),
    labels: recipe.labels,
    provenance,
  };
}

function effectsOf(recipe: Recipe, rest: (input: string) => number): readonly Effects[] {
  const said = (treatment: Treatment) =>
    (recipe.treatments[treatment.key] ?? []).map((given) => complete(treatment, given));
  const beside = (key: string) => TREATMENTS.filter((t) => t.key === key).flatMap(said)[0];
  return TREATMENTS.flatMap((treatment) =>
    said(treatment).map((given) => treatment.effects(given, rest, beside)),
  );
}

/** Effects by input, additions before factors. */
function byInput(effects: readonly InputEffect[]): ReadonlyMap<string, readonly InputEffect[]> {
  const found = new Map<string, InputEffect[]>();
  for (const late of [false, true])
    for (const effect of effects)
      if ((effect.how === 'times') === late)
        found.set(effect.input, [...(found.get(effect.input) ?? []), effect]);
  return found;
}

function changed(course: Course, effect: InputEffect, oral: number): Course {
  switch (effect.how) {
    case 'add':
      return add(course, effect.course);
    case 'oral':
      return add(course, scale(effect.course, oral));
    case 'times':
      return multiply(course, effect.course);
  }
}

function courseFrom(source: InputSource, rest: number, unit: string): Course {
  switch (source.kind) {
    case 'constant':
      return constant(source.value);
    case 'factor':
      return constant(rest * source.value);
    case 'course':
      return source.course;
    case 'forcing': {
      const forcing = FORCINGS.get(source.id);
      if (forcing === undefined) throw new Error(`there is no forcing "${source.id}"`);
      const relative = forcing.unit === 'fold' && unit !== 'fold';
      const one = relative ? 1 : inUnit(forcing.unit, unit);
      const course = scale(courseOf(forcing, rest / one), one);
      const fasted = course.value[0]!;
      return shift(
        source.factor === 1
          ? course
          : { ...course, value: course.value.map((v) => fasted + (v - fasted) * source.factor) },
        source.at_s,
      );
    }
  }
}

function inUnit(from: string, into: string): number {
  const converted = convert(1, from, into);
  if (!converted.ok) throw new Error(converted.why);
  return converted.value;
}

function parametersOf(
  recipe: Recipe,
  effects: readonly Effects[],
  reference: Reference,
): Readonly<Record<string, number>> {
  const factors = productOf(effects.map((e) => e.parameters));
  const values: Record<string, number> = {};
  for (const name of new Set([...Object.keys(recipe.parameters), ...Object.keys(factors)])) {
    const own = recipe.parameters[name];
    const value = own?.kind === 'value' ? own.value : reference.parameters[name];
    if (value === undefined) throw new Error(`the plan does not hold the value of "${name}"`);
    values[name] = value * (own?.kind === 'factor' ? own.value : 1) * (factors[name] ?? 1);
  }
  return values;
}

function productOf(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const product: Record<string, number> = {};
  for (const factors of all)
    for (const [name, factor] of Object.entries(factors)) product[name] = (product[name] ?? 1) * factor;
  return product;
}

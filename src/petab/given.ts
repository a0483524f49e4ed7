import { type Formula, minus, name, num, over, type Piece, product, sum } from '../export/formula.js';
import type { ParameterOf, Portrait } from '../export/portrait.js';
import { unitId } from '../export/units.js';
import type { Input } from '../language/inputs.js';
import type { Course } from '../scenario/plan.js';

/** What one condition gives its cells, in the time of the model; inputs at rest throughout are absent. */
export type Courses = Readonly<Record<string, Course>>;

/** Inputs of all conditions as one model: what is added to it, and what each condition says, by column. */
export interface GivenInputs {
  readonly parameters: readonly ParameterOf[];
  readonly rules: Portrait['rules'];
  readonly columns: readonly Column[];
}
/** A parameter of the model with its value in every condition. */
export interface Column {
  readonly id: string;
  readonly values: readonly number[];
}

/**
 * Courses are straight lines between points. The model holds, for each input that changes, its value at every point of any
 * condition as a parameter of its own and the lines between them; conditions say the values. That is the course itself, no
 * approximation.
 */
export function givenInputs(inputs: readonly Input[], conditions: readonly Courses[]): GivenInputs {
  const each = inputs.map((input) =>
    oneInput(
      input,
      conditions.map((c) => c[input.name] ?? restOf(input)),
    ),
  );
  return {
    parameters: each.flatMap((e) => e.parameters),
    rules: each.flatMap((e) => e.rules),
    columns: each.flatMap((e) => e.columns),
  };
}

const restOf = ({ rest }: Input): Course => ({ time_s: [0], value: [rest] });

function oneInput(input: Input, courses: readonly Course[]): GivenInputs {
  const unit = unitId(input.unit);
  const parameter = (id: string, description: string): ParameterOf => ({
    id,
    value: input.rest,
    unit,
    description,
    evidence: undefined,
  });
  const knots = knotsOf(courses);
  const valuesAt = (knot: Knot) => courses.map((course) => valueAt(course, knot));
  const own = parameter(input.name, `Input: ${input.description}`);
  if (knots.length < 2) {
    const values = courses.map((course) => course.value[0]!);
    const columns = values.every((v) => v === input.rest) ? [] : [{ id: input.name, values }];
    return { parameters: [own], rules: [], columns };
  }
  const id = (k: number) => `${input.name}_${k + 1}`;
  const pieces = knots.map(({ time_s }, k) => ({
    until_s: time_s,
    value: k === 0 ? name(id(0)) : line(knots[k - 1]!.time_s, id(k - 1), time_s, id(k)),
  }));
  return {
    parameters: [
      own,
      ...knots.map(({ time_s, side }, k) =>
        parameter(id(k), `${input.name} at ${time_s} s${side === 'only' ? '' : `, ${side} the step`}`),
      ),
    ],
    rules: [
      {
        id: input.name,
        kind: 'value',
        value: tree(
          pieces.filter(({ until_s }, k) => k === 0 || until_s > knots[k - 1]!.time_s),
          name(id(knots.length - 1)),
        ),
      },
    ],
    columns: knots.map((knot, k) => ({ id: id(k), values: valuesAt(knot) })),
  };
}

/** A time at which some course bends; a step has two, which differ in the side from which they are looked at. */
interface Knot {
  readonly time_s: number;
  readonly side: 'before' | 'after' | 'only';
}

function knotsOf(courses: readonly Course[]): readonly Knot[] {
  const changing = courses.filter(({ value }) => value.some((v) => v !== value[0]));
  const times = [...new Set(changing.flatMap(({ time_s }) => time_s))].sort((a, b) => a - b);
  return times.flatMap((time_s): readonly Knot[] => {
    const steps = changing.some(
      (course) => valueAt(course, { time_s, side: 'before' }) !== valueAt(course, { time_s, side: 'after' }),
    );
    return steps
      ? [
          { time_s, side: 'before' },
          { time_s, side: 'after' },
        ]
      : [{ time_s, side: 'only' }];
  });
}

function valueAt({ time_s: t, value }: Course, { time_s, side }: Knot): number {
  const before = (i: number) => (side === 'before' ? t[i]! < time_s : t[i]! <= time_s);
  let i = t.length - 1;
  while (i >= 0 && !before(i)) i--;
  if (i < 0) return value[0]!;
  if (i === t.length - 1) return value[i]!;
  const share = (time_s - t[i]!) / (t[i + 1]! - t[i]!);
  return value[i]! + share * (value[i + 1]! - value[i]!);
}

/** Pieces in order of time as halves of halves: simulators turn a long list into brackets nested as deep, and give up. */
function tree(pieces: readonly Piece[], after: Formula): Formula {
  if (pieces.length === 0) return after;
  const middle = Math.floor(pieces.length / 2);
  const { until_s, value } = pieces[middle]!;
  const before = tree(pieces.slice(0, middle), value);
  return { is: 'pieces', pieces: [{ until_s, value: before }], after: tree(pieces.slice(middle + 1), after) };
}

/** The straight line from one point to another. */
function line(from_s: number, from: string, to_s: number, to: string): Formula {
  const share = over(minus({ is: 'time' }, num(from_s, 'second')), num(to_s - from_s, 'second'));
  return sum([name(from), product([minus(name(to), name(from)), share])]);
}

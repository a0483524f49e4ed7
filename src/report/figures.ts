import type { Findings } from '../analysis/findings.js';
import { distribution } from './chart/distribution.js';
import { doseResponse, doseSurface, type Response } from './chart/dose.js';
import { forest } from './chart/forest.js';
import { lifeLines } from './chart/life-lines.js';
import { timeCourse } from './chart/time-course.js';
import type { Figure } from './figure.js';
import { pathway } from './pathway/draw.js';
import { type PathwayCourse, pathwayCourse } from './pathway/states.js';
import { SHOWN, SPREAD } from './shown.js';

/** What a cell was given, condition by condition; told by the plan, so that it is not in the findings. */
export interface Given {
  readonly input: string;
  readonly title: string;
  readonly unit: string;
  readonly courses: readonly {
    readonly condition: string;
    readonly time_s: readonly number[];
    readonly value: readonly number[];
  }[];
}

/** Every figure of a dataset, in the order of the report. `point` is the point of the sweep that time courses show. */
export function figuresOf(findings: Findings, given: readonly Given[], point: number): readonly Figure[] {
  return [
    ...given.filter((g) => !isConstant(g)).map(givenFigure),
    ...courseFigures(findings, point),
    ...forestFigures(findings, point),
    ...pathwayFigures(findings, pathwayCourses(findings, point)),
    ...lifeFigures(findings),
    ...doseFigures(findings),
    ...spreadFigures(findings, point),
  ];
}

/** Whether an input stays as it is in every condition; such inputs are told in a table. */
export const isConstant = ({ courses }: Given): boolean =>
  courses.every(({ value }) => value.every((x) => x === value[0]));

/** The diagram's course in every condition. */
export const pathwayCourses = (findings: Findings, point: number): readonly PathwayCourse[] =>
  findings.conditions.map((_, condition) => pathwayCourse(findings, point, condition));

/** The largest flux of the diagram in any condition at any time: one scale for all. */
export const largestFlux = (courses: readonly PathwayCourse[]): number =>
  Math.max(
    1,
    ...courses.flatMap(({ states, mean }) =>
      [mean, ...states.slice(1)].flatMap(({ fluxes }) => Object.values(fluxes).map(Math.abs)),
    ),
  );

const givenFigure = ({ input, title, unit, courses }: Given): Figure =>
  timeCourse(
    {
      id: `given-${input.replaceAll('_', '-')}`,
      section: 'given',
      title,
      unit,
      caption: 'Given by the scenario.',
    },
    courses.map(({ condition, time_s, value }) => ({ condition, time_s, mean: value })),
  );

function courseFigures({ courses, conditions }: Findings, point: number): readonly Figure[] {
  return SHOWN.filter(({ column }) => courses.columns.includes(column)).map((shown) =>
    timeCourse(
      shown,
      conditions.map((condition, i) => {
        const { mean, low, high } = courses.of(point, i, shown.column);
        const scaled = (values: Float64Array) => values.map((x) => x * shown.factor);
        return {
          condition,
          time_s: courses.time_s,
          mean: scaled(mean),
          low: scaled(low),
          high: scaled(high),
        };
      }),
    ),
  );
}

const forestFigures = ({ comparison, conditions }: Findings, point: number): readonly Figure[] =>
  typeof comparison === 'string' ? [] : [forest(comparison, conditions, point)];

function pathwayFigures({ conditions }: Findings, courses: readonly PathwayCourse[]): readonly Figure[] {
  const largest = largestFlux(courses);
  return conditions.map((condition, i) =>
    pathway(condition, i, courses[i]!.mean, largest, 'Mean over the time shown'),
  );
}

const lifeFigures = ({ lives, conditions, manifest }: Findings): readonly Figure[] =>
  conditions.flatMap((condition, i) =>
    lives[i]!.length === 0 ? [] : [lifeLines(condition, i, lives[i]!, manifest.plan.duration_s)],
  );

function doseFigures({ axes, outcomes, conditions, points, cellMean }: Findings): readonly Figure[] {
  if (axes.length === 0 || points < 2) return [];
  return outcomes
    .filter(({ id }) => SPREAD.includes(id))
    .flatMap((outcome) => {
      const responses: Response[] = conditions.map((condition, c) => ({
        condition,
        points: Array.from({ length: points }, (_, p) => cellMean(outcome.id, p, c)),
      }));
      const [first, second] = axes;
      const grid = axes.reduce((n, { values }) => n * new Set(values).size, 1);
      if (second !== undefined && axes.length === 2 && grid === points)
        return responses.map((response, c) =>
          doseSurface(outcome, [first!, second], response, c, rangeOf(responses)),
        );
      return axes
        .filter(({ values }) => new Set(values).size > 1)
        .map((axis, a) => {
          const made = doseResponse(outcome, axis, responses);
          return a === 0 ? made : { ...made, id: `${made.id}-${a}` };
        });
    });
}

/** Least and greatest mean of all conditions. */
function rangeOf(responses: readonly Response[]): readonly [number, number] {
  const known = responses.flatMap(({ points }) => points.map(({ value }) => value)).filter(Number.isFinite);
  return [Math.min(...known), Math.max(...known)];
}

const spreadFigures = ({ outcomes, conditions, cellValues }: Findings, point: number): readonly Figure[] =>
  outcomes
    .filter(({ id }) => SPREAD.includes(id))
    .map((outcome) =>
      distribution(
        outcome,
        conditions.map((condition, c) => ({ condition, values: cellValues(outcome.id, point, c) })),
      ),
    );

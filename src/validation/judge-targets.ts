import type { Course, Look } from '../analysis/validation/evaluate.js';
import { type Formula, leavesOf, whenText } from '../analysis/validation/formula.js';
import { type IntervalOf, judgeBand, judgeInequality, type Verdict } from '../analysis/validation/judge.js';
import { MEASURES } from '../analysis/validation/measures.js';
import type { Observed } from '../analysis/validation/observe.js';
import { Unmeasured } from '../analysis/validation/unmeasured.js';
import { windowOf } from '../analysis/validation/window.js';
import { cannot } from './messages.js';
import { type ArmPlace, placeKey } from './place.js';
import type { Programme } from './programme.js';
import type { Row } from './reading.js';
import type { Target } from './target.js';

/** A row of a target with what the simulation made of it; `verdict` is absent where it was not evaluated. */
export interface JudgedRow extends Row {
  readonly verdict?: Verdict;
}
export interface JudgedTarget {
  readonly target: Target;
  readonly rows: readonly JudgedRow[];
  /** True where every row that was evaluated holds, null where none was evaluated. */
  readonly pass: boolean | null;
  readonly notes: readonly string[];
}

/** Holds every target against what was observed: by batch, condition and measure. */
export function judgeTargets(
  targets: readonly Target[],
  programme: Programme,
  observed: ReadonlyMap<string, Observed>,
  intervalOf?: IntervalOf,
): readonly JudgedTarget[] {
  return targets.map((target) => {
    const places = new Map(
      target.protocol.arms.flatMap(({ id }) => {
        const place = programme.places.get(placeKey(target.id, id));
        return place === undefined ? [] : [[id, place] as const];
      }),
    );
    const look = lookIn(places, observed);
    const rows = programme.rows.get(target.id)!.map((row) => judged(row, places, look, intervalOf));
    const held = rows.flatMap((row) => (row.verdict === undefined ? [] : [row.verdict.pass]));
    return {
      target,
      rows,
      pass: held.length === 0 ? null : held.every(Boolean),
      notes: [...new Set([...places.values()].flatMap((p) => p.notes))],
    };
  });
}

function judged(
  row: Row,
  places: ReadonlyMap<string, ArmPlace>,
  look: Look,
  intervalOf: IntervalOf | undefined,
): JudgedRow {
  if (row.formula === undefined) return row;
  const circular = givenBack(row.formula, places);
  if (circular !== undefined) return { ...row, reason: circular };
  try {
    const verdict =
      row.kind === 'band'
        ? judgeBand(row.formula, row, look, intervalOf)
        : judgeInequality(row.formula, look, intervalOf);
    return { ...row, verdict };
  } catch (error) {
    if (!(error instanceof Unmeasured)) throw error;
    return { ...row, reason: error.message };
  }
}

/** A formula of nothing but measured curves that were given to the cell says nothing about the model. */
function givenBack(formula: Formula, places: ReadonlyMap<string, ArmPlace>): string | undefined {
  const leaves = leavesOf(formula);
  const curves = leaves.map(({ measure, arm }) => {
    const { from } = MEASURES[measure]!;
    return from.kind === 'given' ? places.get(arm)?.curves[from.input] : undefined;
  });
  return leaves.length > 0 && curves.every((curve) => curve !== undefined)
    ? cannot.givenBack([...new Set(curves)].join(', '))
    : undefined;
}

function lookIn(places: ReadonlyMap<string, ArmPlace>, observed: ReadonlyMap<string, Observed>): Look {
  const seen = new Map<string, Course>();
  return (leaf) => {
    const key = `${leaf.measure} ${leaf.arm} ${whenText(leaf.when)}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const place = places.get(leaf.arm);
    if (place === undefined || place.reasons.length > 0)
      throw new Unmeasured(`arm "${leaf.arm}": ${place?.reasons.join('; ') ?? 'not simulated'}`);
    const course = observed.get(place.batch)?.get(place.condition)?.get(leaf.measure);
    if (course === undefined) throw new Unmeasured(`the dataset has no ${leaf.measure} of arm "${leaf.arm}"`);
    const own = windowOf(course, leaf.when, MEASURES[leaf.measure]!, place.clock);
    seen.set(key, own);
    return own;
  };
}

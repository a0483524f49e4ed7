import { type Leaf, leavesOf } from '../analysis/validation/formula.js';
import { MEASURES, type Measure } from '../analysis/validation/measures.js';
import { armCondition } from './arm-condition.js';
import { type Batch, batchesOf, type Protocol, type Size } from './batches.js';
import type { ModelInputs } from './forcing-of.js';
import { observedInputs } from './foretold.js';
import { type Places, placeKey, type ToPlan } from './place.js';
import { type Row, rowsOf } from './reading.js';
import type { Arm, Target } from './target.js';
import { timingOf } from './timing.js';

export interface Programme {
  /** What is to be run; arms that are the same protocol are one condition of one batch. */
  readonly batches: readonly Batch[];
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly places: Places;
}
/** Reads every target, turns the arms that its rows need into conditions, and shares those that are alike. */
export function programmeOf(
  targets: readonly Target[],
  inputs: ModelInputs,
  size: Size,
  toPlan: ToPlan,
): Programme {
  const rows = new Map(targets.map((target) => [target.id, rowsOf(target)]));
  const protocols = targets.flatMap((target) => protocolsOf(target, inputs));
  const { batches, placed } = batchesOf(protocols, size, toPlan);
  return { batches, rows, places: placed };
}

/** The measures that the rows read, by name. */
export function measuresOf({ rows }: Programme): Readonly<Record<string, Measure>> {
  const names = [...rows.values()]
    .flat()
    .flatMap((row) => (row.formula === undefined ? [] : leavesOf(row.formula)))
    .map((leaf) => leaf.measure);
  return Object.fromEntries([...new Set(names)].map((name) => [name, MEASURES[name]!]));
}

/** The arms of a target that its rows read. */
export function protocolsOf(target: Target, inputs: ModelInputs): readonly Protocol[] {
  const rows = rowsOf(target);
  const leaves = rows.flatMap((row) => (row.formula === undefined ? [] : leavesOf(row.formula)));
  const observed = observedInputs(rows);
  return target.protocol.arms.flatMap((arm) => {
    const own = leaves.filter((leaf) => leaf.arm === arm.id);
    return own.length === 0 ? [] : [protocolOf(target, arm, own, inputs, observed)];
  });
}

function protocolOf(
  target: Target,
  arm: Arm,
  leaves: readonly Leaf[],
  inputs: ModelInputs,
  observed: ReadonlySet<string>,
): Protocol {
  const first = armCondition(target, arm, minutes(0), inputs, observed);
  const timing = timingOf(leaves, first);
  return {
    key: placeKey(target.id, arm.id),
    name: `${target.id} ${arm.id}`,
    timing,
    livesNothing: leaves.every((leaf) => MEASURES[leaf.measure]!.from.kind === 'given'),
    given: armCondition(target, arm, minutes(timing.zero_min), inputs, observed),
  };
}

const minutes =
  (zero_min: number) =>
  (t_min: number): string =>
    `${t_min + zero_min} min`;

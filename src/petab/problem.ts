import type { Leaf } from '../analysis/validation/formula.js';
import { structureOf } from '../compile/structure.js';
import type { Identifiers } from '../export/annotation.js';
import { distinct, speciesIds } from '../export/ids.js';
import type { Portrait } from '../export/portrait.js';
import { portray } from '../export/portray.js';
import { sbml } from '../export/sbml.js';
import type { Model } from '../language/model.js';
import { resolve } from '../language/parameters.js';
import type { Readout } from '../language/readouts.js';
import { networkOf } from '../network/expand.js';
import { conditionAt } from '../scenario/expand.js';
import { withParameters } from '../scenario/parameter-set.js';
import type { Plan } from '../scenario/plan.js';
import { placeKey } from '../validation/place.js';
import type { Programme } from '../validation/programme.js';
import type { Target } from '../validation/target.js';
import { dependenceOf, type Estimated } from './constants.js';
import { givenInputs } from './given.js';
import { type Measurement, measurementOf } from './observables.js';
import { type Readings, readingsOf, spellOf } from './readings.js';
import { conditionsTable, measurementsTable, observablesTable, parametersTable, YAML } from './tables.js';

/** What is to be estimated, within bounds, from which targets; without constants the targets alone. */
export interface Asked {
  readonly constants: readonly (Estimated & { readonly from: number; readonly to: number })[];
  readonly targets: readonly Target[];
  /** By target; 1 where it is absent. */
  readonly weights: ReadonlyMap<string, number>;
}
export interface Around {
  readonly model: Model;
  readonly readouts: readonly Readout[];
  readonly identifiers: Readonly<Record<string, Identifiers>>;
}
export interface PetabProblem {
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly measurements: number;
  /** Rows that are not among the measurements, and why. */
  readonly left: readonly string[];
  /** Why there is no problem to write; empty where there is one. */
  readonly refused: readonly string[];
}

/** A condition of the programme, with its plan. */
interface Placed {
  readonly key: string;
  readonly id: string;
  readonly plan: Plan;
  readonly index: number;
}

/**
 * Targets as a PEtab problem of version 1: one average cell of an even mixture of fibre types, as differential equations, the
 * conditions of all arms, and every row that is a number with a band as a measurement.
 */
export function petabOf(asked: Asked, programme: Programme, around: Around): PetabProblem {
  const { model, readouts, identifiers } = around;
  const network = networkOf(structureOf(model));
  const conditions = conditionsOf(programme);
  const [first] = conditions;
  if (first === undefined) return { files: new Map(), measurements: 0, left: [], refused: [NOTHING] };
  const { volume_um3 } = first.plan;
  const ids = speciesIds(network);
  const drawn = (c: number, set: Readonly<Record<string, number>>): Portrait => {
    const { plan, index } = conditions[c]!;
    const { parameters, copies } = conditionAt(withParameters(plan, set), 0, index);
    const value = resolve(model, parameters);
    return portray(network, { volume_um3, whole: false, value, copies: (agent) => copies[agent] ?? 1 });
  };
  const inputs = new Set(model.inputs.map((i) => i.name));
  const dependence = dependenceOf(
    asked.constants,
    conditions.map(({ key }) => key),
    (set, c) => {
      const { parameters, species } = drawn(c, set);
      return new Map<string, { readonly value: number; readonly unit: string }>([
        ...parameters.filter(({ id }) => !inputs.has(id)).map((p) => [p.id, p] as const),
        ...species.map(({ id, amount }) => [id, { value: amount, unit: 'item' }] as const),
      ]);
    },
  );
  if (dependence.problems.length > 0)
    return { files: new Map(), measurements: 0, left: [], refused: dependence.problems };
  const portrait = drawn(0, {});
  const given = givenInputs(
    model.inputs,
    conditions.map(({ plan, index }) => laterBy(plan.settle_s, conditionAt(plan, 0, index).inputs)),
  );
  const readings = readingsOf({ network, portrait, ids, volume_um3, readouts });
  const { measured, left } = measuredOf(asked, programme, conditions, readings);
  if (measured.length === 0) return { files: new Map(), measurements: 0, left, refused: [NOTHING] };
  const added = readings.added();
  const text = sbml(
    {
      ...portrait,
      remarks: [...portrait.remarks, REMARK],
      parameters: [
        ...portrait.parameters.filter(({ id }) => !inputs.has(id)),
        ...given.parameters,
        ...dependence.parameters,
        ...added.parameters,
      ],
      starts: dependence.starts,
      rules: [...given.rules, ...added.rules],
      steps: added.steps,
    },
    identifiers,
  );
  const used = new Set(measured.map((m) => m.condition));
  return {
    files: new Map([
      ['model.xml', text],
      ['conditions.tsv', conditionsTable(conditions, [...given.columns, ...dependence.columns], used)],
      ['observables.tsv', observablesTable(measured)],
      ['measurements.tsv', measurementsTable(measured)],
      ['parameters.tsv', parametersTable(asked.constants)],
      ['problem.yaml', YAML],
    ]),
    measurements: measured.length,
    left,
    refused: [],
  };
}

interface Weighed extends Measurement {
  readonly condition: string;
  readonly weight: number;
}

/** Every row of the targets, as a measurement or with what is against it. */
function measuredOf(
  { targets, weights }: Asked,
  programme: Programme,
  conditions: readonly Placed[],
  readings: Readings,
): { readonly measured: readonly Weighed[]; readonly left: readonly string[] } {
  const left: string[] = [];
  const measured = targets.flatMap((target) => {
    const placeOf = (arm: string) => programme.places.get(placeKey(target.id, arm));
    const conditionOf = (arm: string) => {
      const { batch, condition } = placeOf(arm)!;
      return conditions.find(({ key }) => key === keyOf(batch, condition))!;
    };
    const spellAt = (leaf: Leaf) => {
      const place = placeOf(leaf.arm);
      return place === undefined || place.reasons.length > 0
        ? { why: `arm "${leaf.arm}": ${place?.reasons.join('; ') ?? 'it is not simulated'}` }
        : spellOf(leaf, place.clock, conditionOf(leaf.arm).plan.settle_s);
    };
    return programme.rows.get(target.id)!.flatMap((row, n): readonly Weighed[] => {
      const found = measurementOf(target, row, n + 1, spellAt, readings);
      if ('why' in found) {
        left.push(`${target.id}, ${row.text ?? row.at}: ${found.why}`);
        return [];
      }
      return [{ ...found, condition: conditionOf(found.arm).id, weight: weights.get(target.id) ?? 1 }];
    });
  });
  return { measured, left };
}

const NOTHING = 'there is no row that PEtab can hold as a measurement';
const REMARK =
  'Time 0 is the beginning of settling; inputs follow the courses that conditions give them. Parameters m_... are what is measured.';

const keyOf = (batch: string, condition: string): string => `${batch} ${condition}`;

function conditionsOf({ batches }: Programme): readonly Placed[] {
  const all = batches.flatMap(({ name, plan }) =>
    plan.conditionNames.map((condition, index) => ({ key: keyOf(name, condition), condition, plan, index })),
  );
  const ids = distinct(all.map(({ condition }) => condition));
  return all.map(({ key, plan, index }, i) => ({ key, id: ids[i]!, plan, index }));
}

const laterBy = (by_s: number, courses: ReturnType<typeof conditionAt>['inputs']) =>
  Object.fromEntries(
    Object.entries(courses).map(([name, { time_s, value }]) => [
      name,
      { time_s: time_s.map((t) => t + by_s), value },
    ]),
  );

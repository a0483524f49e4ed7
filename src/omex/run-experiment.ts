import { gather, refuse } from '../sbml/problems.js';
import { calculator } from './calculation.js';
import type { Experiment, Generator, Output, Variable } from './experiment.js';
import { type Policy, requireExact } from './kisao.js';
import type { Models } from './models.js';
import { inFile, type Said } from './problems.js';
import { type Chance, prepareTask, runTask, shapeOf } from './run-task.js';
import { sizeOf, type Values } from './values.js';

/** What an output shows: the values of its data sets, in their order. */
export interface Shown {
  readonly output: Output;
  readonly values: readonly Values[];
}

const MOST_VALUES = 50_000_000;

/** Refuses what leucell cannot do justice to, before anything runs, and warns of what it takes differently. */
export function requireRunnable(
  e: Experiment,
  file: string,
  policy: Policy,
  warn: (said: Said) => void,
): void {
  const note = (place: Said['problem']['place'], text: string) => warn({ file, problem: { place, text } });
  const used = new Set([...e.tasks.values()].flatMap((t) => (t.kind === 'task' ? [t.simulation] : [])));
  inFile(file, () =>
    gather([
      ...[...e.simulations.values()]
        .filter((s) => used.has(s.id))
        .map((s) => () => {
          const warning = requireExact(s.kisao, policy, s.algorithm);
          if (warning !== undefined) note(s.algorithm, warning);
          for (const { kisao, place } of s.unused) note(place, `the parameter ${kisao} means nothing here`);
        }),
      ...[...e.generators.values()].map((g) => () => requireFitting(e, g)),
      () => requireSize(e),
    ]),
  );
  for (const { type, place, id } of e.outputs)
    if (type !== 'SedReport') note(place, `plot "${id}" is not drawn; its data are written`);
}

/** An experiment whose models are put together. */
export interface Prepared {
  /** Runs the tasks that outputs ask for, each once, and works the outputs out. Throws OmexError. */
  run(chance: Chance): readonly Shown[];
}

/** Puts an experiment's models together. Throws OmexError. */
export function prepare(e: Experiment, models: Models): Prepared {
  const needed = new Set(e.outputs.flatMap((o) => o.dataSets.map((d) => d.generator)));
  const asked = new Map<string, Variable[]>();
  for (const id of needed)
    for (const v of e.generators.get(id)!.variables) asked.set(v.task, [...(asked.get(v.task) ?? []), v]);
  for (const [task, variables] of asked) prepareTask(e, models, task, variables);
  return {
    run(chance) {
      const values = new Map<Variable, Values>();
      for (const [task, variables] of asked)
        runTask(e, models, task, variables, chance).forEach((found, i) => {
          values.set(variables[i]!, found);
        });
      const generated = new Map(
        [...needed].map((id) => [id, generate(e.generators.get(id)!, (v) => values.get(v)!)] as const),
      );
      return e.outputs.map((output) => ({
        output,
        values: output.dataSets.map((d) => generated.get(d.generator)!),
      }));
    },
  };
}

function generate({ variables, math }: Generator, valuesOf: (v: Variable) => Values): Values {
  const given = variables.map(valuesOf);
  const formula = calculator(
    math,
    variables.map((v) => v.id),
  );
  const shape = given[0]?.shape ?? [];
  const now = new Float64Array(given.length);
  return {
    shape,
    data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => {
      for (let v = 0; v < given.length; v++) now[v] = given[v]!.data[i]!;
      return formula(now, 0);
    }),
  };
}

function requireFitting(e: Experiment, { variables, place, id }: Generator): void {
  const shapes = new Set(variables.map((v) => shapeOf(e, v.task).join(' x ')));
  if (shapes.size > 1)
    refuse(place, `the variables of data generator "${id}" differ in shape: ${[...shapes].join(' and ')}`);
}

function requireSize(e: Experiment): void {
  let total = 0;
  for (const g of e.generators.values())
    for (const v of g.variables) {
      total += sizeOf(shapeOf(e, v.task));
      if (total > MOST_VALUES)
        refuse(v.place, `more than ${MOST_VALUES} values are asked for, which is the limit; ask for fewer`);
    }
}

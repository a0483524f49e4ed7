import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { noInterval } from '../../src/analysis/validation/judge.js';
import { merged, observedIn } from '../../src/analysis/validation/observe.js';
import { MEAN_FIELD } from '../../src/cli/calibration-run.js';
import { main } from '../../src/cli/program.js';
import { targetsOf, toPlan } from '../../src/cli/targets.js';
import { modelInputs, modelVocabulary } from '../../src/cli/vocabulary.js';
import { memoryTable } from '../../src/dataset/memory-table.js';
import { plainId } from '../../src/export/ids.js';
import { infix } from '../../src/export/infix.js';
import { MITOCHONDRIAL_CONTENT } from '../../src/model/fibres.js';
import { dependenceOf } from '../../src/petab/constants.js';
import { givenInputs } from '../../src/petab/given.js';
import { liveHere } from '../../src/runner/here.js';
import { type ParameterSet, withParameters } from '../../src/scenario/parameter-set.js';
import type { Plan } from '../../src/scenario/plan.js';
import { givenCourses } from '../../src/validation/given-courses.js';
import { judgeTargets } from '../../src/validation/judge-targets.js';
import { measuresOf, programmeOf } from '../../src/validation/programme.js';
import { capturedIo } from '../cli/captured-io.js';
import { python, pythonWith } from '../support/python.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-petab-'));
afterAll(() => rmSync(folder, { recursive: true }));
const TOOLS = fileURLToPath(new URL('tools.py', import.meta.url));
const CALIBRATION = `constants:
  s6k1-phosphorylation.k: { from: 0.005 um3/min, to: 0.5 um3/min }
  leucine-in.k: { from: 1e5 molecules/um3/h, to: 1e7 molecules/um3/h }
targets: { ps6k-meta: 4, fsr-eaa-3p5g: 1 }
`;
interface Found {
  readonly lint: readonly string[];
  readonly warnings: readonly string[];
  readonly values: readonly Readonly<Record<string, number>>[];
}
const ask = (problem: string, sets: readonly ParameterSet[] | null): Found =>
  JSON.parse(python([TOOLS, join(folder, problem, 'problem.yaml'), JSON.stringify(sets)])) as Found;

async function written(args: readonly string[]) {
  const captured = capturedIo(folder);
  const code = await main(args, captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

/** What leucell itself makes of the rows of these targets, in one average cell of no fibre type, by observable. */
async function own(ids: readonly string[], set: ParameterSet): Promise<ReadonlyMap<string, number>> {
  const targets = targetsOf(capturedIo(folder).io, undefined).filter((t) => ids.includes(t.id));
  const inputs = modelInputs();
  const programme = programmeOf(targets, inputs, MEAN_FIELD, toPlan());
  const live = await liveHere();
  const observed = programme.batches.map(({ name, plan }) => {
    const { tables, records } = live(average(withParameters(plan, set)));
    const seen = observedIn(
      (table) => memoryTable(tables.find((t) => t.name === table)!, records),
      { donors: 1, cells: 1 },
      measuresOf(programme),
    );
    return [name, merged(seen, givenCourses(plan))] as const;
  });
  const judged = judgeTargets(targets, programme, new Map(observed), noInterval);
  return new Map(
    judged.flatMap(({ target, rows }) =>
      rows.map((row, n) => [plainId(`${target.id}_${n + 1}`), row.verdict?.simulated ?? Number.NaN] as const),
    ),
  );
}
/** A cell of type I whose mitochondria are those of the mean. */
function average(plan: Plan): Plan {
  const factor = 1 / MITOCHONDRIAL_CONTENT.I.value;
  const copies = { BCAT2: factor, E1: factor, BDK: factor, PPM1K: factor };
  return {
    ...plan,
    variation: { volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share: 0 },
    base: { ...plan.base, copies: { ...plan.base.copies, ...copies } },
  };
}

describe.skipIf(!pythonWith('petab', 'basico', 'libsbml'))('a calibration as PEtab', () => {
  it('is what petablint accepts, valid SBML, and gives the numbers of leucell, also with other constants', {
    timeout: 300_000,
  }, async () => {
    writeFileSync(join(folder, 'mine.yaml'), CALIBRATION);
    const { code, out, err } = await written(['calibrate', 'mine.yaml', '--petab', 'problem']);
    expect([code, out]).toEqual([
      0,
      `${join('problem', 'problem.yaml')}: 9 measurements, 2 constants to estimate\n`,
    ]);
    expect(err).toContain('"peak_time" looks at a whole course');
    const ids = ['ps6k-meta', 'fsr-eaa-3p5g'];
    const constants = ['s6k1-phosphorylation.k', 'leucine-in.k'];
    const moved = Object.fromEntries(
      modelVocabulary().parameters.flatMap((p) =>
        constants.includes(p.name) ? [[p.name, 1.6 * p.value]] : [],
      ),
    );
    const sets = [{}, moved];
    const estimated = sets.map((set) =>
      Object.fromEntries(Object.entries(set).map(([name, x]) => [plainId(`estimated_${name}`), x])),
    );
    const found = ask('problem', estimated);
    expect(found.lint).toEqual([]);
    expect(found.warnings).toEqual([]);
    for (const [i, set] of sets.entries()) {
      const expected = await own(ids, set);
      for (const [id, value] of Object.entries(found.values[i]!))
        expect(Math.abs(value / expected.get(id)! - 1), id).toBeLessThan(1e-3);
    }
    const [before, after] = found.values.map((values) => values.ps6k_meta_2!);
    expect(Math.abs(before! / after! - 1)).toBeGreaterThan(0.02);
  });

  it('weighs rows: the error is half of the band over the square root of the weight', () => {
    const table = readFileSync(join(folder, 'problem', 'observables.tsv'), 'utf8').split('\n');
    const errors = table
      .filter((row) => row.startsWith('ps6k_meta'))
      .map((row) => Number(row.split('\t')[3]));
    expect(errors[0]).toBeCloseTo((1.69 - 1.25) / 2 / 2, 12);
  });

  it('writes all targets, and says by name what no table can hold', async () => {
    const { code, out, err } = await written(['validate', '--petab', 'targets']);
    expect(code).toBe(0);
    const measurements = readFileSync(join(folder, 'targets', 'measurements.tsv'), 'utf8')
      .trim()
      .split('\n');
    expect(out).toContain(`${measurements.length - 1} measurements, 0 constants`);
    expect(measurements.length).toBeGreaterThan(60);
    expect(err).toContain('it compares the arms rapamycin and rest; an observable sees one condition');
    expect(err).toContain('it is an inequality, which is no measurement');
    expect(ask('targets', null).lint).toEqual([]);
    const file = join(folder, 'targets', 'observables.tsv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('noiseFormula', 'noise'));
    expect(ask('targets', null).lint).not.toEqual([]);
  });
});

describe('what follows the constants', () => {
  const constants = [{ name: 'a', unit: '1/s', model: 2 }];
  const dependence = (x: (a: number, condition: number) => number) =>
    dependenceOf(
      constants,
      ['one', 'two'],
      (set, c) => new Map([['x', { value: x(set.a ?? 2, c), unit: 'item' }]]),
    );
  it('is written as powers, with a factor where conditions differ', () => {
    const found = dependence((a, c) => (c === 0 ? 3 : 4.5) * a * a);
    expect(found.problems).toEqual([]);
    expect(found.starts.map(({ value }) => infix(value))).toEqual([
      '12*scale_x*(estimated_a/2)*(estimated_a/2)',
    ]);
    expect(found.columns).toEqual([{ id: 'scale_x', values: [1, 1.5] }]);
  });
  it('is a column where it does not', () => {
    expect(dependence((_, c) => c + 1).columns).toEqual([{ id: 'x', values: [1, 2] }]);
  });
  it.each([
    ['no power', (a: number) => a + 1, 'x is no power of it in condition "one"'],
    ['set by a condition', (a: number, c: number) => (c === 0 ? a : 5), 'condition "two" makes x follow'],
  ])('is refused where it is %s', (_, x, problem) => {
    expect(dependence(x).problems.join()).toContain(problem);
  });
});

describe('courses', () => {
  const input = { kind: 'input', name: 'u', unit: 'uM', rest: 5, description: 'an input' } as const;
  it('are lines between the points of all conditions, steps included', () => {
    const { columns, rules } = givenInputs(
      [input],
      [{ u: { time_s: [10, 10, 30], value: [1, 3, 7] } }, { u: { time_s: [20], value: [5] } }],
    );
    expect(columns).toEqual([
      { id: 'u_1', values: [1, 5] },
      { id: 'u_2', values: [3, 5] },
      { id: 'u_3', values: [7, 5] },
    ]);
    expect(infix(rules[0]!.value)).toBe(
      'piecewise(piecewise(u_1, time < 10, u_2 + (u_3 - u_2)*((time - 10)/20)), time < 30, u_3)',
    );
  });
  it('need no rule where nothing changes', () => {
    const { columns, rules } = givenInputs([input], [{}, { u: { time_s: [0], value: [9] } }]);
    expect([rules, columns]).toEqual([[], [{ id: 'u', values: [5, 9] }]]);
  });
});

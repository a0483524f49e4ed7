import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/body/courses.js';
import { cellsAt, conditionAt, jobAt, jobCount, replicateAt } from '../../src/scenario/expand.js';
import type { Condition } from '../../src/scenario/plan.js';
import { planHash } from '../../src/scenario/plan-hash.js';
import { pointCount, pointValues } from '../../src/scenario/points.js';
import { provenanceOf } from '../../src/scenario/provenance.js';
import { head, parse, planOf } from './words.js';

const condition = (body: string, base = '{}'): Condition =>
  conditionAt(planOf(`${head}base: ${base}\nconditions:\n  a: ${body}`), 0, 0);
const at = (c: Condition, input: string, time_s: number): number => valueAt(c.inputs[input]!, time_s);

describe('a condition', () => {
  it('of nothing leaves all at rest', () =>
    expect(condition('{}')).toMatchObject({ inputs: {}, parameters: {}, copies: {} }));
  it('takes a constant in any unit of its kind', () => {
    expect(at(condition('{plasma_leucine: 0.25 mM}'), 'plasma_leucine', 0)).toBeCloseTo(250, 9);
    expect(at(condition('{insulin: 30 mU/L}'), 'insulin', 0)).toBeCloseTo(200.1, 6);
  });
  it('takes a factor on the fasted value', () =>
    expect(at(condition('{insulin: x2}'), 'insulin', 0)).toBe(66));
  it('takes a fold as it is where the input is one', () =>
    expect(at(condition('{arginine: x2}'), 'arginine', 0)).toBe(2));
  it('takes a forcing by name', () => {
    const c = condition('{plasma_leucine: leu-plasma-glynn2010-3p5g}');
    expect([at(c, 'plasma_leucine', 45 * 60), c.provenance.plasma_leucine]).toEqual([
      890,
      'leu-plasma-glynn2010-3p5g',
    ]);
  });
  it('moves and scales a forcing above its fasted value', () => {
    const c = condition('{plasma_leucine: {forcing: leu-plasma-glynn2010-3p5g, at: 1 h, scale: x0.5}}');
    expect(at(c, 'plasma_leucine', 3600 + 45 * 60)).toBe(123 + (890 - 123) / 2);
  });
  it('takes a time course with steps', () => {
    const c = condition('{insulin: [[0 min, 30 pM], [30 min, 90 pM], [30 min, 60 pM]]}');
    expect([15 * 60, 30 * 60, 9e9].map((t) => at(c, 'insulin', t))).toEqual([60, 60, 60]);
    expect(c.provenance.insulin).toBe('given');
  });
  it('adds two doses', () => {
    const c = condition('{EAA: [3.5 g, {leucine: 3.5 g, at: 30 min}]}');
    expect(at(c, 'plasma_leucine', 45 * 60)).toBeCloseTo(125 + (890 - 123) + (519 - 123), 6);
  });
  it('adds different treatments', () => {
    const c = condition('{EAA: 3.5 g, amino acid infusion: x2}');
    expect(at(c, 'plasma_leucine', 45 * 60)).toBeCloseTo((125 + 890 - 123) * 2, 6);
  });
  it('lets age keep part of a meal from plasma, but not of an infusion', () => {
    const rise = (c: Condition) => at(c, 'plasma_leucine', 45 * 60) - 125;
    const kept = rise(condition('{EAA: 3.5 g, ageing: worst}')) / rise(condition('{EAA: 3.5 g}'));
    expect(kept).toBeCloseTo(
      0.0111 / (0.0111 + 2.2 * 0.00498 + 0.00186) / (0.0111 / (0.0111 + 0.00498 + 0.00186)),
      6,
    );
    expect(at(condition('{amino acid infusion: x2, ageing: worst}'), 'plasma_leucine', 60)).toBe(250);
  });
  it('takes what is given by name as it stands, whatever treatments do', () => {
    expect(at(condition('{EAA: 3.5 g, insulin: 40 pM}'), 'insulin', 1800)).toBe(40);
  });
  it('keeps the word of the condition over that of base', () => {
    const c = condition('{insulin: 50 pM}', '{insulin: 33 pM, leucine: 3 g}');
    expect([at(c, 'insulin', 0), c.inputs.plasma_leucine === undefined]).toEqual([50, false]);
  });
  it('takes back what base says', () => {
    expect(condition('{leucine: none, insulin: rest}', '{leucine: 3 g, insulin: 90 pM}').inputs).toEqual({});
  });
  it('sets a parameter in the unit of the model', () => {
    expect(condition('{parameters: {ses2-leu.off: 3 /min}}').parameters).toEqual({ 'ses2-leu.off': 0.05 });
  });
  it('changes a parameter by a factor', () => {
    expect(condition('{parameters: {ses2-leu.off: x10}}').parameters['ses2-leu.off']).toBeCloseTo(0.5, 12);
  });
  it('multiplies copies over treatments, copies and knock-outs', () => {
    const c = condition(
      '{ageing: {mTOR amount: x0.8}, copies: {MTORC1: x0.5, S6K1: x2}, knock-out: {S6K1: 75 %}}',
    );
    expect(c.copies.MTORC1).toBeCloseTo(0.4, 12);
    expect(c.copies.S6K1).toBeCloseTo(0.78 * 2 * 0.25, 12);
  });
  it('knocks out one agent or several', () => {
    expect(condition('{knock-out: BCAT2}').copies).toEqual({ BCAT2: 0 });
    expect(condition('{knock-out: [BCAT2, Sestrin]}').copies).toEqual({ BCAT2: 0, Sestrin: 0 });
  });
  it('labels what comes from plasma', () => {
    const c = condition('{tracer: {infusion: tracer-leu-13c, at: 30 min}}');
    const fraction = (source: string, t: number) => valueAt(c.labels[source]!.C1!, t);
    expect([
      fraction('plasma_leucine', 0),
      fraction('plasma_leucine', 1800),
      fraction('plasma_kic', 1800),
    ]).toEqual([0, 0.077, 0.059]);
  });
  it('turns a treatment on with its defaults', () => {
    expect(condition('{glucocorticoid: on}')).toEqual(condition('{glucocorticoid: x1}'));
  });
});

describe('a sweep', () => {
  const swept = (sweep: string, rest = '') =>
    planOf(
      `${head}base: {leucine: 1 g}\nconditions:\n  fed: {}\n  2.5 g:\n    leucine: 2.5 g\n${rest}sweep: ${sweep}`.replace(
        '2.5 g:',
        'own:',
      ),
    );

  it('crosses its axes, the last fastest', () => {
    const plan = swept('{volume: [1 um3, 2 um3], base.leucine: [1 g, 2 g, 3 g]}');
    expect([0, 1, 2, 3].map((p) => pointValues(plan, p))).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
    ]);
  });
  it('moves zipped axes together', () => {
    const plan = swept(
      '{zip: {volume: [1 um3, 2 um3], base.leucine: [1 g, 3 g]}, ses2-leu.off: [1 1/s, 2 1/s]}',
    );
    expect([0, 1, 2, 3].map((p) => pointValues(plan, p))).toEqual([
      [1, 1, 1],
      [1, 1, 2],
      [2, 3, 1],
      [2, 3, 2],
    ]);
  });
  it('makes even steps, or steps of equal ratio', () => {
    const even = swept('{volume: {from: 1 um3, to: 5 um3, steps: 3}}');
    const ratio = swept('{volume: {from: 1 um3, to: 100 um3, steps: 3, scale: log}}');
    expect([even.axes[0]!.values, ratio.axes[0]!.values]).toEqual([
      [1, 3, 5],
      [1, expect.closeTo(10, 9), 100],
    ]);
  });
  it('changes the dose of every condition that has none of its own', () => {
    const plan = swept('{base.leucine: [0 g, 3.42 g]}');
    const peak = (point: number, c: number) =>
      Math.max(...(conditionAt(plan, point, c).inputs.plasma_leucine?.value ?? [125]));
    expect([peak(0, 0), peak(1, 0), peak(0, 1) === peak(1, 1)]).toEqual([125, 125 + 495 - 146, true]);
  });
  it('changes one condition alone', () => {
    const plan = swept('{conditions.fed.leucine: [0 g, 3.42 g]}');
    expect(conditionAt(plan, 0, 1)).toEqual(conditionAt(plan, 1, 1));
    expect(conditionAt(plan, 0, 0)).not.toEqual(conditionAt(plan, 1, 0));
  });
  it('changes volume and variation', () => {
    const plan = swept('{volume: [1 um3, 20 um3], variation.copies: [0 %, 30 %]}');
    expect(cellsAt(plan, 3)).toMatchObject({ volume_um3: 20, variation: { copies_cv: 0.3 } });
  });
  it('changes a parameter, a factor on copies, an input and a part of ageing', () => {
    const plan = swept(
      '{zip: {base.parameters.ses2-leu.off: [3 /min], base.copies.S6K1: [x0.5], base.insulin: [90 pM], base.ageing.leucine inflow: [x0.9]}}',
    );
    const c = conditionAt(plan, 0, 0);
    expect([
      c.parameters['ses2-leu.off'],
      c.copies.S6K1,
      at(c, 'insulin', 0),
      at(c, 'leucine_inflow', 0),
    ]).toEqual([0.05, 0.5 * 0.78, 90, 0.9]);
  });
  it('warns where no condition is changed', () => {
    const read = parse(`${head}conditions: {a: {leucine: 1 g}}\nsweep: {base.leucine: [1 g, 2 g]}`, 'f.yaml');
    expect(read.ok && read.warnings.map((w) => w.message)).toEqual([
      expect.stringMatching(/changes no condition/),
    ]);
  });
  it('of a million points takes no more room than its axes', () => {
    const plan = swept(
      '{volume: {from: 1 um3, to: 2 um3, steps: 1000}, base.leucine: {from: 0 g, to: 9 g, steps: 1000}}',
    );
    expect(pointCount(plan)).toBe(1e6);
    expect(JSON.stringify(plan).length).toBeLessThan(50_000);
  });
  it('fills a space by a Sobol set, which crosses the other axes', () => {
    const plan = swept(
      '{sobol: {points: 4, axes: {volume: {from: 1 um3, to: 2 um3}, ses2-leu.off: {from: 1 1/s, to: 16 1/s, scale: log}}}, base.leucine: [1 g, 2 g]}',
    );
    expect(pointCount(plan)).toBe(8);
    expect([0, 1, 2, 4, 6].map((p) => pointValues(plan, p))).toEqual([
      [1, 1, 1],
      [1, 1, 2],
      [1.5, 4, 1],
      [1.75, 2, 1],
      [1.25, 8, 1],
    ]);
  });
  it('fills a space by a Latin hypercube, whose points are not those of the run’s seed', () => {
    const text =
      '{latin hypercube: {points: 100, axes: {volume: {from: 1 um3, to: 2 um3}, base.insulin: {from: 0 pM, to: 100 pM}}}}';
    const [plan, again, other] = [
      swept(text),
      swept(text, 'seed: 7\n'),
      swept(text.replace('axes', 'seed: 7, axes')),
    ];
    const all = (p: typeof plan) => Array.from({ length: 100 }, (_, i) => pointValues(p, i));
    for (const [axis, scale] of [1, 100].entries()) {
      const strata = all(plan).map((v) => Math.floor(100 * ((v[axis]! - (axis === 0 ? 1 : 0)) / scale)));
      expect(new Set(strata).size).toBe(100);
    }
    expect(all(again)).toEqual(all(plan));
    expect(all(other)).not.toEqual(all(plan));
  });
  it('of a million drawn points takes no room at all', () => {
    const plan = swept('{sobol: {points: 1e6, axes: {volume: {from: 1 um3, to: 2 um3}}}}');
    expect([pointCount(plan), JSON.stringify(plan).length < 5000]).toEqual([1e6, true]);
    expect(pointValues(plan, 999_999)[0]).toBeGreaterThan(1);
  });
  it('repeats every cell of every point', () => {
    const plan = swept('{volume: [1 um3, 2 um3]}', 'replicates: 3\n');
    expect(Array.from({ length: 6 }, (_, p) => pointValues(plan, p))).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 1],
      [2, 2],
    ]);
    expect([0, 1, 2, 3].map((p) => replicateAt(plan, p))).toEqual([0, 1, 2, 0]);
  });
});

const anyShape = fc.record({
  axes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  conditions: fc.integer({ min: 1, max: 4 }),
  donors: fc.integer({ min: 1, max: 4 }),
  cells: fc.integer({ min: 1, max: 4 }),
});

it('numbers jobs one to one in plan order: point, condition, donor, cell', () => {
  fc.assert(
    fc.property(anyShape, ({ axes, conditions, donors, cells }) => {
      const paths = ['volume', 'base.insulin', 'ses2-leu.off'];
      const units = ['um3', 'pM', '1/s'];
      const sweep = axes.map(
        (n, i) => `${paths[i]}: [${Array.from({ length: n }, (_, j) => `${j + 1} ${units[i]}`)}]`,
      );
      const names = Array.from({ length: conditions }, (_, i) => `c${i}: {}`);
      const plan = planOf(
        `${head}donors: ${donors}\ncells: ${cells}\nconditions: {${names}}\n${sweep.length > 0 ? `sweep: {${sweep}}` : ''}`,
      );
      let expected = 0;
      for (let point = 0; point < pointCount(plan); point++)
        for (let condition = 0; condition < conditions; condition++)
          for (let donor = 0; donor < donors; donor++)
            for (let cell = 0; cell < cells; cell++) {
              expect(jobAt(plan, expected)).toEqual({ index: expected, point, condition, donor, cell });
              expected++;
            }
      expect(jobCount(plan)).toBe(expected);
      expect(() => jobAt(plan, expected)).toThrow(RangeError);
    }),
    { seed: 3, numRuns: 40 },
  );
});

describe('a plan', () => {
  const text = `${head}conditions: {a: {leucine: 3 g}}`;
  it('is plain JSON', () => {
    const plan = planOf(text);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
  it('measures everything where no assay is named', () => {
    expect(planOf(text).assays.map((a) => a.assay)).toEqual(['census', 'fluxes', 'histories']);
  });
  it('takes options of an assay', () => {
    expect(planOf(`${text}\nassays: [{census: {every: 2}}]`).assays).toEqual([
      { assay: 'census', options: { every: 2 } },
    ]);
  });
  it('keeps its hash when its title or its order of keys changes', () => {
    const other = `conditions: {a: {leucine: {dose: 3000 mg}}}\nduration: 180 min\nquestion: another?\n`;
    expect(planHash(planOf(other))).toBe(planHash(planOf(text)));
  });
  it('changes its hash with any number', () => {
    const hashes = ['seed: 2', 'cells: 11', 'settle: 1 h', 'volume: 2 um3', 'variation: {copies: 1 %}'].map(
      (line) => planHash(planOf(`${text}\n${line}`)),
    );
    expect(new Set([...hashes, planHash(planOf(text))]).size).toBe(6);
  });
});

describe('where inputs came from', () => {
  const from = (text: string) => provenanceOf(planOf(`${head}${text}`));
  it('names the curve or the model, by condition and input', () => {
    const found = from('conditions:\n  a: {EAA: 3.5 g}\n  b: {EAA: 5 g, insulin: 40 pM}\n  c: {}');
    expect(found.a!.plasma_leucine).toEqual(['leu-plasma-glynn2010-3p5g x 1 (3.5 g leucine as EAA for 3.5)']);
    expect(found.a!.plasma_kic![0]).toMatch(/^intake model, after leu-plasma-glynn2010-3p5g/);
    expect(found.b!.plasma_leucine).toEqual(['intake model, 5 g leucine as EAA']);
    expect(found.b!.insulin).toEqual(['given']);
    expect(found.c).toEqual({});
  });
  it('gives each answer once over the points of a sweep', () => {
    const found = from(
      'conditions:\n  a: {EAA: 0 g}\nsweep:\n  conditions.a.EAA: [0 g, 2 g, 5 g, 3.5 g, 5 g]',
    );
    expect(found.a!.plasma_leucine).toHaveLength(3);
  });
});

it('turns a pocket mutant into the parameter of the model, times the factor that the scenario gives it', () => {
  const off = (body: string) => condition(body).parameters['sestrin2-leucine.off']!;
  expect(off('{sestrin: {Kd: x10}}')).toBeCloseTo(30, 9);
  expect(off('{sestrin: {Kd: x10}, parameters: {sestrin2-leucine.off: x2}}')).toBeCloseTo(60, 9);
  expect(condition('{sestrin: sestrin1}').parameters['sestrin2-leucine.on']).toBeCloseTo(0.3, 9);
});

it('keeps what the scenario says, and refuses to follow molecules of which nothing would be kept', () => {
  const scenario = (more: string) => `question: q\nduration: 1 h\nconditions: { a: {} }\n${more}\n`;
  const kept = (more: string) => {
    const read = parse(scenario(more), 's.yaml');
    return read.ok
      ? (read.plan.keep ?? 'everything')
      : read.problems.map((p) => `${p.line}:${p.column} ${p.message}`);
  };
  expect(kept('keep: summary')).toBe('summary');
  expect(kept('keep: everything')).toBe('everything');
  expect(kept('')).toBe('everything');
  expect(kept('keep: sumary')).toEqual([expect.stringMatching(/^4:7 .*summary/)]);
  expect(kept('keep: cells\nfollow: { Leucine: 5 }')).toEqual([
    expect.stringMatching(/^5:1 "follow" is the life of single molecules, and "keep: cells" keeps none/),
  ]);
});

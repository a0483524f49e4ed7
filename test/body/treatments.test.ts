import { describe, expect, it } from 'vitest';
import { oralShare } from '../../src/body/ageing.js';
import { valueAt } from '../../src/body/courses.js';
import { nearestStudy } from '../../src/body/intake.js';
import { complete, type Effects } from '../../src/body/treatment.js';
import { TREATMENTS } from '../../src/body/treatments.js';
import { agentsOf } from '../../src/language/model.js';
import { leucineModel } from '../../src/model/leucine.js';
import type { Given } from '../../src/scenario/plan.js';

const rest = (name: string): number => leucineModel.inputs.find((i) => i.name === name)!.rest;
function effectsOf(key: string, given: Given): Effects {
  const treatment = TREATMENTS.find((t) => t.key === key)!;
  return treatment.effects(complete(treatment, given), rest);
}
const at = (effects: Effects, input: string, time_s: number): number =>
  valueAt(effects.inputs.find((e) => e.input === input)!.course, time_s);

/** Something for every field that has to be given. */
const NEEDED: Record<string, Given> = {
  leucine: { dose: 3 },
  EAA: { leucine: 3 },
  whey: { dose: 48 },
  meal: { protein: 20 },
  'amino acid infusion': { fold: 2 },
  hmb: { dose: 1 },
  exercise: { kind: 'resistance', damage: 0.1 },
  disuse: { kind: 'bed rest' },
};

describe.each(TREATMENTS.map((t) => [t.key, t] as const))('%s', (key, treatment) => {
  it('touches only inputs and agents that the model has', () => {
    const inputs = new Set(leucineModel.inputs.map((i) => i.name));
    const agents = new Set(agentsOf(leucineModel).map((a) => a.agentName));
    expect(treatment.touches.inputs.filter((i) => !inputs.has(i))).toEqual([]);
    expect(treatment.touches.copies.filter((a) => !agents.has(a))).toEqual([]);
  });
  it('does nothing that it does not declare', () => {
    const all = [NEEDED[key] ?? {}, ...(key === 'exercise' ? [{ kind: 'endurance' }] : [])];
    for (const given of all) {
      const effects = effectsOf(key, given);
      expect(effects.inputs.map((e) => e.input).filter((i) => !treatment.touches.inputs.includes(i))).toEqual(
        [],
      );
      expect(Object.keys(effects.copies).filter((a) => !treatment.touches.copies.includes(a))).toEqual([]);
    }
  });
  it('gives finite values that are not negative', () => {
    for (const { course, how } of effectsOf(key, NEEDED[key] ?? {}).inputs)
      for (const v of course.value) expect(Number.isFinite(v) && (how !== 'times' || v >= 0)).toBe(true);
  });
  it('names its main field among its fields', () => expect(treatment.fields[treatment.main]).toBeDefined());
});

describe('an intake', () => {
  it('adds the measured rise at the measured dose', () => {
    expect(at(effectsOf('EAA', { leucine: 3.5 }), 'plasma_leucine', 45 * 60)).toBeCloseTo(890 - 123, 6);
  });
  it('is linear in the dose around its study', () => {
    expect(at(effectsOf('leucine', { dose: 6.84 }), 'plasma_leucine', 30 * 60)).toBeCloseTo(
      2 * (495 - 146),
      6,
    );
  });
  it('begins when it is taken', () => {
    const late = effectsOf('EAA', { leucine: 3.5, at: 3600 });
    expect([at(late, 'plasma_leucine', 3599), at(late, 'plasma_leucine', 3600 + 45 * 60)]).toEqual([0, 767]);
  });
  it('takes the study with the nearest dose by ratio', () => {
    const studies = [
      { dose: 1, leucine: 'a' },
      { dose: 4, leucine: 'b' },
    ];
    expect([1.9, 2.1].map((dose) => nearestStudy(studies, dose).leucine)).toEqual(['a', 'b']);
  });
  it('says which curve it was scaled from', () => {
    expect(effectsOf('whey', { dose: 10 }).inputs[0]!.from).toMatch(/leu-plasma-moore2009-whey25g x 0\.4/);
  });
  it('of nothing adds nothing', () => expect(effectsOf('EAA', { leucine: 0 }).inputs).toEqual([]));
  it('of whey raises arginine by half of what leucine rises, in folds', () => {
    const whey = effectsOf('whey', { dose: 48 });
    expect(at(whey, 'arginine', 3600)).toBeCloseTo(((501 - 152) / 125) * 0.5, 6);
  });
});

describe('resistance exercise', () => {
  const bout = effectsOf('exercise', { kind: 'resistance', at: -3600, for: 3600 });
  it('keeps half of TSC off Rheb at its end: u/(u + 0.2) = 0.503', () => {
    const u = at(bout, 'tsc_release', 0);
    expect(u / (u + 0.2)).toBeCloseTo(0.503, 3);
  });
  it('fades by 1/e in 20 h', () => {
    expect(at(bout, 'rag_independent_activation', 20 * 3600)).toBeCloseTo(0.0539 / Math.E, 3);
  });
  it('blocks elongation during work and not after', () => {
    expect([at(bout, 'elongation', -1800), at(bout, 'elongation', 1)]).toEqual([0.65, 1]);
  });
  it('leaves AMPK up for an hour', () => {
    expect([at(bout, 'ampk', 3500), at(bout, 'ampk', 3700)]).toEqual([1.8, 1]);
  });
});

it('lets endurance work raise the BCKDH phosphatase fourfold, only while it lasts', () => {
  const work = effectsOf('exercise', { kind: 'endurance', at: 0, for: 5400 });
  expect([at(work, 'ppm1k_activity', 3600), at(work, 'ppm1k_activity', 5401)]).toEqual([4, 1]);
});

describe('ageing', () => {
  it('lets each part be left off alone', () => {
    const off = effectsOf('ageing', { 'S6K phosphorylation': 'off' });
    expect([at(off, 'mtorc1_s6k', 0), at(off, 'leucine_inflow', 0)]).toEqual([1, 0.73]);
  });
  it('takes a factor of one’s own', () => {
    expect(effectsOf('ageing', { 'mTOR amount': 0.9 }).copies.MTORC1).toBe(0.9);
  });
  it('has a worst case', () => expect(effectsOf('ageing', { case: 'worst' }).copies.S6K1).toBe(0.5));
  it('raises breakdown only where it is asked for', () => {
    const has = (given: Given) => effectsOf('ageing', given).inputs.some((e) => e.input === 'breakdown');
    expect([has({}), has({ breakdown: 'on' })]).toEqual([false, true]);
  });
  it('keeps constitutive S6K1 phosphorylation in ratio to dephosphorylation: 0.0213 / 0.0734 = x / 0.42', () => {
    expect(at(effectsOf('ageing', {}), 'constitutive_s6k', 0) / 0.42).toBeCloseTo(0.0213 / 0.0734, 9);
  });
  it('lets less of a meal through a greedier gut, and all of it through a young one', () => {
    expect(oralShare(1)).toBe(1);
    expect(oralShare(1.76)).toBeLessThan(1);
    expect(oralShare(2.2)).toBeLessThan(oralShare(1.76));
  });
});

describe('a lasting state', () => {
  it('of strength 0 is health', () => {
    for (const key of ['inflammation', 'glucocorticoid', 'disuse'])
      for (const { course } of effectsOf(key, { strength: 0 }).inputs) expect(course.value).toEqual([1]);
  });
  it('of disuse reaches the calibrated floor: 0.47 of capacity in a cast, 0.68 in bed', () => {
    const cast = effectsOf('disuse', { for: 60 * 86_400 });
    const bed = effectsOf('disuse', { kind: 'bed rest' });
    expect(at(cast, 'translation_capacity', 0)).toBeCloseTo(0.47, 3);
    expect(at(bed, 'translation_capacity', 0) * at(bed, 'ribosome_content', 0)).toBeCloseTo(0.68, 9);
  });
});

it('gives a drug from its time on, at its level', () => {
  const drug = effectsOf('rapamycin', { level: 5, at: 600 });
  expect([at(drug, 'rapamycin', 599), at(drug, 'rapamycin', 601)]).toEqual([0, 5]);
});

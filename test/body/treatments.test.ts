import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/body/courses.js';
import { oralShare } from '../../src/body/gut.js';
import { nearestStudy } from '../../src/body/intake.js';
import { kicRise } from '../../src/body/intake-model.js';
import { ALONE, type Beside, complete, type Effects } from '../../src/body/treatment.js';
import { TREATMENTS } from '../../src/body/treatments.js';
import { agentsOf } from '../../src/language/model.js';
import { parametersOf } from '../../src/language/parameters.js';
import { leucineModel } from '../../src/model/leucine.js';
import type { Given } from '../../src/scenario/plan.js';

const rest = (name: string): number => leucineModel.inputs.find((i) => i.name === name)!.rest;
function effectsOf(key: string, given: Given, beside: Beside = ALONE): Effects {
  const treatment = TREATMENTS.find((t) => t.key === key)!;
  return treatment.effects(complete(treatment, given), rest, beside);
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
  infusion: { rate: 5 },
  kic: { dose: 5 },
  fast: { for: 302_400 },
  exercise: { kind: 'resistance', damage: 0.1 },
  disuse: { kind: 'bed rest' },
};

describe.each(TREATMENTS.map((t) => [t.key, t] as const))('%s', (key, treatment) => {
  it('touches only inputs and agents that the model has', () => {
    const inputs = new Set(leucineModel.inputs.map((i) => i.name));
    const agents = new Set(agentsOf(leucineModel).map((a) => a.agentName));
    expect(treatment.touches.inputs.filter((i) => !inputs.has(i))).toEqual([]);
    expect(treatment.touches.copies.filter((a) => !agents.has(a))).toEqual([]);
    const parameters = new Set(parametersOf(leucineModel).map((p) => p.name));
    expect(treatment.touches.parameters.filter((p) => !parameters.has(p))).toEqual([]);
  });
  it('does nothing that it does not declare', () => {
    const kinds = key === 'exercise' || key === 'training' ? [{ kind: 'endurance' }] : [];
    const all = [NEEDED[key] ?? {}, ...kinds];
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
  it('scales the curve of the nearest study where it is asked to', () => {
    const twice = effectsOf('leucine', { dose: 6.84, curves: 'measured' });
    expect(at(twice, 'plasma_leucine', 30 * 60)).toBeCloseTo(2 * (495 - 146), 6);
  });
  it('comes from the model where its dose was not studied, and is linear in the dose there', () => {
    const [one, two] = [7, 14].map((dose) => at(effectsOf('leucine', { dose }), 'plasma_leucine', 1800));
    expect(two! / one!).toBeCloseTo(2, 6);
    expect(effectsOf('leucine', { dose: 7 }).inputs.map((e) => e.from)).toEqual(
      Array(3).fill('intake model, 7 g leucine'),
    );
  });
  it('takes a dose within 10 % for that of the study, and the model for any where it is asked to', () => {
    const from = (given: Given) => effectsOf('EAA', given).inputs[0]!.from;
    expect(from({ leucine: 1.74 })).toMatch(/^leu-plasma-glynn2010-1p85g x 0\.9405/);
    expect(from({ leucine: 1.65 })).toMatch(/^intake model/);
    expect(from({ leucine: 3.5, curves: 'model' })).toMatch(/^intake model/);
  });
  it('fades after the last point of its curve and does not fall at once', () => {
    const drink = effectsOf('EAA', { leucine: 3.5 });
    const [last, later, gone] = [180, 219, 900].map((t) => at(drink, 'plasma_leucine', t * 60));
    expect(last).toBe(231 - 123);
    expect(later! / last!).toBeCloseTo(0.5, 1);
    expect(gone).toBe(0);
  });
  it('raises KIC after leucine, and as measured after 48 g whey', () => {
    expect(at(effectsOf('EAA', { leucine: 3.5 }), 'plasma_kic', 3600)).toBeGreaterThan(30);
    expect(at(effectsOf('whey', { dose: 48 }), 'plasma_kic', 3600)).toBeCloseTo(51.1 - 30.6, 6);
  });
  it('of essential amino acids brings insulin by their mass where leucine is not the usual share', () => {
    const peak = (given: Given) => at(effectsOf('EAA', { ...given, curves: 'model' }), 'insulin', 1200);
    expect(peak({ leucine: 1.85, mass: 10 })).toBeCloseTo(peak({ leucine: 3.5 }), 6);
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
    expect(effectsOf('whey', { dose: 20, curves: 'measured' }).inputs[0]!.from).toMatch(
      /leu-plasma-moore2009-whey25g x 0\.8/,
    );
  });
  it('of nothing adds nothing', () => expect(effectsOf('EAA', { leucine: 0 }).inputs).toEqual([]));
  it('of whey raises arginine by half of what leucine rises, in folds', () => {
    const whey = effectsOf('whey', { dose: 48 });
    expect(at(whey, 'arginine', 3600)).toBeCloseTo(((501 - 152) / 125) * 0.5, 6);
  });
});

describe('an infusion', () => {
  const plateau_uM = ((5 / 60 / 131.17) * 1e6) / (9.2 * 0.06);
  it('of leucine is at its plateau from the start when primed: rate over volume and loss', () => {
    const primed = effectsOf('infusion', { rate: 5 });
    expect(at(primed, 'plasma_leucine', 60)).toBeCloseTo(plateau_uM, 6);
    expect(at(primed, 'plasma_leucine', 6 * 3600 - 1)).toBeCloseTo(plateau_uM, 6);
  });
  it('rises to it without a prime, and is lost after its end', () => {
    const constant = effectsOf('infusion', { rate: 5, pattern: 'constant' });
    const half_s = (Math.LN2 / 0.06) * 60;
    expect(at(constant, 'plasma_leucine', half_s) / plateau_uM).toBeCloseTo(0.5, 2);
    expect(at(constant, 'plasma_leucine', 6 * 3600 + half_s) / plateau_uM).toBeCloseTo(0.5, 2);
    expect(at(constant, 'plasma_leucine', 86_400)).toBe(0);
  });
  it('of KIC and HMB raises what is infused and nothing else', () => {
    const raised = (of: string) => effectsOf('infusion', { rate: 1, of }).inputs.map((e) => e.input);
    expect([raised('KIC'), raised('HMB'), raised('leucine')]).toEqual([
      ['plasma_kic'],
      ['plasma_hmb'],
      ['plasma_leucine', 'plasma_kic'],
    ]);
  });
  it('of mixed amino acids is a step, or rises when it is not primed', () => {
    const step = effectsOf('amino acid infusion', { fold: 1.7 });
    const slow = effectsOf('amino acid infusion', { fold: 1.7, pattern: 'constant' });
    expect(at(step, 'plasma_leucine', 1)).toBe(1.7);
    expect(at(slow, 'plasma_leucine', (Math.LN2 / 0.034) * 60)).toBeCloseTo(1.35, 2);
  });
});

describe('sestrin', () => {
  const parameter = (name: string) => parametersOf(leucineModel).find((p) => p.name === name)!.value;
  it.each(['sestrin1', 'sestrin3'])('as %s takes leucine as the rule of that isoform does', (isoform) => {
    const factor = effectsOf('sestrin', { isoform }).parameters['sestrin2-leucine.on']!;
    expect(factor * parameter('sestrin2-leucine.on')).toBeCloseTo(parameter(`${isoform}-leucine.on`), 9);
    expect(parameter('sestrin2-leucine.off')).toBe(parameter(`${isoform}-leucine.off`));
  });
  it('of a pocket mutant lets go of leucine and of the drug alike', () => {
    expect(effectsOf('sestrin', { Kd: 10 }).parameters).toEqual({
      'sestrin2-leucine.off': 10,
      'sestrin2-nv5138.off': 10,
    });
  });
  it('of the wild type changes nothing, and of none takes all copies away', () => {
    expect(effectsOf('sestrin', {})).toMatchObject({ copies: {}, parameters: {} });
    expect(effectsOf('sestrin', { amount: 0 }).copies).toEqual({ Sestrin: 0 });
  });
});

describe('resistance exercise', () => {
  const bout = effectsOf('exercise', { kind: 'resistance', at: -3600, for: 3600 });
  it('keeps half of TSC off Rheb at its end: u/(u + 0.2) = 0.503', () => {
    const u = at(bout, 'tsc_release', 0);
    expect(u / (u + 0.2)).toBeCloseTo(0.503, 3);
  });
  it('fades by 1/e in 20 h', () => {
    expect(at(bout, 'rag_independent_activation', 20 * 3600)).toBeCloseTo(0.016 / Math.E, 4);
  });
  it('raises eIF2B by a quarter, which fades by 1/e in 36 h', () => {
    expect(at(bout, 'eif2b', 1)).toBeCloseTo(1.25, 3);
    expect(at(bout, 'eif2b', 36 * 3600)).toBeCloseTo(1 + 0.25 / Math.E, 3);
  });
  it('blocks elongation during work and not after', () => {
    expect([at(bout, 'elongation', -1800), at(bout, 'elongation', 1)]).toEqual([0.65, 1]);
  });
  it('leaves AMPK up for an hour', () => {
    expect([at(bout, 'ampk', 3500), at(bout, 'ampk', 3700)]).toEqual([1.8, 1]);
  });
});

describe('a fast', () => {
  const fasted = (h: number, more: Given = {}) => effectsOf('fast', { for: h * 3600, ...more });
  it('is the fasted state of all scenarios after a night, and as measured after 30 and 36 h', () => {
    for (const { course, how } of fasted(12).inputs)
      expect(valueAt(course, 0)).toBeCloseTo(how === 'times' ? 1 : 0, 12);
    expect(at(fasted(30), 'plasma_leucine', 0) / 125 + 1).toBeCloseTo(169 / 102, 2);
    expect(at(fasted(36), 'insulin', 0) / 33 + 1).toBeCloseTo(2.5 / 4.3, 2);
  });
  it('goes on during the run', () => {
    expect(at(fasted(24), 'plasma_leucine', 6 * 3600)).toBeCloseTo(at(fasted(30), 'plasma_leucine', 0), 9);
    expect(at(fasted(84), 'plasma_leucine', 0)).toBe(at(fasted(30), 'plasma_leucine', 0));
  });
  it('raises KIC with leucine as the intake model does in the end', () => {
    const held = kicRise({ time_s: [0, 1e6], value: [82.5, 82.5] });
    expect(at(fasted(84), 'plasma_kic', 0)).toBeCloseTo(valueAt(held, 9e5), 6);
    expect(at(fasted(84, { leucine: 'off' }), 'plasma_kic', 0)).toBe(0);
  });
  it('lets each change be left off alone', () => {
    expect(at(fasted(84, { arginine: 'off' }), 'arginine', 0)).toBe(1);
    expect(at(fasted(84), 'arginine', 0)).toBeCloseTo(0.8, 9);
  });
});

describe('training', () => {
  const bout = (training: Given | undefined, given: Given) =>
    effectsOf('exercise', { at: -3600, ...given }, (key) =>
      key === 'training' && training !== undefined
        ? complete(TREATMENTS.find((t) => t.key === key)!, training)
        : undefined,
    );
  const work = { kind: 'endurance', at: 0, for: 5400 };
  it('for strength halves how long a bout acts, and leaves its beginning as it was', () => {
    const [untrained, trained] = [undefined, {}].map((t) => bout(t, { kind: 'resistance' }));
    const of = (effects: Effects, h: number) => at(effects, 'rag_independent_activation', h * 3600);
    expect(of(trained!, 1e-6)).toBeCloseTo(of(untrained!, 1e-6), 6);
    for (const h of [4, 10, 28]) expect(of(trained!, h) / of(untrained!, 2 * h)).toBeCloseTo(1, 1);
    expect(at(trained!, 'eif2b', 18 * 3600)).toBeCloseTo(1 + 0.25 / Math.E, 3);
  });
  it('for strength takes away the rise of breakdown after a bout, and adds ribosomes', () => {
    expect(at(bout({}, { kind: 'resistance' }), 'breakdown', 1)).toBe(1);
    expect(at(bout({ 'breakdown after a bout': 'off' }, { kind: 'resistance' }), 'breakdown', 0)).toBe(1.34);
    expect(effectsOf('training', {}).copies).toEqual({ Ribosome: 1.73 });
  });
  it('for endurance adds BCKDH with its kinase, and work hardly activates it', () => {
    expect(effectsOf('training', { kind: 'endurance' }).copies).toEqual({ BDK: 1.3, E1: 1.3 });
    expect(at(bout({ kind: 'endurance' }, work), 'ppm1k_activity', 3600)).toBeCloseTo(1.15, 9);
  });
  it('acts only on the exercise that it was for', () => {
    expect(bout({}, work)).toEqual(bout(undefined, work));
    expect(bout({ kind: 'endurance' }, { kind: 'resistance' })).toEqual(
      bout(undefined, { kind: 'resistance' }),
    );
  });
  it('at strength 0 is no training, and half of it between', () => {
    const kinds = [{ kind: 'resistance' }, work];
    for (const [i, kind] of ['resistance', 'endurance'].entries())
      expect(bout({ kind, strength: 0 }, kinds[i]!)).toEqual(bout(undefined, kinds[i]!));
    expect(effectsOf('training', { strength: 0.5 }).copies.Ribosome).toBeCloseTo(1.365, 9);
  });
});

it('lets endurance work raise the BCKDH phosphatase fourfold, only while it lasts', () => {
  const work = effectsOf('exercise', { kind: 'endurance', at: 0, for: 5400 });
  expect([at(work, 'ppm1k_activity', 3600), at(work, 'ppm1k_activity', 5401)]).toEqual([4, 1]);
});

it('leaves leucine inflow up after endurance work as after resistance, and not before its end', () => {
  const work = effectsOf('exercise', { kind: 'endurance', at: 0, for: 5400 });
  expect([at(work, 'leucine_inflow', 5300), at(work, 'leucine_inflow', 5401)]).toEqual([
    1,
    expect.closeTo(1.64, 3),
  ]);
});

it('damages in eccentric work, by its strength or as it is told, and not in other work', () => {
  const damage = (given: Given) =>
    effectsOf('exercise', given).inputs.find((e) => e.input === 'eccentric_damage')?.course.value[1];
  expect(damage({ kind: 'resistance' })).toBeUndefined();
  expect(damage({ kind: 'eccentric' })).toBeCloseTo(0.01, 9);
  expect(damage({ kind: 'eccentric', strength: 0.5 })).toBeCloseTo(0.005, 9);
  expect(damage({ kind: 'eccentric', damage: 0.2 })).toBeCloseTo(0.2, 9);
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
  it('keeps as much S6K1 phosphorylated without mTORC1 as its source: 0.0213 / (0.0213 + 0.0734), within a tenth', () => {
    const constitutive = at(effectsOf('ageing', {}), 'constitutive_s6k', 0);
    const [copies, dephosphorylation, saturation] = [40, 0.42, 1.953];
    const share = 0.0213 / (0.0213 + 0.0734);
    const p = share * copies;
    expect((constitutive * (copies - p)) / ((dephosphorylation * p) / (1 + p / saturation))).toBeCloseTo(
      1,
      1,
    );
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
  it('of disuse reaches the calibrated floor: 0.47 of capacity in a cast, 0.765 in bed', () => {
    const cast = effectsOf('disuse', { for: 60 * 86_400 });
    const bed = effectsOf('disuse', { kind: 'bed rest' });
    expect(at(cast, 'translation_capacity', 0)).toBeCloseTo(0.47, 3);
    expect(at(bed, 'translation_capacity', 0) * at(bed, 'ribosome_content', 0)).toBeCloseTo(0.765, 9);
  });
});

it('gives a drug from its time on, at its level', () => {
  const drug = effectsOf('rapamycin', { level: 5, at: 600 });
  expect([at(drug, 'rapamycin', 599), at(drug, 'rapamycin', 601)]).toEqual([0, 5]);
});

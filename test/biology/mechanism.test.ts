/**
 * What must hold whatever the constants are, in the mean field of the rules, which is exact up to the integrator's 1e-9. Each
 * claim is asked of the model, and of a model with one mechanism broken, where it has to fail.
 */
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/language/check.js';
import type { Model } from '../../src/language/model.js';
import { rulesOf } from '../../src/language/model.js';
import { assumed, k } from '../../src/language/rates.js';
import { bind, by, change, chapter, type Rule, rule } from '../../src/language/rules.js';
import * as a from '../../src/model/agents.js';
import { cytosol, rim } from '../../src/model/compartments.js';
import { leucineModel } from '../../src/model/leucine.js';
import { SIGNALLING_ONLY } from './live.js';
import { meanField } from './steady.js';

const why = assumed('broken on purpose');
const sensorWith = (extra: readonly Rule[]): Model => ({
  ...leucineModel,
  chapters: [
    chapter(
      'Sensor',
      rulesOf(leucineModel).filter(({ id }) => /^(rim-(from|to)-plasma|sestrin|castor1|gator2)/.test(id)),
    ),
    chapter('Extra', extra),
  ],
});
const withRule = (broken: Rule): Model => ({
  ...leucineModel,
  chapters: [...leucineModel.chapters, chapter('Broken', [broken])],
});
const whole = meanField(leucineModel);
const docked = a.MTORC1({ rag: 'bound' });
const bypassed = a.MTORC1({ bypass: 'hmb' });
const silenced = a.Sestrin({ gator2: 'bound' });
const freeGator2 = a.GATOR2({ s1: 'free', s2: 'free', castorA: 'off', castorB: 'off' });
type Field = ReturnType<typeof meanField>;

describe('KIC acts on mTORC1 only through BCAT2', () => {
  const fasted = { 'kic-dioxygenase.k': 0 };
  /** How much KIC in plasma, 1 mM unless said, changes p-S6K1 and docking in 3 h; HMB made from KIC is another path, and shut unless said. */
  const change_ = (
    field: Field,
    BCAT2: number,
    parameters: Readonly<Record<string, number>> = fasted,
    kic_uM = 1000,
  ) => {
    const at = (plasma_kic: number) =>
      field(3, { inputs: { plasma_kic }, copies: { BCAT2 }, parameters }).count;
    const [none, much] = [at(30), at(kic_uM)] as const;
    const ratio = (pattern: Parameters<typeof none>[0]) => much(pattern) / none(pattern) - 1;
    return Math.max(Math.abs(ratio(a.S6K1({ t389: 'p' }))), Math.abs(ratio(docked)));
  };
  it('with it p-S6K1 rises by more than 3 %, without it by less than a millionth', () => {
    expect(change_(whole, 1)).toBeGreaterThan(0.03);
    expect(change_(whole, 0)).toBeLessThan(1e-6);
  });
  it('what is left with KIC dioxygenase at work is HMB, and small: less than 1 % at the 200 uM of the study, than 2.5 % at 1 mM', () => {
    expect(change_(whole, 0, {}, 200)).toBeLessThan(0.01);
    expect(change_(whole, 0, {})).toBeLessThan(0.025);
  });
  it('fails where KIC activates mTORC1 itself', () => {
    const direct = rule(
      'kic-direct',
      'KIC activates mTORC1',
      by(change(a.MTORC1, { bypass: 'none' }, { bypass: 'hmb' }), a.KIC({ in: cytosol })),
      { k: k(1e-7, 'um3/min', why) },
    );
    expect(change_(meanField(withRule(direct)), 0)).toBeGreaterThan(0.01);
  });
});

describe('HMB leaves Sestrin on GATOR2 and mTORC1 on Rag as they are', () => {
  /** Leucine is held, since HMB spares protein and so lowers the leucine that the sensor sees. */
  const counts = (field: Field) => {
    const count = (plasma_hmb: number) =>
      field(1, { inputs: { plasma_hmb }, parameters: SIGNALLING_ONLY }).count;
    return { rest: count(2), fed: count(450) };
  };
  it('to a millionth, while it activates mTORC1 around them', () => {
    const { rest, fed } = counts(whole);
    for (const pattern of [silenced, freeGator2, a.Rag({ ab: 'GTP' }), docked])
      expect(fed(pattern) / rest(pattern)).toBeCloseTo(1, 6);
    expect(fed(bypassed)).toBeGreaterThan(10 * rest(bypassed));
  });
  it('fails where HMB loads the Rags', () => {
    const onRag = rule(
      'hmb-rag',
      'HMB loads the Rags',
      by(change(a.Rag, { ab: 'GDP' }, { ab: 'GTP' }), a.HMB({ in: cytosol })),
      { k: k(1e-7, 'um3/min', why) },
    );
    const { rest, fed } = counts(meanField(withRule(onRag)));
    expect(fed(docked) / rest(docked)).toBeGreaterThan(1 + 1e-4);
  });
});

describe('a Sestrin2 whose pocket has ten times the Kd', () => {
  const steady = (field: Field, plasma_leucine: number, Kd: number, others = {}) =>
    field(12, { inputs: { plasma_leucine }, parameters: { ...others, 'sestrin2-leucine.off': 3 * Kd } })
      .count;
  /** Leucine at which free GATOR2 is half way between none and much, by bisection; the rules of the sensor alone. */
  const ec50 = (extra: readonly Rule[], Kd: number): number => {
    const field = meanField(sensorWith(extra));
    const free = (L: number, Kd_: number) => steady(field, L, Kd_)(freeGator2);
    const half = (free(1e-3, 1) + free(1e7, 1)) / 2;
    let [from, to] = [Math.log(1), Math.log(1e4)];
    while (to - from > 1e-4) {
      const middle = (from + to) / 2;
      if (free(Math.exp(middle), Kd) < half) from = middle;
      else to = middle;
    }
    return Math.exp((from + to) / 2);
  };
  it('needs ten times the leucine for half of the effect', () => {
    expect(ec50([], 10) / ec50([], 1)).toBeCloseTo(10, 2);
  });
  it('is the wild type at a tenth of its leucine, down to mTORC1 and S6K1', () => {
    for (const L of [20, 125]) {
      const [mutant, wild] = [
        steady(whole, 10 * L, 10, SIGNALLING_ONLY),
        steady(whole, L, 1, SIGNALLING_ONLY),
      ];
      for (const pattern of [silenced, freeGator2, docked, a.S6K1({ t389: 'p' })])
        expect(mutant(pattern) / wild(pattern)).toBeCloseTo(1, 4);
    }
  });
  it('fails where leucine has a way to Sestrin that the mutation spares', () => {
    const aside = rule(
      'second-door',
      'Leucine enters the pocket by another door',
      bind(a.Sestrin({ isoform: 'sestrin2', gator2: 'free' }).pocket, a.Leucine({ in: rim })),
      { on: k(0.15, '1/(uM min)', why), off: k(3, '1/min', why) },
    );
    expect(ec50([aside], 10) / ec50([aside], 1)).toBeLessThan(9);
  });
});

describe('without driving forces', () => {
  /** Everything driven, and every way in or out of the cell, is off. */
  const undriven = (model: Model) =>
    Object.fromEntries(
      rulesOf(model)
        .filter((r) => r.driven || ['make', 'remove'].includes(verbOf(r)))
        .flatMap((r) => Object.keys(r.rates).map((rate) => [`${r.id}.${rate}`, 0])),
    );
  /** Net turns of each reversible rule in an hour, as a share of all its events, after equilibrium. */
  const turning = (model: Model) => {
    const parameters = undriven(model);
    const fired = meanField(model)(1e5, { parameters }).firedNext();
    return rulesOf(model).flatMap((r) => {
      const [there, back] = Object.keys(r.rates).map((rate) => fired.get(`${r.id}.${rate}`) ?? 0);
      if (back === undefined || there! + back === 0) return [];
      return [{ rule: r.id, net: Math.abs(there! - back) / (there! + back) }];
    });
  };
  it('no cycle turns: every reversible rule goes as often one way as the other', () => {
    const found = turning(leucineModel);
    expect(found.map((f) => f.rule)).toEqual(
      expect.arrayContaining([
        'sestrin2-leucine',
        'sestrin-gator2-first',
        'bcat2-leucine',
        'bcat2-glutamate',
      ]),
    );
    expect(found.filter((f) => f.net > 1e-6)).toEqual([]);
  });
  it('fails where a second door has another Kd, and the check of the model says so', () => {
    const door = rule(
      'second-door',
      'Leucine enters the pocket by another door',
      bind(a.Sestrin({ isoform: 'sestrin2', gator2: 'free' }).pocket, a.Leucine({ in: rim })),
      { on: k(0.15, '1/(uM min)', why), off: k(6, '1/min', why) },
    );
    expect(Math.max(...turning(withRule(door)).map((f) => f.net))).toBeGreaterThan(0.01);
    expect(checkModel(withRule(door)).length).toBeGreaterThan(0);
  });
});

const verbOf = ({ event }: Rule): string => (event.verb === 'by' ? event.event.verb : event.verb);

import { describe, expect, it } from 'vitest';
import { type Life, live } from './live.js';

/** Whole cells of 8 um3 (smaller where the expected effect is large), two hours; p-S6K1 over an hour is good to 25 %. */
const whole = (life: Partial<Life>) =>
  live({ volume_um3: 8, fasted_min: 60, min: 120, every: 10, seed: 'fed', ...life });
/** Levels of the first two hours after 3.5 g leucine in amino acids: about 600 uM leucine, 60 pM insulin (Glynn 2010); KIC as after whey (Atherton 2010). */
const MEAL = { plasma_leucine: 600, insulin: 60, plasma_kic: 50 };
const rest = whole({});
const fed = whole({ inputs: MEAL });

describe('a meal', () => {
  it('raises free leucine from 128 to 204-280 uM (Drummond 2010), here to 180-400', () => {
    expect(fed('leucine_uM', 60)).toBeGreaterThan(180);
    expect(fed('leucine_uM', 60)).toBeLessThan(400);
  });

  it('raises p-S6K1 on a blot 1.4- to 2.4-fold at 60-120 min (1.84 published)', () => {
    const fold = fed('s6k1_blot_signal', 45) / rest('s6k1_blot_signal', 45);
    expect(fold).toBeGreaterThan(1.4);
    expect(fold).toBeLessThan(2.6);
  });

  it('raises synthesis 1.3- to 3-fold in the second hour, little in the first half hour (Bohe 2001)', () => {
    const ratio = fed('fsr_percent_per_h', 60) / rest('fsr_percent_per_h', 60);
    expect(ratio).toBeGreaterThan(1.3);
    expect(ratio).toBeLessThan(3);
    expect(fed('fsr_percent_per_h', 0, 30) / rest('fsr_percent_per_h', 0, 30)).toBeLessThan(1.25);
  });

  it('raises myofibrillar synthesis more than mixed, and sarcoplasmic less (Mittendorfer 2005, Moore 2009)', () => {
    const fold = (id: string) => fed(id, 60) / rest(id, 60);
    expect(fold('fsr_myofibrillar_percent_per_h')).toBeGreaterThan(fold('fsr_percent_per_h'));
    expect(fold('fsr_sarcoplasmic_percent_per_h')).toBeLessThan(fold('fsr_percent_per_h'));
    expect(fold('fsr_sarcoplasmic_percent_per_h')).toBeGreaterThan(1);
  });

  it('raises KIC and its oxidation', () => {
    expect(fed('kic_uM', 60) / rest('kic_uM', 60)).toBeGreaterThan(1.2);
    expect(fed('kic_oxidation_per_um3_h', 60) / rest('kic_oxidation_per_um3_h', 60)).toBeGreaterThan(1.1);
  });

  it('does nothing to synthesis under rapamycin, which spares the basal rate (Dickinson 2011, 2013)', () => {
    const blocked = whole({ volume_um3: 3, before: { rapamycin: 10 }, fasted_min: 120, inputs: MEAL });
    const ratio = blocked('fsr_percent_per_h', 60) / rest('fsr_percent_per_h', 60);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.15);
    expect(blocked('s6k1_p_fraction', 30)).toBeLessThan(0.03);
  });
});

describe('insulin, enzymes and drugs', () => {
  it('halves breakdown at 200 pM insulin, band 0.35-0.65 (Greenhaff 2008), as amino acids alone do not', () => {
    const insulin = whole({ volume_um3: 2, min: 90, inputs: { insulin: 200 } });
    const leucine = fed('breakdown_percent_per_h', 60) / rest('breakdown_percent_per_h', 60);
    const ratio = insulin('breakdown_percent_per_h', 45) / rest('breakdown_percent_per_h', 45);
    expect(ratio).toBeGreaterThan(0.35);
    expect(ratio).toBeLessThan(0.65);
    expect(leucine).toBeGreaterThan(0.65);
  });

  it('stops both transamination and reamination without BCAT2, so KIC cannot become leucine', () => {
    const none = whole({
      volume_um3: 1,
      fasted_min: 30,
      min: 60,
      copies: { BCAT2: 0 },
      inputs: { plasma_kic: 300 },
    });
    const normal = whole({ volume_um3: 1, fasted_min: 30, min: 60, inputs: { plasma_kic: 300 } });
    expect(none('transamination_per_um3_h') + none('reamination_per_um3_h')).toBe(0);
    expect(normal('reamination_per_um3_h', 30)).toBeGreaterThan(1.3 * rest('reamination_per_um3_h'));
    expect(normal('leucine_uM', 30)).toBeGreaterThan(rest('leucine_uM'));
  });

  it('activates BCKDH in endurance work to 15-25 % at 90 min (Wagenmakers 1989), here 10-27 % in one cell', () => {
    const work = whole({ volume_um3: 4, min: 100, inputs: { ppm1k_activity: 4 } });
    expect(work('bckdh_active_fraction', 70, 100)).toBeGreaterThan(0.1);
    expect(work('bckdh_active_fraction', 70, 100)).toBeLessThan(0.27);
  });

  it('lets BT2 release BCKDH from its kinase (Tso 2014)', () => {
    const bt2 = whole({ volume_um3: 2, min: 120, inputs: { bt2: 650 } });
    expect(bt2('bckdh_active_fraction', 90) / rest('bckdh_active_fraction')).toBeGreaterThan(3);
  });

  it('slows the proteasome with HMB (Wilkinson 2013)', () => {
    const hmb = whole({ volume_um3: 2, min: 90, inputs: { plasma_hmb: 480 } });
    const ratio = hmb('breakdown_percent_per_h', 60) / rest('breakdown_percent_per_h', 60);
    expect(ratio).toBeGreaterThan(0.28);
    expect(ratio).toBeLessThan(0.6);
  });
});

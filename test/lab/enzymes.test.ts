import { expect, it } from 'vitest';
import { assayed, type Homogenate } from '../../src/lab/enzymes/activities.js';
import { proteinOf_mg } from '../../src/lab/enzymes/aliquot.js';
import { bckdhActivity } from '../../src/lab/enzymes/bckdh.js';
import { titrated } from '../../src/lab/enzymes/titration.js';
import { michaelisOf, vesselOf } from '../../src/lab/enzymes/vessel.js';
import { bckdhVial } from '../../src/model/cuvettes.js';
import { logNormal } from '../../src/random/log-normal.js';
import { streamFor } from '../../src/random/stream.js';

/** Forty cells of 1 um3 with the enzymes of the model, 5 % of BCKDH at work. */
const HOMOGENATE: Homogenate = {
  point: 0,
  condition: 'rest',
  donor: 0,
  time_s: 0,
  protein_mg: proteinOf_mg(40 * 1.13e8),
  enzymes: new Map([
    ['BCAT2', { active: 2400, total: 2400 }],
    ['BCKDH', { active: 96, total: 1920 }],
  ]),
};
const protocol = (pipetting: number, absorbance: number) => ({
  homogenates_s: [0],
  enzymes: ['BCAT2', 'BCKDH'],
  replicates: 3,
  noise: { pipetting, absorbance },
});
const found = (pipetting = 0, absorbance = 0, seed = 's') =>
  assayed(HOMOGENATE, protocol(pipetting, absorbance), seed);
const of = (assay: string, all = found()) => all.find((f) => f.assay === assay)!;

it('reads the activity that the enzymes have: BCAT2 by NADH within 1 %, BCKDH by counts within 3 %', () => {
  const all = found();
  const bcat = of('BCAT2', all);
  expect(Math.abs(bcat.activity.value / bcat.truth - 1)).toBeLessThan(0.01);
  for (const assay of ['BCKDH actual', 'BCKDH total'])
    expect(Math.abs(of(assay, all).activity.value / of(assay, all).truth - 1), assay).toBeLessThan(0.03);
  const state = of('BCKDH actual', all).activity.value / of('BCKDH total', all).activity.value;
  expect(state).toBeGreaterThan(0.045);
  expect(state).toBeLessThan(0.055);
});
it('counts activity per mg as turnover times enzymes over protein', () => {
  const U = (2400 * 167 * 60) / 6.022e17;
  expect(of('BCAT2').trueVmax).toBeCloseTo(U / HOMOGENATE.protein_mg, 10);
  expect(HOMOGENATE.protein_mg).toBeCloseTo((((40 * 1.13e8) / 6.022e23) * 113.16 * 1e3) / 0.08, 15);
});
it('shows a trace that lags behind and then falls in a straight line', () => {
  const { trace } = of('BCAT2');
  const { time_s, A340 } = trace!;
  const fall = (from_s: number, to_s: number) =>
    (A340[time_s.indexOf(from_s)]! - A340[time_s.indexOf(to_s)]!) / (to_s - from_s);
  expect(A340[0]).toBeLessThan(6.22e-3 * 200);
  expect((1.244 - A340[0]!) / 5).toBeLessThan(0.55 * fall(60, 120));
  expect(fall(30, 60) / fall(60, 120)).toBeCloseTo(1, 1);
});
it('finds Km and Vmax of a titration without error exactly', () => {
  const S = [10, 20, 40, 80, 160, 320];
  const { Km, Vmax } = titrated(
    S,
    S.map((s) => (7 * s) / (45 + s)),
  );
  expect(Km.value).toBeCloseTo(45, 8);
  expect(Vmax.value).toBeCloseTo(7, 8);
  expect(titrated([1, 2], [1, 2]).Km.value).toBeNaN();
});
/** Of 200 intervals of 95 %, 190 are meant to hold the truth with a spread of 3.1; fewer than 176 is 4.5 spreads off. */
it('reports intervals of Km and Vmax that hold the truth 95 times in 100, over 200 titrations', () => {
  const S = [250, 500, 1000, 2000, 4000, 8000, 16_000];
  const chance = streamFor('titrations');
  let [Km, Vmax] = [0, 0];
  for (let repeat = 0; repeat < 200; repeat++) {
    const fit = titrated(
      S,
      S.map((s) => ((5 * s) / (1200 + s)) * logNormal(chance, 0.05)),
    );
    Km += fit.Km.low <= 1200 && 1200 <= fit.Km.high ? 1 : 0;
    Vmax += fit.Vmax.low <= 5 && 5 <= fit.Vmax.high ? 1 : 0;
  }
  for (const held of [Km, Vmax]) {
    expect(held).toBeGreaterThanOrEqual(176);
    expect(held).toBeLessThan(200);
  }
});
/** 60 enzymes turn over 60 x 2.93 x 600 x 300/345 = 91,700 times with at most 0.3 % less for the substrate used; 20 vials see 0.1 %. */
it('releases in a vial as many CO2 as kcat n S/(Km + S) t, with the spread of a Poisson number', () => {
  const { kcat_per_s, Km_uM } = michaelisOf(bckdhVial, 'decarboxylation');
  const fill = vesselOf(bckdhVial);
  const released = Array.from({ length: 20 }, (_, i) => {
    const filling = { enzymes: 60, volume_um3: 100, substrate: 'KIC', substrate_uM: 300 };
    return fill(filling, [600], 'vial', i)('CO2')[0]!;
  });
  const mean = released.reduce((a, b) => a + b, 0) / 20;
  const expected = (60 * kcat_per_s * 600 * 300) / (Km_uM + 300);
  expect(mean / expected).toBeGreaterThan(0.996);
  expect(mean / expected).toBeLessThan(1.001);
  const variance = released.reduce((sum, n) => sum + (n - mean) ** 2, 0) / 19;
  expect(variance / mean).toBeGreaterThan(0.3);
  expect(variance / mean).toBeLessThan(2.6);
});
it('assays the same twice, and another donor otherwise', () => {
  const first = found(0.03, 0.0005);
  expect(found(0.03, 0.0005)).toEqual(first);
  expect(of('BCAT2', found(0.03, 0.0005, 'other')).activity.value).not.toBe(
    of('BCAT2', first).activity.value,
  );
});

/** Vials with all errors. Of 200 intervals of 95 %, 190 are meant to hold the truth with a spread of 3.1; fewer than 176 is 4.5 spreads off. */
it('reports intervals of activity that hold the truth 95 times in 100, over 200 assays of one homogenate', () => {
  let held = 0;
  for (let repeat = 0; repeat < 200; repeat++) {
    const { activity, truth } = bckdhActivity(
      { enzymes: 20, protein_mg: HOMOGENATE.protein_mg / 5, names: [repeat] },
      { pipetting: 0.03, absorbance: 0 },
      4,
      'repeats',
    );
    held += activity.low <= truth && truth <= activity.high ? 1 : 0;
  }
  expect(held).toBeGreaterThanOrEqual(176);
  expect(held).toBeLessThan(200);
});

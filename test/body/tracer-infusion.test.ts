import { expect, it } from 'vitest';
import { valueAt } from '../../src/body/courses.js';
import { bloodTracer, KIC_OVER_LEUCINE, type TracerInfusion } from '../../src/body/tracer-infusion.js';

const INFUSION: TracerInfusion = {
  tracer: 'L-[1-13C]leucine',
  infusate: 0.99,
  prime_umol_per_kg: 7.6,
  rate_umol_per_kg_h: 7.6,
  start_s: 0,
  stop_s: 6 * 3600,
  appearance_umol_per_kg_h: 121,
  drink: 0,
};
const PLATEAU = (7.6 * 0.99) / (121 + 7.6);
const hours = (h: number) => h * 3600;
const at = (infusion: Partial<TracerInfusion>, h: number, level?: Parameters<typeof bloodTracer>[1]) =>
  valueAt(bloodTracer({ ...INFUSION, ...infusion }, level, 125, hours(8)).labels.plasma_kic!.C1!, hours(h));

it('puts a rightly primed infusion on its plateau at once, i Ei/(Q + i), 0.059 in plasma KIC (Bennet 1989)', () => {
  for (const h of [0, 1, 3, 5.99]) expect(at({}, h)).toBeCloseTo(PLATEAU, 10);
  expect(PLATEAU).toBeCloseTo(0.059, 3);
});
it('nears the plateau with the turnover of the pool, 1 h, where it is not primed', () => {
  for (const h of [0.5, 1, 3])
    expect(at({ prime_umol_per_kg: 0 }, h)).toBeCloseTo(PLATEAU * (1 - Math.exp(-h)), 8);
});
it('decays when the infusion stops, with the flux of unlabelled leucine alone', () => {
  expect(at({}, 7) / at({}, 6)).toBeCloseTo(Math.exp(-121 / 128.6), 8);
});
it('gives plasma leucine 1/0.77 of the label of plasma KIC (Matthews 1982)', () => {
  const { plasma_leucine, plasma_kic } = bloodTracer(INFUSION, undefined, 125, hours(8)).labels;
  expect(valueAt(plasma_kic!.C1!, hours(2)) / valueAt(plasma_leucine!.C1!, hours(2))).toBeCloseTo(
    KIC_OVER_LEUCINE,
    12,
  );
});
it('dilutes 15N more than 13C, since KIC takes up unlabelled nitrogen: N flux above C flux (Matthews 1981)', () => {
  const both = bloodTracer({ ...INFUSION, tracer: 'L-[1-13C,15N]leucine' }, undefined, 125, hours(8));
  const [C, N] = [both.carbonFlux_umol_per_kg_h, both.nitrogenFlux_umol_per_kg_h].map((f) =>
    valueAt(f, 3600),
  );
  expect(C).toBeCloseTo(121, 10);
  expect(N! - C!).toBeCloseTo((18 * 0.77) / 0.23, 10);
  const { C1, C1N } = both.labels.plasma_leucine!;
  const carbon = valueAt(C1!, hours(5)) + valueAt(C1N!, hours(5));
  expect(carbon).toBeCloseTo(PLATEAU / KIC_OVER_LEUCINE, 4);
  expect(valueAt(C1N!, hours(5))).toBeCloseTo((7.6 * 0.99) / (N! + 7.6), 3);
});
it('dilutes the tracer by what is eaten, unless that is labelled as well', () => {
  const double = { time_s: [0, hours(1), hours(2)], value: [125, 125, 250] };
  expect(at({}, 5.9, double)).toBeCloseTo((7.6 * 0.99) / (242 + 7.6), 4);
  expect(at({ drink: 0.06 }, 5.9, double)).toBeCloseTo((7.6 * 0.99 + 0.06 * 121) / (242 + 7.6), 4);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { valueAt, valueBefore } from '../../src/body/courses.js';
import { courseOf, FORCINGS, increment } from '../../src/body/forcing.js';

/** The published points, transcribed apart from the code. */
const PUBLISHED: Record<string, { t_min: number[]; values: number[] }> = JSON.parse(
  readFileSync(new URL('forcing-points.json', import.meta.url), 'utf8'),
);
const course = (id: string, rest = 125) => courseOf(FORCINGS.get(id)!, rest);

describe('a measured curve', () => {
  it.each(Object.keys(PUBLISHED))('%s goes through its published points', (id) => {
    const { t_min, values } = PUBLISHED[id]!;
    expect(t_min.map((t) => valueBefore(course(id), t * 60 + (t === 0 ? 1e-9 : 0)))).toEqual(
      values.map((v, i) => (i === 0 ? expect.closeTo(v, 6) : v)),
    );
  });
  it('is fasted before the meal and after the last point', () => {
    const glynn = course('leu-plasma-glynn2010-3p5g');
    expect([valueAt(glynn, -3600), valueAt(glynn, 180 * 60)]).toEqual([123, 123]);
  });
  it('rises from nothing when it is taken relative to its own fasted value', () => {
    const rise = increment(FORCINGS.get('leu-plasma-glynn2010-3p5g')!, 125);
    expect([valueAt(rise, 0), valueAt(rise, 45 * 60)]).toEqual([0, 890 - 123]);
  });
});

describe('a fit', () => {
  it('peaks at tau by its rise above the fasted value of the run', () => {
    expect(valueAt(course('leu-fit-glynn2010-3p5g', 110), 38 * 60)).toBeCloseTo(110 + 689, 0);
  });
  it('follows the points it was fitted to: root mean square 44 uM for Glynn 3.5 g', () => {
    const { t_min, values } = PUBLISHED['leu-plasma-glynn2010-3p5g']!;
    const fit = course('leu-fit-glynn2010-3p5g', 123);
    const mean =
      t_min.reduce((sum, t, i) => sum + (valueAt(fit, t * 60) - values[i]!) ** 2, 0) / t_min.length;
    expect(Math.sqrt(mean)).toBeGreaterThan(39);
    expect(Math.sqrt(mean)).toBeLessThan(49);
  });
  it('of two exponentials peaks at the published time and height: 504 uM at 24 min after 3.42 g leucine', () => {
    const { time_s, value } = course('leu-fit-wilkinson2013-3p42g', 0);
    const peak = Math.max(...value);
    expect(peak + 146).toBeGreaterThan(490);
    expect(time_s[value.indexOf(peak)]! / 60).toBeCloseTo(24, -1);
  });
  it('comes back to rest', () => {
    for (const id of ['leu-fit-glynn2010-3p5g', 'leu-fit-wilkinson2013-3p42g', 'hmb-fit-ca-capsule'])
      expect(valueAt(course(id, 125), 7 * 86_400)).toBe(125);
  });
});

describe('HMB by mouth', () => {
  /** Fuller et al. 2011: Cmax 249 +/- 14 uM at 38 +/- 4 min (gel), 131 +/- 6 uM at 128 +/- 11 min (capsule); SEM. */
  it.each([
    ['hmb-fit-fa-gel', 249, 14, 38, 4],
    ['hmb-fit-ca-capsule', 131, 6, 128, 11],
  ])('%s peaks as measured, within one standard error', (id, cMax, cErr, tMax, tErr) => {
    const { time_s, value } = course(id, 0);
    const peak = Math.max(...value);
    expect(Math.abs(peak - cMax)).toBeLessThan(cErr);
    expect(Math.abs(time_s[value.indexOf(peak)]! / 60 - tMax)).toBeLessThan(tErr);
  });
});

it('holds an infusion for its time at its factor on the fasted value', () => {
  const bohe = course('aa-infusion-bohe2001', 100);
  expect([valueAt(bohe, -1), valueAt(bohe, 3600), valueAt(bohe, 360 * 60)]).toEqual([100, 170, 100]);
});

it('turns insulin clamps from mU/L into pM', () => {
  expect(valueAt(course('insulin-clamp-greenhaff2008-30mU'), 0)).toBeCloseTo(200, 0);
});

it('names each curve once', () => {
  expect(FORCINGS.size).toBe(Object.keys(PUBLISHED).length + 10 + 4 + 4);
});

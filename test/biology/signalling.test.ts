import { describe, expect, it } from 'vitest';
import { type Life, live, SIGNALLING_ONLY } from './live.js';

/** Signalling alone, leucine held: 12 um3 over an hour make shares of Rag and mTORC1 good to 7 %, p-S6K1 to 30 %. */
const signal = (life: Partial<Life>) =>
  live({
    volume_um3: 12,
    fasted_min: 45,
    min: 90,
    every: 5,
    seed: 'signal',
    ...life,
    parameters: { ...SIGNALLING_ONLY, ...life.parameters },
  });
const settled = 30;
const rest = signal({});

describe('from leucine to mTORC1', () => {
  it('leaves 13.5 % of free Sestrin2 empty at 128 uM: Kd 20 uM (Wolfson 2016)', () => {
    // of Sestrin off GATOR2, which alone can bind leucine: 20/(20 + 125) = 0.138
    const offGator2 = 1 - rest('sestrin_gator2_fraction', settled);
    const empty = rest('sestrin_apo_fraction', settled) - rest('sestrin_gator2_fraction', settled);
    expect(empty / offGator2).toBeGreaterThan(0.125);
    expect(empty / offGator2).toBeLessThan(0.15);
  });

  it('keeps 0.3-0.5 of mTORC1 on the lysosome at rest (Song 2017) and much Rheb with GTP (Li 2004)', () => {
    expect(rest('mtorc1_lysosomal_fraction', settled)).toBeGreaterThan(0.3);
    expect(rest('mtorc1_lysosomal_fraction', settled)).toBeLessThan(0.5);
    expect(rest('rheb_gtp_fraction', settled)).toBeGreaterThan(0.2);
  });

  it('docks mTORC1 within 5 min of amino acids after starvation (Manifava 2016)', () => {
    const fed = signal({ before: { plasma_leucine: 5 }, inputs: { plasma_leucine: 500 }, min: 20, every: 1 });
    const late = fed('mtorc1_lysosomal_fraction', 8, 20);
    expect(late).toBeGreaterThan(0.4);
    expect(fed('mtorc1_lysosomal_fraction', 3, 6) / late).toBeGreaterThan(0.75);
  });

  it('needs leucine: starvation to 10 uM takes mTORC1 off, a mutant of Kd 200 uM does the same at 125 uM, and ten times more leucine restores it (Saxton 2016)', () => {
    const starved = signal({ before: { plasma_leucine: 10 } });
    const mutant = signal({ parameters: { 'sestrin2-leucine.off': 30 } });
    const rescued = signal({
      parameters: { 'sestrin2-leucine.off': 30 },
      before: { plasma_leucine: 1250 },
    });
    const docked = rest('mtorc1_lysosomal_fraction', settled);
    expect(starved('mtorc1_lysosomal_fraction', settled) / docked).toBeLessThan(0.5);
    expect(mutant('mtorc1_lysosomal_fraction', settled) / docked).toBeLessThan(0.5);
    expect(rescued('mtorc1_lysosomal_fraction', settled) / docked).toBeGreaterThan(0.8);
    expect(rescued('mtorc1_lysosomal_fraction', settled) / docked).toBeLessThan(1.2);
  });

  it('docks more without Sestrin, and with NV-5138 in its pocket (Sengupta 2019)', () => {
    const none = signal({ copies: { Sestrin: 0 } });
    const drug = signal({ inputs: { nv5138: 100 } });
    const docked = rest('mtorc1_lysosomal_fraction', settled);
    expect(none('mtorc1_lysosomal_fraction', settled) / docked).toBeGreaterThan(1.3);
    expect(drug('mtorc1_lysosomal_fraction', settled) / docked).toBeGreaterThan(1.1);
  });

  it('is a gate of two keys: leucine docks, insulin frees Rheb, both together exceed their sum on p-S6K1', () => {
    const leucine = signal({ inputs: { plasma_leucine: 500 } });
    const insulin = signal({ inputs: { insulin: 86 } });
    const both = signal({ inputs: { plasma_leucine: 500, insulin: 86 } });
    const p = (lived: typeof rest) => lived('s6k1_p_fraction', settled);
    expect(leucine('mtorc1_lysosomal_fraction', settled)).toBeGreaterThan(0.5);
    expect(insulin('mtorc1_lysosomal_fraction', settled)).toBeLessThan(0.45);
    expect(insulin('tsc_on_rheb_fraction', settled)).toBeLessThan(0.65);
    expect(p(both) - p(rest)).toBeGreaterThan(1.2 * (p(leucine) - p(rest) + (p(insulin) - p(rest))));
  });

  it('lets HMB act around Sestrin and Rag: p-S6K1 rises, their counts stay', () => {
    const hmb = signal({ inputs: { plasma_hmb: 400 }, min: 50, volume_um3: 8 });
    expect(hmb('s6k1_p_fraction', 15, 50) / rest('s6k1_p_fraction', settled)).toBeGreaterThan(1.8);
    const sestrin = hmb('sestrin_gator2_fraction') / rest('sestrin_gator2_fraction', settled);
    const rag = hmb('rag_gtp_fraction') / rest('rag_gtp_fraction', settled);
    expect(sestrin).toBeGreaterThan(0.9);
    expect(sestrin).toBeLessThan(1.1);
    expect(rag).toBeGreaterThan(0.85);
    expect(rag).toBeLessThan(1.15);
  });

  it('lets contraction release TSC from Rheb and activate mTORC1 without docking it (Song 2017, Abou Sawan 2018)', () => {
    const worked = signal({ inputs: { tsc_release: 0.2, rag_independent_activation: 0.05 } });
    expect(worked('tsc_on_rheb_fraction', settled) / rest('tsc_on_rheb_fraction', settled)).toBeLessThan(0.7);
    expect(worked('mtorc1_rheb_fraction', settled) / rest('mtorc1_rheb_fraction', settled)).toBeGreaterThan(
      2,
    );
    expect(worked('s6k1_p_fraction', settled)).toBeGreaterThan(0.5);
  });
});

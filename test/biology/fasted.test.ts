import { describe, expect, it } from 'vitest';
import { FRACTIONS } from '../../src/model/fractions.js';
import { live } from './live.js';

/**
 * One large cell, no meal. Between the halves of 12 h, cells of 3 um3 differ by 3.5 % (SD of 24 cells, leucine and
 * synthesis), so that this one does by 1.4 %. Bands are those of the published data.
 */
const fasted = live({ volume_um3: 20, fasted_min: 60, min: 720, every: 60, seed: 'fasted' });

describe('a fasted myocyte', () => {
  it('holds the free leucine of human muscle, 106-128 uM with a spread to 221 (Drummond 2010, Dickinson 2011)', () => {
    expect(fasted('leucine_uM')).toBeGreaterThan(113);
    expect(fasted('leucine_uM')).toBeLessThan(221);
  });

  it('makes 0.050 %/h (Glynn 2010) and breaks down 0.0576 %/h (Tessari 1995), each within 30 %', () => {
    expect(fasted('fsr_percent_per_h') / 0.05).toBeGreaterThan(0.7);
    expect(fasted('fsr_percent_per_h') / 0.05).toBeLessThan(1.3);
    expect(fasted('breakdown_percent_per_h') / 0.0576).toBeGreaterThan(0.7);
    expect(fasted('breakdown_percent_per_h') / 0.0576).toBeLessThan(1.3);
  });

  it('makes myofibrillar protein at 0.031 and sarcoplasmic at 0.060 %/h (Mittendorfer 2005), each within 15 %', () => {
    expect(fasted('fsr_myofibrillar_percent_per_h') / 0.031).toBeGreaterThan(0.85);
    expect(fasted('fsr_myofibrillar_percent_per_h') / 0.031).toBeLessThan(1.15);
    expect(fasted('fsr_sarcoplasmic_percent_per_h') / 0.06).toBeGreaterThan(0.85);
    expect(fasted('fsr_sarcoplasmic_percent_per_h') / 0.06).toBeLessThan(1.15);
  });

  it('makes of all fractions together what it makes', () => {
    const sum = Object.entries(FRACTIONS).reduce(
      (total, [name, { size }]) => total + size.value * fasted(`fsr_${name}_percent_per_h`),
      0,
    );
    expect(sum / fasted('fsr_percent_per_h')).toBeCloseTo(1, 9);
  });

  it('loses a little protein: synthesis over breakdown 0.87, band 0.75-1 (Tessari 1995)', () => {
    const ratio = fasted('fsr_percent_per_h') / fasted('breakdown_percent_per_h');
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1);
  });

  it('reaminates 0.77 of what it transaminates (0.65-0.87) and burns 0.21 (0.13-0.30) (Tessari 1995)', () => {
    const transamination = fasted('transamination_per_um3_h');
    const reaminated = fasted('reamination_per_um3_h') / transamination;
    const burnt = fasted('kic_oxidation_per_um3_h') / transamination;
    expect(reaminated).toBeGreaterThan(0.65);
    expect(reaminated).toBeLessThan(0.87);
    expect(burnt).toBeGreaterThan(0.13);
    expect(burnt).toBeLessThan(0.3);
  });

  it('turns 5 % of the KIC that it uses up into HMB, 2-10 % in mammals', () => {
    const made = fasted('hmb_production_per_um3_h');
    const share = made / (made + fasted('kic_oxidation_per_um3_h'));
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.1);
  });

  it('sends away as alanine and glutamine the nitrogen that leucine lost, within 15 %', () => {
    const lost = fasted('transamination_per_um3_h') - fasted('reamination_per_um3_h');
    const sent = fasted('alanine_export_per_um3_h') + fasted('glutamine_export_per_um3_h');
    expect(sent / lost).toBeGreaterThan(0.85);
    expect(sent / lost).toBeLessThan(1.15);
  });

  it('keeps 4-6 % of BCKDH active (Wagenmakers 1989), here 3.5-8 % in one cell', () => {
    expect(fasted('bckdh_active_fraction')).toBeGreaterThan(0.035);
    expect(fasted('bckdh_active_fraction')).toBeLessThan(0.08);
  });

  it('does not drift over 12 h: leucine, synthesis and breakdown of the halves agree within 4 %', () => {
    for (const id of ['leucine_uM', 'fsr_percent_per_h', 'breakdown_percent_per_h']) {
      const change = fasted(id, 360, 720) / fasted(id, 0, 360);
      expect(change, id).toBeGreaterThan(0.96);
      expect(change, id).toBeLessThan(1.04);
    }
  });
});

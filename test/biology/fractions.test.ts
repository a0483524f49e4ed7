import { expect, it } from 'vitest';
import { FRACTIONS, type ProteinFraction } from '../../src/model/fractions.js';

it.each<keyof ProteinFraction>(['size', 'basal', 'recruited'])(
  'the %s of the fractions add up to 1',
  (number) => {
    const sum = Object.values(FRACTIONS).reduce((total, fraction) => total + fraction[number].value, 0);
    expect(sum).toBeCloseTo(1, 12);
  },
);

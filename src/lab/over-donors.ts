import { type Estimate, meanInterval, meanOf } from '../stats/interval.js';
import type { Finding } from './readings.js';

/** What donors have in common in one condition: the mean estimate with its interval, and the mean truth. */
export interface OverDonors {
  readonly quantity: string;
  readonly unit: string;
  readonly estimate: Estimate;
  readonly truth: number;
}

/** Findings of several donors as one, by quantity: Student's interval over donors; of one donor, its error of measurement. */
export function overDonors(findings: readonly Finding[]): readonly OverDonors[] {
  const names = [...new Set(findings.map((f) => f.quantity))];
  return names.map((quantity) => {
    const own = findings.filter((f) => f.quantity === quantity);
    const [first] = own as [Finding];
    const estimate =
      own.length === 1
        ? { value: first.estimate, low: first.low, high: first.high, n: 1 }
        : meanInterval(own.map((f) => f.estimate));
    return { quantity, unit: first.unit, estimate, truth: meanOf(own.map((f) => f.truth)) };
  });
}

import { describe, expect, it } from 'vitest';
import { type Case, depth } from '../../exactness/case.js';
import { reversibleBinding } from '../../exactness/cases/binding.js';
import { birthDeath } from '../../exactness/cases/birth-death.js';
import { bistable } from '../../exactness/cases/bistable.js';
import { conditionalUnbinding } from '../../exactness/cases/conditional-unbinding.js';
import { dimerisation } from '../../exactness/cases/dimerisation.js';
import { enzyme } from '../../exactness/cases/enzyme.js';
import { extinction } from '../../exactness/cases/extinction.js';
import { inputSteps } from '../../exactness/cases/input-steps.js';
import { labelExchange } from '../../exactness/cases/label-exchange.js';
import { hybridEngine } from '../../support/fast.js';
import { THRESHOLD } from '../../support/statistics.js';

/** All leap that can, however few. */
const failures = (aCase: Case, tolerance?: number) =>
  aCase.run(hybridEngine(tolerance, 0), depth).filter((finding) => !(finding.p > THRESHOLD));
const QUICK = [birthDeath, reversibleBinding, dimerisation, enzyme, bistable, labelExchange, inputSteps];
/** Nothing leaps in these, and they take long. */
const SLOW = [conditionalUnbinding, extinction];

/** The exact engines' own oracles, whole distributions of few molecules, where a leap has most to lose. */
describe('the hybrid engine passes the tests of exact engines at its default tolerance', () => {
  it.each((depth === 'deep' ? [...QUICK, ...SLOW] : QUICK).map((c) => [c.name, c] as const))(
    '%s',
    (_, aCase) => {
      expect(failures(aCase)).toEqual([]);
    },
    depth === 'deep' ? 3_600_000 : 120_000,
  );

  it.each([dimerisation, inputSteps].map((c) => [c.name, c] as const))(
    '%s, where flows that are few are lived',
    (_, aCase) => {
      const findings = aCase.run(hybridEngine(), depth);
      expect(findings.filter((finding) => !(finding.p > THRESHOLD))).toEqual([]);
    },
    depth === 'deep' ? 3_600_000 : 120_000,
  );

  it.each([
    [dimerisation.name, dimerisation],
    [bistable.name, bistable],
  ])(
    'and fails them when the tolerance is spoilt: %s',
    (_, aCase) => {
      expect(failures(aCase, 0.05)).not.toEqual([]);
    },
    120_000,
  );
});

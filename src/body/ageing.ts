import { always } from './decay.js';
import { oralShare } from './gut.js';
import { McColl2025, McCollClarke2024 } from './sources.js';
import { type Field, type InputEffect, NO_EFFECT, part, type Treatment } from './treatment.js';

interface Change {
  readonly name: string;
  readonly consensus: number;
  readonly worst: number;
  readonly unit: string;
  readonly says: string;
}
const PARTS = {
  splanchnic: {
    name: 'splanchnic extraction',
    consensus: 1.76,
    worst: 2.2,
    unit: 'fold',
    says: 'Uptake by gut and liver before plasma is reached.',
  },
  inflow: {
    name: 'leucine inflow',
    consensus: 0.73,
    worst: 0.69,
    unit: 'fold',
    says: 'Leucine inflow into muscle.',
  },
  insulin: {
    name: 'insulin signalling',
    consensus: 0.76,
    worst: 0.615,
    unit: 'fold',
    says: 'Answer to insulin.',
  },
  mtor: { name: 'mTOR amount', consensus: 0.79, worst: 0.5, unit: 'fold', says: 'Copies of mTORC1.' },
  s6kRate: {
    name: 'S6K phosphorylation',
    consensus: 0.31,
    worst: 0.18,
    unit: 'fold',
    says: 'mTORC1 on S6K1.',
  },
  s6kAmount: { name: 'S6K amount', consensus: 0.78, worst: 0.5, unit: 'fold', says: 'Copies of S6K1.' },
  constitutive: {
    name: 'constitutive S6K phosphorylation',
    consensus: 0.0213,
    worst: 0.0187,
    unit: '1/min',
    says: 'S6K1 phosphorylated without mTORC1; against 0.0734 /min in its source as against the saturable phosphatase here, 22 % of S6K1.',
  },
} as const satisfies Record<string, Change>;
/** A what-if of the reference model and not a finding: off unless asked for. */
const BREAKDOWN = { name: 'breakdown', factor: 1.5 };

const parts: Record<string, Field> = Object.fromEntries(
  Object.values(PARTS).map((p) => [p.name, { kind: 'part', unit: p.unit, says: p.says } satisfies Field]),
);

export const ageing: Treatment = {
  key: 'ageing',
  sentence:
    'Anabolic resistance of age, each change a switch of its own; breakdown x1.5 only where it is asked for.',
  main: 'case',
  fields: {
    case: {
      kind: 'choice',
      options: ['consensus', 'worst'],
      default: 'consensus',
      says: 'Which set of published factors.',
    },
    ...parts,
    [BREAKDOWN.name]: {
      kind: 'part',
      unit: 'fold',
      says: 'A what-if: all breakdown, off unless "on" or a factor.',
    },
  },
  touches: {
    inputs: ['leucine_inflow', 'insulin_signalling', 'mtorc1_s6k', 'constitutive_s6k', 'breakdown'],
    copies: ['MTORC1', 'S6K1'],
    parameters: [],
  },
  sources: [McColl2025, McCollClarke2024],
  effects: (given) => {
    const published = given.case === 'worst' ? 'worst' : 'consensus';
    const of = (p: Change, off = 1) => part(given, p.name, p[published], off);
    const from = `ageing: ${published}`;
    const times = (input: string, factor: number): InputEffect => ({
      input,
      how: 'times',
      course: always(factor),
      from,
    });
    const breakdown = given[BREAKDOWN.name] === undefined ? 1 : part(given, BREAKDOWN.name, BREAKDOWN.factor);
    return {
      ...NO_EFFECT,
      oral: oralShare(of(PARTS.splanchnic)),
      inputs: [
        times('leucine_inflow', of(PARTS.inflow)),
        times('insulin_signalling', of(PARTS.insulin)),
        times('mtorc1_s6k', of(PARTS.s6kRate)),
        {
          input: 'constitutive_s6k',
          how: 'add',
          course: always(of(PARTS.constitutive, 0)),
          from,
        },
        ...(breakdown === 1 ? [] : [times('breakdown', breakdown)]),
      ],
      copies: { MTORC1: of(PARTS.mtor), S6K1: of(PARTS.s6kAmount) },
    };
  },
};

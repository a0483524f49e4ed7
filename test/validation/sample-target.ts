import type { Arm, Target } from '../../src/validation/target.js';

export const arm = (id: string, changes: Partial<Arm> = {}): Arm => ({
  id,
  interventions: [],
  exercise: null,
  drug: null,
  forcing: null,
  ...changes,
});

/** A target of one fasted arm, changed as a test needs it. */
export const target = (changes: Partial<Target> = {}, arms: readonly Arm[] = [arm('main')]): Target => ({
  id: 't',
  title: 'a target',
  role: 'validation',
  population: { species: 'human' },
  protocol: { baseline: 'fasted', tracer: null, arms },
  observable: 'fsr',
  unit: '%/h',
  points: [],
  comparison: 'absolute',
  accept: { bands: [], inequalities: [] },
  evidence: 'retrieved-primary',
  flag: 'R',
  source: [{ authors: 'A', year: 2000 }],
  note: '',
  ...changes,
});

/** The text of a targets file with one target. */
export const fileOf = (lines: string): string => `schema_version: 1
targets:
  - id: one
    title: one
    role: calibration
    population: {species: human}
    protocol: {arms: [{id: main}]}
    observable: fsr
    unit: '%/h'
    points: []
    comparison: absolute
${lines}    evidence: retrieved-primary
    source: {authors: A, year: 2000}
`;

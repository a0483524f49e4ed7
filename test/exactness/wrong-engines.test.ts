import { expect, it } from 'vitest';
import { SPOILT_ENGINES } from '../support/spoilt-engines.js';
import { THRESHOLD } from '../support/statistics.js';
import { WRONG_ENGINES } from '../support/wrong-engines.js';
import { CATCHERS } from './catchers.js';

it.each([...WRONG_ENGINES, ...SPOILT_ENGINES].map((engine) => [engine.name, engine] as const))(
  'a wrong engine is caught: %s',
  (name, engine) => {
    expect(Math.min(...CATCHERS[name]!.run(engine, 'quick').map((finding) => finding.p))).toBeLessThan(
      THRESHOLD,
    );
  },
);

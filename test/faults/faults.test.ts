import { expect, it } from 'vitest';
import { faults } from './suite.js';

/** A few of everything; `npm run test:faults` tries 200 kills and writes docs/reliability.md. */
it('loses nothing and hides nothing, whatever is done to it', async () => {
  const { trials, incidents, skipped } = await faults({ kills: 8, damages: 1, longCells: 0 });
  for (const what of skipped) {
    if (process.env.LEUCELL_CI === '1') throw new Error(`not tried: ${what}`);
    process.stderr.write(`SKIPPED: ${what}\n`);
  }
  expect(trials.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  expect(incidents.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  expect(trials.filter(({ kept }) => kept.some((n) => n > 0)).length).toBeGreaterThan(0);
}, 300_000);

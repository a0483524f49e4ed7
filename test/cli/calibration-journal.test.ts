import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keyOf } from '../../src/calibration/trials.js';
import { openJournal } from '../../src/cli/calibration-journal.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'e.json.trials');

it('keeps trials to the bit, leaves out a line that was cut short, and refuses those of another calibration', () => {
  const x = [Math.log(3), 1 / 3];
  const residuals = Float64Array.of(Math.PI, -1e-300);
  const journal = openJournal(path, 'e.json.trials', 'one');
  expect(journal.known.size).toBe(0);
  journal.keep(x, residuals);
  appendFileSync(path, '{"x":[1,2],"resid');
  const again = openJournal(path, 'e.json.trials', 'one');
  expect([...again.known]).toEqual([[keyOf(x), residuals]]);
  again.keep([1, 2], residuals);
  expect(openJournal(path, 'e.json.trials', 'one').known.size).toBe(2);
  const before = readFileSync(path, 'utf8');
  expect(() => openJournal(path, 'e.json.trials', 'another')).toThrow(
    '"e.json.trials" keeps the trials of another',
  );
  expect(readFileSync(path, 'utf8')).toBe(before);
  again.remove();
  expect(existsSync(path)).toBe(false);
});

it('does not touch a file that is no journal', () => {
  writeFileSync(path, 'mine');
  expect(() => openJournal(path, 'e.json.trials', 'one')).toThrow('another');
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { peakOf, tellsPeaks } from './memory.js';

const FEW = 100;
const MANY = 1500;
/** Peaks of one and the same run differ by a tenth; what cells left behind before made this half as much again. */
const MOST = 1.15;

if (!tellsPeaks()) process.stderr.write('SKIPPED: this system does not say what a process held at most\n');
it.skipIf(!tellsPeaks())(`holds no more memory for ${MANY} cells than for ${FEW}`, async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'leucell-peak-'));
  try {
    const few = await peakOf(cwd, FEW);
    const many = await peakOf(cwd, MANY);
    expect(few).toBeGreaterThan(50);
    expect(many / few).toBeLessThan(MOST);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});

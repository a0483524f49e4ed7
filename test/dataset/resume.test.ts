import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { resumeDataset } from '../../src/dataset/resume.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { createDataset } from '../../src/dataset/writer.js';
import { appendSample, JOBS, options, temporaryFolder, writeSample } from './sample.js';

const here = temporaryFolder();
const undisturbed = join(here, 'undisturbed');
beforeAll(() => writeSample(undisturbed));

/** The files of a dataset by name; run.json is what the caller says of the run, so it may differ. */
const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file !== 'run.json')
      .map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );

async function resumeAndFinish(folder: string): Promise<number> {
  const resumed = await resumeDataset(folder);
  if (resumed.kind === 'finished') return JOBS;
  const from = resumed.writer.next();
  await appendSample(resumed.writer);
  await resumed.writer.finish();
  return from;
}

test('the same records make the same bytes', async () => {
  const again = join(here, 'again');
  await writeSample(again);
  expect(contents(again)).toEqual(contents(undisturbed));
});

test('what was aborted is left in .partial, and resumed it becomes the undisturbed dataset', async () => {
  for (const cells of [0, 1, 5, JOBS]) {
    const folder = join(here, `aborted-${cells}`);
    const writer = await createDataset(folder, options());
    await appendSample(writer, cells);
    await writer.abort();
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(writer.partial).sort()).toEqual([
      'cells.arrows',
      'journal.ndjson',
      'timecourse.arrows',
    ]);
    expect(await resumeAndFinish(folder)).toBe(cells);
    expect(contents(folder)).toEqual(contents(undisturbed));
  }
});

test('cut at any byte of any file, what is whole is kept and the rest is redone', async () => {
  const whole = await createDataset(join(here, 'to-cut'), options());
  await appendSample(whole, 9);
  await whole.abort();
  const files = readdirSync(whole.partial);
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (file, share) => {
        const folder = join(here, `cut-${n++}`);
        const path = join(`${folder}.partial`, file);
        cpSync(whole.partial, `${folder}.partial`, { recursive: true });
        truncateSync(path, Math.floor(share * statSync(path).size));
        try {
          await resumeAndFinish(folder);
        } catch (error) {
          expect(basename(path)).toBe('journal.ndjson');
          expect(String(error)).toMatch(/cannot resume .* the head of its journal is cut/);
          return;
        }
        expect(contents(folder)).toEqual(contents(undisturbed));
      },
    ),
    { numRuns: 20, seed: 7 },
  );
});

test('cut between two steps of finishing, it is finished', async () => {
  const writer = await createDataset(join(here, 'half-finished'), options());
  await appendSample(writer);
  await writer.abort();
  for (const step of ['files written', 'journal gone', 'streams gone']) {
    const folder = join(here, step.replace(' ', '-'));
    cpSync(writer.partial, `${folder}.partial`, { recursive: true });
    for (const file of readdirSync(undisturbed))
      copyFileSync(join(undisturbed, file), join(`${folder}.partial`, file));
    if (step !== 'files written') rmSync(join(`${folder}.partial`, 'journal.ndjson'));
    if (step === 'streams gone') rmSync(join(`${folder}.partial`, 'cells.arrows'));
    await resumeAndFinish(folder);
    expect(contents(folder)).toEqual(contents(undisturbed));
    expect(await verifyDataset(folder)).toEqual([]);
  }
});

test('there must be something to resume', async () => {
  await expect(resumeDataset(join(here, 'nowhere'))).rejects.toThrow(/^there is no unfinished dataset in/);
  await expect(resumeDataset(undisturbed)).rejects.toThrow(/already exists/);
});

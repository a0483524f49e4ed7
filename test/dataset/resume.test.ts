import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
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
          expect(String(error)).toMatch(/cannot resume .* the head of its journal is cut or damaged/);
          return;
        }
        expect(contents(folder)).toEqual(contents(undisturbed));
      },
    ),
    { numRuns: 20, seed: 7 },
  );
});

test('a byte changed anywhere in what is unfinished is redone, or refused if it is in the head', async () => {
  const whole = await createDataset(join(here, 'to-flip'), options());
  await appendSample(whole, 9);
  await whole.abort();
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...readdirSync(whole.partial)),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.integer({ min: 1, max: 255 }),
      async (file, share, mask) => {
        const folder = join(here, `flipped-${n++}`);
        cpSync(whole.partial, `${folder}.partial`, { recursive: true });
        flip(join(`${folder}.partial`, file), share, mask);
        try {
          await resumeAndFinish(folder);
        } catch (error) {
          expect(file).toBe('journal.ndjson');
          expect(String(error)).toMatch(/the head of its journal is cut or damaged/);
          return;
        }
        expect(contents(folder)).toEqual(contents(undisturbed));
      },
    ),
    { numRuns: 40, seed: 8 },
  );
});

test('a stream that changes while it is written is noticed at the end, and resumed it is redone', async () => {
  const folder = join(here, 'changed');
  const writer = await createDataset(folder, options());
  await appendSample(writer);
  flip(join(writer.partial, 'timecourse.arrows'), 0.5, 16);
  await expect(writer.finish()).rejects.toThrow(/is not what was written to it; resume/);
  await writer.abort();
  await resumeAndFinish(folder);
  expect(contents(folder)).toEqual(contents(undisturbed));
});

test('a byte changed anywhere in a finished dataset is named', async () => {
  let n = 0;
  const files = readdirSync(undisturbed).filter((file) => file !== 'run.json');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.integer({ min: 0, max: 7 }),
      async (file, share, bit) => {
        const folder = join(here, `named-${n++}`);
        cpSync(undisturbed, folder, { recursive: true });
        flip(join(folder, file), share, 1 << bit);
        expect((await verifyDataset(folder)).map((problem) => problem.file)).toContain(file);
      },
    ),
    { numRuns: 60, seed: 9 },
  );
});

function flip(path: string, share: number, mask: number): void {
  const bytes = readFileSync(path);
  bytes[Math.floor(share * bytes.length)]! ^= mask;
  writeFileSync(path, bytes);
}

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

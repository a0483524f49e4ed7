import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdersOf, lockFolder } from '../../src/dataset/lock.js';
import { resumeDataset } from '../../src/dataset/resume.js';
import { datasetStatus } from '../../src/dataset/status.js';
import { createDataset } from '../../src/dataset/writer.js';
import { appendSample, JOBS, options, temporaryFolder } from './sample.js';

const here = temporaryFolder();
const folder = (name: string) => {
  const path = join(here, name);
  mkdirSync(path);
  return path;
};
const locks = (path: string) => readdirSync(path).filter((file) => file.startsWith('lock.'));

/** The lock of a process that lives, and what is left of it when it is killed. */
async function lockOfAnother(path: string): Promise<{ file: string; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const release = lockFolder(path);
  const mine = locks(path)[0]!;
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!;
  release();
  const file = mine.replace(/^lock\.\d+\.\d+/, `lock.${child.pid}.${start}`);
  writeFileSync(join(path, file), '.');
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return { file, kill: () => (child.kill('SIGKILL') ? gone : Promise.reject(new Error('it was not there'))) };
}

test.skipIf(!existsSync('/proc/self/stat'))(
  'a living process is left in peace and a dead one taken over',
  async () => {
    const path = folder('taken-over');
    const other = await lockOfAnother(path);
    expect(() => lockFolder(path)).toThrow(/process \d+ on .* is writing/);
    expect(locks(path)).toEqual([other.file]);
    await other.kill();
    const release = lockFolder(path);
    expect(locks(path)).not.toContain(other.file);
    release();
    expect(locks(path)).toEqual([]);
  },
);

test.skipIf(!existsSync('/proc/self/stat'))(
  'a process number given anew is not taken for the dead one',
  () => {
    const path = folder('anew');
    const release = lockFolder(path);
    const mine = locks(path)[0]!;
    release();
    writeFileSync(join(path, mine.replace(/^lock\.(\d+)\.\d+/, 'lock.$1.1')), '.');
    lockFolder(path)();
  },
);

test('a process on another machine lives as long as it touches its lock', () => {
  const path = folder('elsewhere');
  const foreign = join(path, 'lock.12.345.node-7~99');
  writeFileSync(foreign, '.');
  expect(() => lockFolder(path)).toThrow(/process 12 on node-7 is writing/);
  const longAgo = Date.now() / 1000 - 3600;
  utimesSync(foreign, longAgo, longAgo);
  lockFolder(path)();
  expect(existsSync(foreign)).toBe(false);
});

test('the same process cannot write one folder twice', () => {
  const path = folder('twice');
  const release = lockFolder(path);
  expect(() => lockFolder(path)).toThrow(/is writing/);
  release();
  lockFolder(path)();
});

test('a dataset is locked while it is written, says so, and leaves no lock behind', async () => {
  const out = join(here, 'dataset');
  const writer = await createDataset(out, options());
  await appendSample(writer, 3);
  expect(await datasetStatus(out)).toMatchObject({ state: 'being written', done: 3, cells: JOBS });
  await expect(resumeDataset(out)).rejects.toThrow(/is writing/);
  await writer.abort();
  expect(await datasetStatus(`${out}.partial`)).toMatchObject({ state: 'unfinished', done: 3, failed: 0 });
  const resumed = await resumeDataset(out);
  if (resumed.kind !== 'open') throw new Error('it was not unfinished');
  await appendSample(resumed.writer);
  await resumed.writer.finish();
  expect(locks(out)).toEqual([]);
  expect(await datasetStatus(out)).toMatchObject({ state: 'finished', done: JOBS, failed: 1 });
  renameSync(out, join(here, 'elsewhere-now'));
  await expect(datasetStatus(out)).rejects.toThrow(/there is no dataset/);
  expect(holdersOf(join(here, 'elsewhere-now'))).toEqual([]);
});

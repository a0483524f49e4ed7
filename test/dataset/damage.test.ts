import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDataset } from '../../src/dataset/read.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { createDataset } from '../../src/dataset/writer.js';
import { options, temporaryFolder, writeSample } from './sample.js';

const here = temporaryFolder();
const sound = join(here, 'sound');
beforeAll(() => writeSample(sound));

let n = 0;
function damaged(damage: (folder: string) => void): string {
  const folder = join(here, `damaged-${n++}`);
  cpSync(sound, folder, { recursive: true });
  damage(folder);
  return folder;
}
const editManifest = (edit: (text: string) => string) => (folder: string) => {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
};
const flip = (file: string, at: (size: number) => number) => (folder: string) => {
  const bytes = readFileSync(join(folder, file));
  bytes[at(bytes.length)]! ^= 1;
  writeFileSync(join(folder, file), bytes);
};

const DAMAGE: readonly [what: string, damage: (folder: string) => void, file: string, found: RegExp][] = [
  ['a missing table', (f) => rmSync(join(f, 'timecourse.arrow')), 'timecourse.arrow', /^it is missing$/],
  [
    'a file cut short',
    (f) => truncateSync(join(f, 'timecourse.arrow'), 999),
    'timecourse.arrow',
    /^999 bytes/,
  ],
  ['a flipped bit', flip('timecourse.arrow', (size) => size >> 1), 'timecourse.arrow', /^sha256 /],
  [
    'an empty file',
    (f) => truncateSync(join(f, 'cells.arrow')),
    'cells.arrow',
    /cannot be read as an Arrow file/,
  ],
  [
    'something appended',
    (f) => appendFileSync(join(f, 'cells.arrow'), 'x'),
    'cells.arrow',
    /bytes, the manifest/,
  ],
  [
    'a stranger',
    (f) => cpSync(join(f, 'cells.arrow'), join(f, 'blots.arrow')),
    'blots.arrow',
    /does not know/,
  ],
  [
    'another seed',
    editManifest((t) => t.replace('"seed": "sample-1"', '"seed": "x"')),
    'manifest.json',
    /its plan/,
  ],
  ['a cut manifest', editManifest((t) => t.slice(0, 200)), 'manifest.json', /is damaged/],
  [
    'more cells planned',
    editManifest((t) => t.replace(/"layout": \{\s*"cells": 3/, '"layout": {"cells": 4')),
    'cells.arrow',
    /^cell 3 is missing$/,
  ],
  [
    'fewer failures',
    editManifest((t) => t.replace('"failed": 1', '"failed": 0')),
    'cells.arrow',
    /^1 cells failed/,
  ],
  [
    'a changed unit',
    editManifest((t) => t.replace('"unit": "um3"', '"unit": "mm3"')),
    'cells.arrow',
    /its columns/,
  ],
];

test('a sound dataset has no problems', async () => {
  expect(await verifyDataset(sound)).toEqual([]);
});

test.each(DAMAGE)('%s is found', async (_what, damage, file, found) => {
  const problems = await verifyDataset(damaged(damage));
  expect(problems.filter((p) => p.file === file && found.test(p.what))).toHaveLength(1);
});

test('every flipped bit is found', async () => {
  const { length } = readFileSync(join(sound, 'cells.arrow'));
  for (let i = 0; i < 20; i++)
    expect(
      await verifyDataset(damaged(flip('cells.arrow', () => Math.floor((i * length) / 20)))),
    ).not.toEqual([]);
});

test('what cannot be read says what is wrong with which file', async () => {
  const gone = damaged((f) => rmSync(join(f, 'cells.arrow')));
  await expect(openDataset(gone)).rejects.toThrow(/cells\.arrow" is missing; copy the dataset again/);
  const cut = await openDataset(damaged((f) => truncateSync(join(f, 'timecourse.arrow'), 2000)));
  await expect(cut.table('timecourse')).rejects.toThrow(/timecourse\.arrow" cannot be read as an Arrow file/);
  const empty = await openDataset(damaged((f) => truncateSync(join(f, 'cells.arrow'))));
  await expect(empty.rows('cells').next()).rejects.toThrow(/cells\.arrow" cannot be read/);
  await expect(openDataset(damaged(editManifest((t) => t.slice(0, 99))))).rejects.toThrow(
    /manifest.json" is damaged/,
  );
  await expect(
    openDataset(damaged(editManifest((t) => t.replace('"format": 1', '"format": 9')))),
  ).rejects.toThrow(/has dataset format 9, and this version reads format 1/);
});

test('what is not there says what there is', async () => {
  const dataset = await openDataset(sound);
  await expect(dataset.table('blots')).rejects.toThrow(
    /^there is no table "blots"; there are cells, timecourse$/,
  );
  expect(() => dataset.describe('constructor')).toThrow(/^there is no table "constructor"/);
  await expect(dataset.table('cells', ['mass'])).rejects.toThrow(
    /^table "cells" has no column "mass"; it has cond/,
  );
  const cells = await dataset.table('cells');
  expect(() => cells.numbers('reason')).toThrow(
    /^column "reason" of table "cells" is utf8; read it with strings/,
  );
  expect(() => cells.strings('events')).toThrow(/is float64; read it with numbers/);
  const bare = join(here, 'bare');
  mkdirSync(bare);
  await expect(openDataset(bare)).rejects.toThrow(/^there is no dataset in/);
  const writer = await createDataset(join(here, 'running'), options());
  await expect(openDataset(writer.partial)).rejects.toThrow(/holds an unfinished dataset; resume/);
  await writer.abort();
});

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyDataset } from '../../src/dataset/verify.js';
import { createDataset } from '../../src/dataset/writer.js';
import { python, pythonWith } from '../support/python.js';
import { appendSample, options, temporaryFolder } from './sample.js';

const folder = join(temporaryFolder(), 'run');
const READER = fileURLToPath(new URL('crate.py', import.meta.url));

async function write(run: Readonly<Record<string, unknown>>, out = folder): Promise<void> {
  const writer = await createDataset(out, options());
  await appendSample(writer);
  await writer.finish(run);
}

it('says of a run what a Process Run Crate must, of every file that is there', async () => {
  await write({ started: '2026-01-02T03:04:05.000Z', elapsed_s: 60 });
  const { '@graph': graph, '@context': context } = JSON.parse(
    readFileSync(join(folder, 'ro-crate-metadata.json'), 'utf8'),
  );
  const entity = (id: string) => graph.find((e: { '@id': string }) => e['@id'] === id);
  expect(context).toContain('https://w3id.org/ro/crate/1.1/context');
  expect(entity('ro-crate-metadata.json')).toMatchObject({
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
  });
  const root = entity('./');
  expect(entity(root.conformsTo['@id'])).toMatchObject({
    '@type': 'CreativeWork',
    '@id': 'https://w3id.org/ro/wfrun/process/0.5',
  });
  const action = entity(root.mentions['@id']);
  expect(action).toMatchObject({
    '@type': 'CreateAction',
    startTime: '2026-01-02T03:04:05.000Z',
    endTime: '2026-01-02T03:05:05.000Z',
  });
  expect(entity(action.instrument['@id'])).toMatchObject({
    '@type': 'SoftwareApplication',
    name: 'leucell',
    softwareVersion: '0.1.0',
  });
  expect(action.object).toEqual([{ '@id': 'scenario.yaml' }]);
  for (const part of root.hasPart) {
    expect(existsSync(join(folder, part['@id']))).toBe(true);
    expect(entity(part['@id'])['@type']).toBe('File');
  }
  expect(await verifyDataset(folder)).toEqual([]);
});

it('is not written where nobody says when the run began', async () => {
  const silent = join(temporaryFolder(), 'silent');
  await write({ workers: 2 }, silent);
  expect(existsSync(join(silent, 'ro-crate-metadata.json'))).toBe(false);
});

it.skipIf(!pythonWith('rocrate'))('is read by rocrate', () => {
  const seen = JSON.parse(python([READER, folder]));
  const tables = ['cells.arrow', 'timecourse.arrow'];
  expect(seen).toMatchObject({
    profile: 'https://w3id.org/ro/wfrun/process/0.5',
    profile_type: 'CreativeWork',
    name: 'leucell: sample',
    license: true,
    action: 'CreateAction',
    instrument: 'SoftwareApplication',
    version: '0.1.0',
    end: '2026-01-02T03:05:05.000Z',
    object: ['scenario.yaml'],
    result: [tables[0], 'manifest.json', 'run.json', tables[1]],
    missing: [],
  });
  for (const table of tables) expect(seen.sizes[table]).toBe(statSync(join(folder, table)).size);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exportPartitions } from '../../src/dataset/partitions.js';
import { python, pythonWith } from '../support/python.js';
import { temporaryFolder, writeSample } from './sample.js';

const page = readFileSync(new URL('../../docs/dataset.md', import.meta.url), 'utf8');
const folder = join(temporaryFolder(), 'sample');
beforeAll(async () => {
  await writeSample(folder);
  await exportPartitions(folder, `${folder}.parts`);
});

const examples = [...page.matchAll(/```python\n(.*?)```/gs)].map(([, code]) => code!);

test('the page has an example for each reader in Python', () => {
  for (const reader of ['polars', 'pandas', 'pyarrow', 'duckdb'])
    expect(examples.filter((code) => code.includes(`import ${reader}`)).length).toBeGreaterThan(0);
});

test
  .skipIf(!pythonWith('polars', 'pandas', 'pyarrow', 'duckdb'))
  .each(examples.map((code, i) => ({ example: i + 1, code })))(
  'Python example $example of the page runs',
  ({ code }) => {
    const printed = python(['-c', code.replaceAll('results/quick', folder)]);
    expect(printed).toMatch(/fasted|um3|uM/);
  },
);

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { interventionsPage } from '../../docs/interventions.js';
import { modelPage } from '../../docs/model.js';
import { oddPage } from '../../docs/odd.js';
import { TREATMENTS } from '../../src/body/treatments.js';
import { parametersOf } from '../../src/language/parameters.js';
import { leucineModel } from '../../src/model/leucine.js';

/** Widths of columns are the formatter's. */
const loose = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{2,}/g, '---');
const kept = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

it.each([
  ['model.md', modelPage],
  ['interventions.md', interventionsPage],
  ['ODD.md', oddPage],
] as const)('docs/%s is what the code says; else run "npm run docs:pages"', (name, page) => {
  expect(loose(kept(name))).toBe(loose(page()));
});

it('docs/model.md has every number of the model with its unit', () => {
  const page = modelPage();
  const missing = parametersOf(leucineModel).filter((p) => !page.includes(`| ${p.name} `));
  expect(missing.map((p) => p.name)).toEqual([]);
});

it('docs/interventions.md has every key', () => {
  for (const { key } of TREATMENTS) expect(kept('interventions.md')).toContain(`## \`${key}\``);
});

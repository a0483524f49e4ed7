/**
 * Writes docs/validation.md and its figures: runs every protocol of validation/targets.yaml. Takes a quarter of an hour
 * on two cores; options of `leucell validate` may follow, for example `--cells 40`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { processIo } from '../src/cli/io.js';
import { validated } from '../src/cli/validate.js';
import { figureOf } from '../src/validation/figure.js';
import { markdownPage } from '../src/validation/page.js';
import { LIKELY_CAUSES } from './likely-causes.js';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const [cells, method] = [argument('cells'), argument('method')];
/** Lived by the exact engine as well, so that it can be seen that the hybrid one gives the same. */
const SAMPLE = ['fsr-eaa-3p5g', 'ps6k-meta', 'leu-muscle-drummond', 'reamination-share'];

const size = cells === undefined ? {} : { cells: Number(cells) };
const made = await validated(processIo(), {
  target: [],
  ...size,
  ...(method === undefined ? {} : { method }),
});
const exact = await validated(processIo(), { target: SAMPLE, cells: 12, ...size, method: 'exact' });
if ('interrupted' in made) process.exitCode = made.interrupted;
else if ('interrupted' in exact) process.exitCode = exact.interrupted;
else {
  mkdirSync('docs/validation', { recursive: true });
  for (const judged of made.judged) {
    const figure = figureOf(judged);
    if (figure !== undefined) writeFileSync(`docs/validation/${judged.target.id}.svg`, `${figure}\n`);
  }
  writeFileSync(
    'docs/validation.md',
    markdownPage(made.judged, made.facts, (id) => `validation/${id}.svg`, exact.judged, LIKELY_CAUSES),
  );
}

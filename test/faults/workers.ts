import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDataset } from '../../src/dataset/read.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { below } from '../../src/random/below.js';
import type { Generator } from '../../src/random/generator.js';
import { runPlan } from '../../src/runner/run.js';
import { tinyPlan } from '../runner/tiny-plan.js';
import type { Incident } from './others.js';
import { ROOT } from './program.js';

const FAKE = pathToFileURL(join(ROOT, 'test/runner/fake-cell.mjs'));
/** What a worker can do wrong, in the words of fake-cell.mjs, and the reason that must stand in the dataset. */
const FAULTS = [
  ['throw', 'a worker that throws', /^ran out of leucine$/],
  ['exit', 'a worker that dies', /^the worker died: worker exited with code: 7$/],
  ['eat', 'a worker that runs out of memory', /^the worker died: .*memory/],
  ['hang', 'a worker that never returns', /^over its budget of 0.2 s of computing, and did not stop/],
] as const;

/** Each way in which a worker can fail, at a random cell: that cell alone is lost, and the dataset says why. */
export async function workerFaults(folder: string, chance: Generator): Promise<readonly Incident[]> {
  const undisturbed = await lived(join(folder, 'sound'), '');
  const incidents: Incident[] = [];
  for (const [verb, fault, reason] of FAULTS) {
    const job = below(chance, undisturbed.cells.length);
    const { cells, rows, problems } = await lived(join(folder, verb), `${verb} ${job}`);
    const others = undisturbed.rows.filter((row) => !row.startsWith(`${undisturbed.cells[job]!.who} `));
    const checks = {
      'its cell has failed, for that reason': cells[job]!.failed && reason.test(cells[job]!.reason),
      'no other cell has failed': cells.filter(({ failed }) => failed).length === 1,
      'all other rows are those of the undisturbed run': JSON.stringify(rows) === JSON.stringify(others),
      'verify finds nothing': problems === 0,
    };
    incidents.push({
      fault,
      outcome: 'that cell failed, with the reason; all others as undisturbed',
      wrong: Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [`not true: ${what}`])),
    });
  }
  return incidents;
}

async function lived(out: string, question: string) {
  const plan = tinyPlan({ question, cells: 20, budget: { time_s: 0.2, memory_MB: 24 } });
  await runPlan(plan, { out, module: FAKE, workers: 2, versions: { leucell: '0', model: '0' } });
  const dataset = await openDataset(out);
  const cells: { who: string; failed: boolean; reason: string }[] = [];
  const who = (row: Readonly<Record<string, unknown>>) =>
    ['condition', 'point', 'donor', 'cell'].map((key) => row[key]).join('/');
  for await (const row of dataset.rows('cells'))
    cells.push({ who: who(row), failed: row.status === 'failed', reason: String(row.reason) });
  const rows: string[] = [];
  for await (const row of dataset.rows('timecourse'))
    rows.push(`${who(row)} ${row.time_s} ${row.leucine_uM}`);
  return { cells, rows, problems: (await verifyDataset(out)).length };
}

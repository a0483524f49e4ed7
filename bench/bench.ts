/**
 * Speed of the engine and of whole runs, and which goals are reached. usage: npm run bench -- [--size small|large]
 * [--rounds N] [--only WORD] [--json] [--against FILE], where FILE holds what --json printed at the base; ratios are head over base.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CASES, type Measurement, type Size } from './cases.js';
import type { Overhead } from './overhead.js';
import { type Report, reportOf, reportText } from './report.js';
import { STUDY_METHODS, type StudyMethod } from './study.js';
import { startUp, type WholeRun } from './whole.js';

const ONCE = fileURLToPath(new URL('./once.js', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
/** Workers of the whole runs. */
const WORKERS = [1, 2] as const;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'small' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});
const size: Size = values.size === 'large' ? 'large' : 'small';
const report = await bench(size, Number(values.rounds), values.only);
const base =
  values.against === undefined ? undefined : (JSON.parse(readFileSync(values.against, 'utf8')) as Report);
process.stdout.write(values.json ? `${JSON.stringify(report, null, 1)}\n` : reportText(report, base));

/** Every case once a round, in turn, so that a slow minute of the machine is shared by all. */
async function bench(size: Size, rounds: number, only: string): Promise<Report> {
  const cases = CASES.filter((c) => c.name.includes(only));
  const measured = new Map<string, Measurement[]>(cases.map((c) => [c.name, []]));
  const whole = new Map<number, WholeRun[]>(WORKERS.map((w) => [w, []]));
  const memory = new Map<number, WholeRun[]>(WORKERS.map((w) => [w, []]));
  const studies = new Map<StudyMethod, WholeRun[]>(STUDY_METHODS.map((m) => [m, []]));
  const startUps: number[] = [];
  const overheads: Overhead[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const { name } of cases)
      measured.get(name)!.push(inProcess<Measurement>(['case', name, size, String(round)]));
    if (only !== '') continue;
    for (const workers of WORKERS) {
      whole.get(workers)!.push(inProcess<WholeRun>(['whole', String(workers), size]));
      memory.get(workers)!.push(inProcess<WholeRun>(['following', String(workers)]));
    }
    for (const method of STUDY_METHODS)
      studies.get(method)!.push(inProcess<WholeRun>(['study', method, size]));
    startUps.push(await startUp(MAIN));
    overheads.push(inProcess<Overhead>(['overhead', '', size]));
  }
  return reportOf({
    size,
    rounds,
    processor: cpus()[0]?.model ?? 'unknown',
    measured,
    whole,
    memory,
    studies,
    startUps,
    overheads,
  });
}

function inProcess<T>(args: readonly string[]): T {
  const done = spawnSync(process.execPath, [ONCE, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  return JSON.parse(done.stdout) as T;
}

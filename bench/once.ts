/** One case or one whole run in a process of its own, its figures as JSON on standard output; bench.ts starts it. */
import { CASES, measure, type Size } from './cases.js';
import { overheadOf } from './overhead.js';
import type { StudyMethod } from './study.js';
import { followingRun, studyRun, wholeRun } from './whole.js';

const [kind = '', name = '', size = 'small', seed = '1'] = process.argv.slice(2);
const KINDS: Readonly<Record<string, (size: Size) => unknown>> = {
  case: (of) => measure(CASES.find((c) => c.name === name)!, of, seed),
  whole: (of) => wholeRun(of, Number(name)),
  following: () => followingRun(Number(name)),
  study: (of) => studyRun(of, name as StudyMethod),
  overhead: overheadOf,
};
process.stdout.write(JSON.stringify(await KINDS[kind]!(size as Size)));

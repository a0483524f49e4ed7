/** One case or one whole run in a process of its own, its figures as JSON on standard output; bench.ts starts it. */
import { CASES, measure, type Size } from './cases.js';
import { overheadOf } from './overhead.js';
import type { StudyMethod } from './study.js';
import { followingRun, studyRun, wholeRun } from './whole.js';

const [kind = '', name = '', size = 'small', seed = '1'] = process.argv.slice(2);
const figures =
  kind === 'whole'
    ? await wholeRun(size as Size, Number(name))
    : kind === 'following'
      ? await followingRun(Number(name))
      : kind === 'study'
        ? await studyRun(size as Size, name as StudyMethod)
        : kind === 'overhead'
          ? await overheadOf(size as Size)
          : measure(CASES.find((c) => c.name === name)!, size as Size, seed);
process.stdout.write(JSON.stringify(figures));

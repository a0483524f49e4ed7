import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlan } from '../src/runner/run.js';
import type { Size } from './cases.js';
import { type Lives, planOf, scenarioText } from './scenario.js';
import { STUDIED, STUDY, type StudyMethod } from './study.js';

/** What a whole run took, from plan to closed dataset. */
export interface WholeRun {
  readonly events: number;
  readonly wall_s: number;
  readonly peak_MiB: number;
}

/** So many and so long that starting up does not count. */
const LIVES = {
  small: { cells: 32, volume_um3: 5, minutes: 60 },
  large: { cells: 64, volume_um3: 5, minutes: 180 },
};
const FOLLOWING = { cells: 4, volume_um3: 10, minutes: 10, follow: 1000 };

/** Lives the cells of a scenario on this many workers and writes their dataset. */
export const wholeRun = (size: Size, workers: number): Promise<WholeRun> => runOf(LIVES[size], workers);

/** The same with molecules that are followed: what a worker needs of memory. */
export const followingRun = (workers: number): Promise<WholeRun> => runOf(FOLLOWING, workers);

/** So many cells of the study as are lived of it, each as long as there. */
export const studyRun = (size: Size, method: StudyMethod): Promise<WholeRun> =>
  runOf(
    { cells: STUDIED[size], volume_um3: STUDY.volume_um3, minutes: STUDY.minutes, method },
    STUDY.workers,
  );

function runOf(lives: Lives, workers: number): Promise<WholeRun> {
  return inFolder(async (folder) => {
    const plan = planOf(lives);
    const begun = performance.now();
    const { progress, failures } = await runPlan(plan, {
      out: join(folder, 'out'),
      workers,
      versions: VERSIONS,
    });
    if (failures[0]) throw new Error(failures[0].reason);
    return {
      events: progress.events,
      wall_s: (performance.now() - begun) / 1000,
      peak_MiB: process.resourceUsage().maxRSS / 1024,
    };
  });
}

/** Seconds that `leucell run` takes for one cell of 0.1 um3 and one minute: start-up to first event, and the end too. */
export async function startUp(main: string): Promise<number> {
  return inFolder(async (folder) => {
    const scenario = join(folder, 'one.yaml');
    writeFileSync(scenario, scenarioText({ cells: 1, volume_um3: 0.1, minutes: 1 }));
    const begun = performance.now();
    const done = spawnSync(
      process.execPath,
      [main, 'run', scenario, '--out', join(folder, 'out'), '--quiet', '--workers', '0'],
      { encoding: 'utf8', env: plainEnvironment() },
    );
    if (done.status !== 0) throw new Error(`leucell run ended with ${done.status}: ${done.stderr}`);
    return (performance.now() - begun) / 1000;
  });
}

/** Node without what it is told to read before it does anything else, as certificates of this machine alone. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...plain } = process.env;
  return plain;
}

const VERSIONS = { leucell: 'bench', model: 'bench' };

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'leucell-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

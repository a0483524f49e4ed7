import { hostname } from 'node:os';
import type { PoolOptions } from '../runner/pool.js';
import type { LiveOptions } from '../runner/run.js';
import { Exit } from './exit.js';
import { onInterrupt } from './interrupt.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { modelVersion } from './model-version.js';
import { packageVersion } from './package-info.js';
import { progressDisplay } from './progress-display.js';

/** How the command line asked for a run, whatever the command. */
export interface HowToLive {
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly failFast?: boolean;
  readonly checkpointEvery?: number;
}

/** Runs `run` with what every command that lives cells gives the runner; returns what it made, and the exit code if that is not whole: a signal, or a cell that failed, has stopped it. */
export async function living<T>(
  io: Io,
  { workers, json = false, quiet = false, failFast = false, checkpointEvery }: HowToLive,
  pool: Pick<PoolOptions, 'module'>,
  run: (options: Omit<LiveOptions, 'out'>) => Promise<T>,
): Promise<{ readonly made: T; readonly interrupted: Exit }> {
  const display = progressDisplay(io, { json, quiet });
  const interrupt = onInterrupt(() => {
    display.end();
    if (!quiet && !json) io.err(`${say.stopping()}\n`);
  });
  try {
    const made = await run({
      ...pool,
      ...(workers === undefined ? {} : { workers }),
      failFast,
      ...(checkpointEvery === undefined ? {} : { keepEvery_s: checkpointEvery }),
      onUnusable: (why) => io.err(`${why}\n`),
      onBadCheckpoint: ({ file, why }) => io.err(`${say.badCheckpoint(file, why)}\n`),
      versions: versions(),
      facts: { host: hostname(), node: process.versions.node, started: new Date().toISOString() },
      signal: interrupt.signal,
      onProgress: display.show,
    });
    return { made, interrupted: interrupt.signal.aborted ? interrupt.exit() : Exit.someCellsFailed };
  } finally {
    display.end();
    interrupt.release();
  }
}

/** The versions that decide the bytes of a dataset. */
export const versions = (): LiveOptions['versions'] => ({
  leucell: packageVersion(),
  model: modelVersion(),
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Refusal } from './exit.js';
import { noSlurm } from './messages.js';

/** What to ask of Slurm for a sweep. */
export interface ArrayJob {
  readonly name: string;
  /** The sweep's folder. */
  readonly folder: string;
  /** The shards that are still to be run. */
  readonly shards: readonly number[];
  readonly workers: number;
  /** How each shard is lived: options of `leucell shard`, as the shell takes them. */
  readonly how: string;
  /** Further options of sbatch, as `--partition=long`. */
  readonly more: readonly string[];
}

/** How this program is called in a script: node and its main file. */
export const ownCommand = (): string =>
  [process.execPath, new URL('../cli/main.js', import.meta.url).pathname].map(quoted).join(' ');

/** The script of the array job: one task a shard. Two minutes before the time limit it is told to stop, and keeps what is whole. */
export const arrayScript = ({ name, folder, shards, workers, how }: ArrayJob): string => `#!/bin/sh
#SBATCH --job-name=${name}
#SBATCH --array=${shards.join(',')}
#SBATCH --cpus-per-task=${Math.max(1, workers)}
#SBATCH --time=60
#SBATCH --signal=B:USR1@120
#SBATCH --output=${join(folder, 'log', '%a.out')}
#SBATCH --open-mode=append
exec ${ownCommand()} shard ${quoted(folder)} "$SLURM_ARRAY_TASK_ID" ${how}
`;

/** The script of the job that comes after the array, however its tasks ended. */
export const mergeScript = ({ name, folder }: ArrayJob): string => `#!/bin/sh
#SBATCH --job-name=${name}-merge
#SBATCH --time=60
#SBATCH --output=${join(folder, 'log', 'merge.out')}
#SBATCH --open-mode=append
exec ${ownCommand()} merge ${quoted(folder)}
`;

/** Submits both scripts, the second to come after the first; returns their job ids. */
export function submit(job: ArrayJob, array: string, merge: string): readonly [string, string] {
  const id = sbatch([...job.more, array]);
  return [id, sbatch([`--dependency=afterany:${id}`, ...job.more, merge])];
}

function sbatch(argv: readonly string[]): string {
  try {
    return execFileSync('sbatch', ['--parsable', ...argv], { encoding: 'utf8' })
      .trim()
      .split(';')[0]!;
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    throw new Refusal(
      noSlurm(code === 'ENOENT' ? 'there is no sbatch here' : String(stderr ?? error).trim()),
    );
  }
}

/** A word as the shell takes it literally. */
export const quoted = (word: string): string =>
  /^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

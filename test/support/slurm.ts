import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Whether Slurm's programs and root's rights to start them are here. If not, says so on stderr so that tests can be skipped by it;
 * with LEUCELL_CI=1 that is an error.
 */
export function slurmIsHere(): boolean {
  try {
    for (const program of ['slurmctld', 'slurmd', 'munged', 'sbatch'])
      execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    if (process.getuid?.() !== 0) throw new Error('not root');
    return true;
  } catch (cause) {
    const missing = 'no Slurm that can be started here (Debian: slurm-wlm slurm-client munge, as root)';
    if (process.env.LEUCELL_CI === '1') throw new Error(missing, { cause });
    process.stderr.write(`SKIPPED: ${missing}\n`);
    return false;
  }
}

/** Starts a Slurm of one node that lives in `folder`; returns the environment in which its commands work, and how to stop it. */
export function startSlurm(folder: string): { env: NodeJS.ProcessEnv; stop: () => void } {
  mkdirSync(folder, { recursive: true });
  chmodSync(dirname(folder), 0o755); // munged wants its socket's folders open
  const ports = {
    SLURMCTLD_PORT: String(36_000 + (process.pid % 900)),
    SLURMD_PORT: String(37_000 + (process.pid % 900)),
  };
  const stop = () => void execFileSync('bash', [here('slurm-down.sh'), folder], { stdio: 'ignore' });
  try {
    execFileSync('bash', [here('slurm-up.sh'), folder], {
      env: { ...process.env, ...ports },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (cause) {
    stop();
    throw cause;
  }
  return { env: { ...process.env, SLURM_CONF: `${folder}/slurm.conf` }, stop };
}

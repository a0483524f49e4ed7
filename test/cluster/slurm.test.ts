import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN, workplace } from '../faults/program.js';
import { slurmIsHere, startSlurm } from '../support/slurm.js';

const SHARDS = 8;

describe.skipIf(!slurmIsHere())('a sweep on Slurm', () => {
  let cwd: string;
  let slurm: ReturnType<typeof startSlurm> | undefined;
  beforeAll(() => {
    cwd = workplace(mkdtempSync(join(tmpdir(), 'leucell-slurm-')));
    slurm = startSlurm(join(cwd, 'slurm'));
  });
  afterAll(() => {
    slurm?.stop();
    rmSync(cwd, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  });

  const leucell = (...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], {
      cwd,
      env: slurm?.env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const sweep = () =>
    leucell('sweep', 'sweep.yaml', '--out', 'out', '--backend', 'slurm', '--shards', `${SHARDS}`);
  const command = (name: string, ...argv: string[]) =>
    execFileSync(name, argv, { env: slurm?.env, encoding: 'utf8' });
  const log = (name: string) => readFileSync(join(cwd, 'out.sweep/log', name), 'utf8');

  async function until(what: string, holds: () => boolean) {
    for (let i = 0; !holds(); i++) {
      if (i > 600) throw new Error(`it did not come to pass: ${what}\n${command('squeue', '-t', 'all')}`);
      await new Promise((later) => setTimeout(later, 200));
    }
  }
  const over = (...ids: readonly string[]) =>
    until('the jobs end', () => command('squeue', '-h', '-j', ids.join(',')).trim() === '');

  it('loses a shard that is killed, says which, and makes the bytes of a local run when it is asked again', async () => {
    const first = sweep();
    expect(first.status, first.stderr).toBe(0);
    const [array, merge] = first.stdout.trim().split('\n') as [string, string];
    await until('a shard is being lived', () => existsSync(join(cwd, 'out.sweep/shards/shard-0000.partial')));
    command('scancel', '--signal=KILL', '--full', `${array}_0`);
    await over(array, merge);
    expect(readdirSync(join(cwd, 'out.sweep/shards')).sort()).toEqual([
      'shard-0000.partial',
      ...Array.from({ length: SHARDS - 1 }, (_, i) => `shard-000${i + 1}`),
    ]);
    expect(log('merge.out')).toContain('1 of 8 shards are missing or damaged: 0.');
    expect(existsSync(join(cwd, 'out'))).toBe(false);

    const second = sweep();
    expect(second.stderr).toContain('48 cells in 8 shards, 1 to be run');
    await over(...second.stdout.trim().split('\n'));
    expect(leucell('run', 'sweep.yaml', '--out', 'local', '--quiet').status).toBe(0);
    const hash = (name: string) =>
      JSON.parse(readFileSync(join(cwd, name, 'manifest.json'), 'utf8')).content_sha256;
    expect(hash('out')).toBe(hash('local'));
    expect(log('merge.out')).toContain(`content_sha256: ${hash('local')}`);
    expect(readFileSync(join(cwd, 'out/manifest.json'))).toEqual(
      readFileSync(join(cwd, 'local/manifest.json')),
    );
    expect(leucell('verify', 'out').status).toBe(0);
    expect(sweep().stderr).toContain('"out" is finished already.');
  }, 300_000);
});

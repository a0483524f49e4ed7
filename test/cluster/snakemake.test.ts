import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MAIN, program, ROOT, runSweep, workplace } from '../faults/program.js';
import { python, pythonWith } from '../support/python.js';

it.skipIf(!pythonWith('snakemake'))(
  'a sweep by workflow/Snakefile has the bytes of a run in one piece',
  async () => {
    const cwd = workplace(mkdtempSync(join(tmpdir(), 'leucell-snakemake-')));
    try {
      const config = [`leucell=${process.execPath} ${MAIN}`, 'scenario=sweep.yaml', 'out=out', 'shards=4'];
      const where = ['-s', join(ROOT, 'workflow/Snakefile'), '--directory', cwd, '--cores', '2'];
      python(['-m', 'snakemake', ...where, '--config', ...config]);
      expect((await runSweep(cwd, 'local').ended).exit).toBe(0);
      const manifest = (name: string) => readFileSync(join(cwd, name, 'manifest.json'), 'utf8');
      expect(manifest('out')).toBe(manifest('local'));
      expect((await program(cwd, ['verify', 'out']).ended).exit).toBe(0);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  },
  240_000,
);

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
/** More cells than anybody waits for. */
const ENDLESS = `
question: what does a small cell do in a day?
cells: 100000
volume: 0.05 um3
settle: 1 min
duration: 2 h
sample every: 1 h
conditions: { fasted: {} }
`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-process-'));
  writeFileSync(join(cwd, 'endless.yaml'), ENDLESS);
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** Starts an endless run and calls `then` with the process once it has lived some cells. */
function endless(workers: number, then: (child: ReturnType<typeof spawn>, stderr: () => string) => void) {
  const child = spawn(
    process.execPath,
    [MAIN, 'run', 'endless.yaml', '--out', 'out', '--json', '--workers', `${workers}`],
    {
      cwd,
    },
  );
  let stderr = '';
  let started = false;
  child.stderr.on('data', (text) => {
    stderr += text;
    if (started || !stderr.includes('"progress"')) return;
    started = true;
    then(child, () => stderr);
  });
  return new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stderr })),
  );
}

for (const workers of [0, 2])
  it(`finishes what is being lived at the first Ctrl-C and keeps it as .partial (${workers} workers)`, async () => {
    const { code, stderr } = await endless(workers, (child) => child.kill('SIGINT'));
    expect(code).toBe(130);
    expect(stderr).toMatch(/interrupted after \d+ of 100000 cells; they are kept in "out.partial"/);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect(readdirSync(join(cwd, 'out.partial'))).toContain('journal.ndjson');
  });

it('stops at once at the second Ctrl-C', async () => {
  const { code, stderr } = await endless(2, (child) => {
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 20);
  });
  expect(code).toBe(130);
  expect(stderr).not.toContain('they are kept in');
  expect(existsSync(join(cwd, 'out.partial'))).toBe(true);
});

it('ends quietly when its reader has seen enough', () => {
  const { stdout, stderr } = spawnSync(
    'bash',
    ['-c', `"${process.execPath}" "${MAIN}" model | head -n 1; echo "\${PIPESTATUS[0]}"`],
    { cwd, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n').at(-1)).toBe('0');
});

it('finds the shipped scenarios from any folder', () => {
  const { stdout, status } = spawnSync(process.execPath, [MAIN, 'check', 'quick'], { cwd, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('quick.yaml: valid');
});

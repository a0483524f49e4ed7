import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
/** More cells than anybody waits for, of a length to choose. */
const endlessOf = (volume: string, duration: string) => `
question: when does it end?
cells: 100000
volume: ${volume}
settle: 1 min
duration: ${duration}
sample every: 1 h
conditions: { fasted: {} }
`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-process-'));
  writeFileSync(join(cwd, 'short.yaml'), endlessOf('0.05 um3', '2 h'));
  writeFileSync(join(cwd, 'long.yaml'), endlessOf('5 um3', '48 h'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** Starts an endless run and interrupts it once a line of progress says so many cells. */
function interrupted(
  scenario: string,
  workers: number,
  done: number,
  again_ms?: number,
  signal: NodeJS.Signals = 'SIGINT',
) {
  const argv = [MAIN, 'run', scenario, '--out', 'out', '--json', '--workers', `${workers}`];
  const child = spawn(process.execPath, argv, { cwd });
  let stderr = '';
  let sent = false;
  child.stderr.on('data', (text) => {
    stderr += text;
    if (sent || !stderr.split('\n').some((line) => line.includes('"progress"') && doneIn(line) >= done))
      return;
    sent = true;
    child.kill(signal);
    if (again_ms !== undefined) setTimeout(() => child.kill(signal), again_ms);
  });
  return new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stderr })),
  );
}
const doneIn = (line: string): number => Number(/"done":(\d+)/.exec(line)?.[1] ?? -1);

for (const workers of [0, 2])
  it(`finishes what is being lived at the first Ctrl-C and keeps it as .partial (${workers} workers)`, async () => {
    const { code, stderr } = await interrupted('short.yaml', workers, 1);
    expect(code).toBe(130);
    expect(stderr).toMatch(/interrupted after \d+ of 100000 cells; they are kept in "out.partial"/);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect(readdirSync(join(cwd, 'out.partial'))).toContain('journal.ndjson');
  });

it('stops at once at the second Ctrl-C, in the middle of long cells', async () => {
  const { code, stderr } = await interrupted('long.yaml', 2, 0, 100);
  expect(code).toBe(130);
  expect(stderr).not.toContain('they are kept in');
  expect(existsSync(join(cwd, 'out'))).toBe(false);
  expect(existsSync(join(cwd, 'out.partial'))).toBe(true);
});

for (const signal of ['SIGTERM', 'SIGUSR1'] as const)
  it(`keeps what is there and asks to be tried again (75) at ${signal}`, async () => {
    const { code, stderr } = await interrupted('short.yaml', 1, 1, undefined, signal);
    expect(code).toBe(75);
    expect(stderr).toMatch(/Go on with: (npx )?leucell resume out/);
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

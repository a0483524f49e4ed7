import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { python, pythonWith } from '../support/python.js';

const hasPython = pythonWith('json');

/** The goals that a page tells, by name. */
const rowsOf = (page: string) =>
  new Map(
    page
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, name, ...rest]) => [name, rest.filter((cell) => cell !== '').join(' ')]),
  );

test.skipIf(!hasPython)('--own renews the goals of leucell alone and runs nothing', () => {
  const root = mkdtempSync(join(tmpdir(), 'leucell-own-'));
  try {
    cpSync('bench/peers', join(root, 'bench', 'peers'), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    mkdirSync(join(root, 'docs'));
    const figures = join(root, 'docs', 'performance.json');
    cpSync('docs/performance.json', figures);
    const before = JSON.parse(readFileSync(figures, 'utf8'));
    const start = before.own.goals.at(-1);
    const own = { ...before.own, goals: [{ ...start, value: 0.123, reached: true }], rounds: 7 };
    writeFileSync(join(root, 'own.json'), JSON.stringify(own));

    python([join(root, 'bench', 'peers', 'run.py'), '--own', join(root, 'own.json')]);

    const { own: ownNow, own_date, ...others } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(ownNow).toEqual(own);
    expect(own_date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect({ ...before, ...others }).toEqual(before);
    const [was, now] = [readFileSync('docs/performance.md', 'utf8'), read(root)].map(rowsOf);
    expect(now!.get(start.name)).toBe(`${start.wanted} 0.123 reached`);
    for (const { name } of before.own.goals.slice(0, -1)) expect(now!.has(name)).toBe(false);
    expect(now!.get('M4 over NFsim')).toBe(was!.get('M4 over NFsim'));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

const read = (root: string): string => readFileSync(join(root, 'docs', 'performance.md'), 'utf8');

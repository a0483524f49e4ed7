import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outputFolder, shown } from '../../src/cli/output-folder.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-out-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

it('counts on where a run or a part of one already is', () => {
  expect(outputFolder(undefined, 'quick', cwd)).toBe(join(cwd, 'results/quick'));
  mkdirSync(join(cwd, 'results/quick'), { recursive: true });
  mkdirSync(join(cwd, 'results/quick-2.partial'));
  expect(outputFolder(undefined, 'quick', cwd)).toBe(join(cwd, 'results/quick-3'));
});

it('refuses a folder that exists, whole or partial, and says so', () => {
  mkdirSync(join(cwd, 'a'));
  mkdirSync(join(cwd, 'b.partial'));
  expect(() => outputFolder('a', 'quick', cwd)).toThrow('"a" exists and is not overwritten');
  expect(() => outputFolder('b', 'quick', cwd)).toThrow('"b.partial" is an unfinished dataset');
  expect(outputFolder('c', 'quick', cwd)).toBe(join(cwd, 'c'));
});

it('shows folders as typed from here', () => {
  expect(shown(join(cwd, 'results/quick'), cwd)).toBe('results/quick');
  expect(shown('/elsewhere/x', cwd)).toBe('/elsewhere/x');
});

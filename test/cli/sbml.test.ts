import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from '@uwdata/flechette';
import pc from 'picocolors';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/cli/exit.js';
import { sbmlCommand } from '../../src/cli/sbml.js';
import { sketch } from '../sbml/sketch.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-sbml-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const decay = sketch({
  compartments: { Cell: 2 },
  species: { X: { amount: 10, dense: true }, Y: 0 },
  reactions: { R: { from: 'X', to: 'Y', law: 'Cell*X' } },
});

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    colours: { out: pc.createColors(false), err: pc.createColors(false) },
    errIsTerminal: false,
    env: {},
    cwd: folder,
  };
  await sbmlCommand(io, () => undefined).parseAsync(['run', ...args], { from: 'user' });
  return said;
}

test('prints JSON by case and variable', async () => {
  put('00099-sbml-l3v2.xml', decay);
  const { out } = await run(
    '00099-sbml-l3v2.xml',
    '--until',
    '2',
    '--every',
    '0.5',
    '--runs',
    '20',
    '--seed',
    's',
    '--json',
  );
  const [only] = JSON.parse(out);
  expect(Object.keys(only)).toEqual(['case', 'n', 'vars']);
  expect(only).toMatchObject({ case: '00099', n: 20 });
  expect(Object.keys(only.vars)).toEqual(['X', 'Y']);
  expect(only.vars.X.mean).toHaveLength(5);
  expect(only.vars.X.mean[0]).toBe(10);
  expect(only.vars.X.sd[0]).toBe(0);
  only.vars.X.mean.forEach((x: number, t: number) => {
    expect(x + only.vars.Y.mean[t]).toBeCloseTo(10, 12);
  });
  expect(
    (
      await run(
        '00099-sbml-l3v2.xml',
        '--until',
        '2',
        '--every',
        '0.5',
        '--runs',
        '20',
        '--seed',
        's',
        '--json',
      )
    ).out,
  ).toBe(out);
});

test('prints a table as the suite writes them, and concentrations where asked', async () => {
  put('decay.xml', decay);
  const { out } = await run('decay.xml', '--until', '1', '--runs', '5', '--concentration', 'X');
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('time,X-mean,Y-mean,X-sd,Y-sd');
  expect(lines[1]).toBe('0,5,0,0,0');
});

test('writes means and every run as Arrow', async () => {
  put('decay.xml', decay);
  const { out } = await run(
    'decay.xml',
    '--until',
    '4',
    '--runs',
    '700',
    '--out',
    'results',
    '--each-run',
    '--json',
  );
  const read = (name: string) => tableFromIPC(readFileSync(join(folder, 'results', 'decay', name)));
  const moments = read('moments.arrow');
  const x = moments.toArray().filter((row) => row.variable === 'X');
  expect(x.map((row) => row.mean)).toEqual(JSON.parse(out)[0].vars.X.mean);
  const runs = read('runs.arrow');
  expect(runs.numRows).toBe(700 * 5 * 2);
  const last = runs.toArray().filter((row) => row.variable === 'X' && row.time === 1);
  expect(last.map((row) => row.run)).toEqual(Array.from({ length: 700 }, (_, i) => i));
  const mean = last.reduce((sum, row) => sum + row.value, 0) / 700;
  expect(mean).toBeCloseTo(x.find((row) => row.time === 1)!.mean, 10);
});

describe('refuses, with file and line,', () => {
  const refused = async (...args: string[]) => {
    const error = await run(...args).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  };

  test('all problems of all files before anything runs', async () => {
    put('a.xml', decay.replace('Cell </ci>', 'Well </ci>'));
    put('b.xml', '<sbml>');
    const message = await refused('a.xml', 'b.xml');
    expect(message).toMatch(/^a\.xml:\d+:\d+ {2}.*"Well"$/m);
    expect(message).toMatch(/^b\.xml:1:7 {2}not well-formed XML/m);
    expect(message).toMatch(/2 problems; nothing was run\.$/);
  });

  test('files that are not there, not text, or too large', async () => {
    expect(await refused('nowhere.xml')).toContain('"nowhere.xml" cannot be read');
    writeFileSync(join(folder, 'latin.xml'), Buffer.from('<sbml name="\xe9"/>', 'latin1'));
    expect(await refused('latin.xml')).toContain('latin.xml:1:1  the file is not UTF-8');
    put('large.xml', ' '.repeat(10_000_001));
    expect(await refused('large.xml')).toContain('more than the limit');
  });

  test('a run that cannot go on', async () => {
    put('empty.xml', sketch({ species: { X: 1 }, reactions: { R: { from: 'X', law: '5' } } }));
    expect(await refused('empty.xml')).toMatch(/^empty\.xml:\d+:\d+ {2}reaction "R" goes on/);
  });
});

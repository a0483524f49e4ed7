import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { WHOLE, writeSmallDataset } from '../support/small-dataset.js';
import { capturedIo } from './captured-io.js';

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-cli-report-'));
  await writeSmallDataset(join(cwd, 'd'), WHOLE);
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function leucell(...argv: string[]) {
  const captured = capturedIo(cwd);
  const exit = await main(argv, captured.io);
  return { exit, out: captured.out(), err: captured.err() };
}
const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');

describe('report', () => {
  it('writes one page into the dataset, which answers with numbers', async () => {
    const { exit, out, err } = await leucell('report', 'd');
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(err).toMatch(/^Report: .*report\.html \(\d.*B\)\n$/);
    const page = read('d/report.html');
    expect(/<h1>(.*)<\/h1>/.exec(page)?.[1]).toBe('is it what the test wrote?');
    // Net balance of "fed": 0.05 times (0.4 + 1 + 0.7) %/h over three hours of one each.
    expect(/<p>(Over .*?)\)/.exec(page)?.[1]).toBe(
      'Over 3 h, net balance over the window is −0.0305 % in fasted; with fed it is 0.105 % above that (95\u00a0% interval 0.105 to 0.105, p &lt; 0.001',
    );
    expect(
      page.includes('The parameters are those of model test, which is not the one of this program'),
    ).toBe(true);
  });
  it('writes over nothing unless told to', async () => {
    writeFileSync(join(cwd, 'mine.html'), 'mine');
    const { exit, err } = await leucell('report', 'd', '-o', 'mine.html');
    expect({ exit, page: read('mine.html') }).toEqual({ exit: 2, page: 'mine' });
    expect(err).toContain('exists and is not overwritten');
    expect((await leucell('report', 'd', '-o', 'mine.html', '--force')).exit).toBe(0);
  });
  it('says why conditions are not compared, and shows the rest', async () => {
    await writeSmallDataset(join(cwd, 'few'), { ...WHOLE, cells: 3 });
    expect((await leucell('report', 'few')).exit).toBe(0);
    expect(
      read('few/report.html').includes('Conditions are not compared: 3 cells a condition are too few'),
    ).toBe(true);
    expect(read('few/report.html').includes('figure-forest')).toBe(false);
  });
  it('escapes what a scenario says', async () => {
    await writeSmallDataset(join(cwd, 'evil'), {
      ...WHOLE,
      conditions: ['a', '<script>alert(1)</script>', 'c & "d"'],
    });
    expect((await leucell('report', 'evil')).exit).toBe(0);
    expect(read('evil/report.html').includes('<script>alert(1)')).toBe(false);
    expect(read('evil/report.html').includes('c &amp; &quot;d&quot;')).toBe(true);
  });
  it('refuses baselines and points that are not there', async () => {
    expect(await leucell('report', 'd', '--baseline', 'none', '-o', 'x.html')).toMatchObject({ exit: 2 });
    expect((await leucell('report', 'd', '--point', '4', '-o', 'x.html')).err).toContain(
      'points are numbered 0 to 0',
    );
    expect(existsSync(join(cwd, 'x.html'))).toBe(false);
  });
});

describe('plot', () => {
  it('lists the figures', async () => {
    const { exit, out } = await leucell('plot', 'd');
    expect(exit).toBe(0);
    for (const id of ['leucine', 's6k1-true', 's6k1-blot', 'forest', 'pathway-2', 'cells-synthesis'])
      expect(out).toMatch(new RegExp(`^${id} +\\S`, 'm'));
  });
  it('writes a figure as SVG that stands alone, as PNG and as CSV', async () => {
    expect((await leucell('plot', 'd', '--figure', 'synthesis', '-o', 's.svg')).exit).toBe(0);
    const svg = read('s.svg');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* width="380"/);
    expect(svg).toContain('Synthesis (FSR), %/h');
    expect(svg).not.toContain('var(--');
    expect((await leucell('plot', 'd', '--figure', 'synthesis')).out).toBe(svg);
    expect((await leucell('plot', 'd', '--figure', 'synthesis', '-o', 's.png')).exit).toBe(0);
    expect(readFileSync(join(cwd, 's.png')).subarray(1, 4).toString()).toBe('PNG');
    expect((await leucell('plot', 'd', '--figure', 'synthesis', '-o', 's.csv')).exit).toBe(0);
    const [head, ...rows] = read('s.csv').trim().split('\r\n');
    expect(head).toBe('condition,time_s,mean,low,high');
    expect(rows).toHaveLength(3 * 4);
    expect(Number(rows[6]!.split(',')[2])).toBeCloseTo(0.05 * (1 + 21 / 12 / 100) + 0.04, 12);
  });
  it('refuses figures and file types that there are not', async () => {
    expect((await leucell('plot', 'd', '--figure', 'fourest')).err).toContain(
      'there is no figure "fourest". Give one of: leucine,',
    );
    expect((await leucell('plot', 'd', '--figure', 'forest', '-o', 'f.pdf')).err).toContain(
      '.svg, .png and .csv',
    );
  });
});

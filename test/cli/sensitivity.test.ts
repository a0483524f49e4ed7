import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Exit } from '../../src/cli/exit.js';
import { main } from '../../src/cli/program.js';
import { sensitivity } from '../../src/cli/sensitivity.js';
import { capturedIo } from './captured-io.js';

const BUILT = new URL('../../dist/workers/cell.js', import.meta.url);
const cwd = mkdtempSync(join(tmpdir(), 'leucell-sensitivity-test-'));
afterAll(() => rmSync(cwd, { recursive: true }));
const scenario = join(cwd, 's.yaml');
writeFileSync(
  scenario,
  `question: what does synthesis hang on?
duration: 1 h
sample every: 30 min
settle: 10 min
conditions: { fasted: {}, fed: { plasma_leucine: 300 uM } }
`,
);
const options = (changes: object = {}) => ({
  outcome: ['leucine'],
  vary: ['conditions.fed.plasma_leucine=100 uM..500 uM', 'volume=1 um3..5 um3'],
  analysis: 'morris' as const,
  size: 3,
  workers: 0,
  json: true,
  ...changes,
});
const study = async (changes: object = {}) => {
  const captured = capturedIo(cwd);
  const exit = await sensitivity(captured.io, scenario, options(changes), { module: BUILT });
  return { exit, data: JSON.parse(captured.out()) };
};

it('finds that leucine in the cell hangs on leucine in plasma, where that is given, and draws it', async () => {
  const { exit, data } = await study({ figure: 'tornado.svg' });
  expect(exit).toBe(Exit.done);
  expect(data).toMatchObject({ method: 'mean-field', analysis: 'morris', size: 3 });
  const [fasted, fed] = data.responses;
  const [plasma, volume] = fed.effects;
  expect(fasted.effects[0].muStar).toBe(0);
  expect(plasma.mu).toBeGreaterThan(50);
  expect(Math.abs(volume.muStar)).toBeLessThan(1e-3 * plasma.muStar);
  const svg = readFileSync(join(cwd, 'tornado.svg'), 'utf8');
  expect(svg.match(/class="bar"/g)!.length).toBe(4);
  expect(svg).toContain('conditions.fed.plasma_leucine');
});

it('gives the whole variance to the only factor that does anything, and the same numbers again', async () => {
  const { data } = await study({ analysis: 'sobol', size: 4 });
  const [plasma, volume] = data.responses[1].effects;
  expect(plasma.total).toBeGreaterThan(0.5);
  expect(volume.total).toBeLessThan(1e-3);
  expect((await study({ analysis: 'sobol', size: 4 })).data).toEqual(data);
});

it('refuses every factor and outcome that is wrong, at once', async () => {
  const captured = capturedIo(cwd);
  const vary = [
    'nonsense.off',
    'volume',
    'base.leucine=1 g..5 g',
    'volume=1 um3..-3 um3',
    'sestrin2-leucine.off=0 /min..1 /min log',
  ];
  const exit = await main(
    ['sensitivity', scenario, '--outcome', 'fsr', ...vary.flatMap((v) => ['--vary', v])],
    captured.io,
  );
  expect(exit).toBe(Exit.yourInput);
  expect(captured.err()).toMatch(/"nonsense.off" cannot be swept/);
  expect(captured.err()).toMatch(/volume: no range that can be read/);
  expect(captured.err()).toMatch(/"base.leucine" changes nothing here/);
  expect(captured.err().split('\n')).toHaveLength(6);
  expect(await main(['sensitivity', scenario, '--outcome', 'strength'], captured.io)).toBe(Exit.yourInput);
  expect(captured.err()).toMatch(/there is no outcome "strength"/);
  expect(await main(['sensitivity', scenario, '--outcome', 'fsr'], captured.io)).toBe(Exit.yourInput);
  expect(captured.err()).toMatch(/nothing is varied/);
});

it('with an ensemble lets every donor live a set, and tells the effect on their mean', async () => {
  const meanOf = async (...sets: number[]) => {
    const of = { parameters: { 'leucine-out.k': '1/h' }, sets: sets.map((k) => ({ 'leucine-out.k': k })) };
    writeFileSync(join(cwd, 'e.json'), JSON.stringify(of));
    const file = join(cwd, 'drawn.yaml');
    writeFileSync(
      file,
      `${readFileSync(scenario, 'utf8')}donors: ${sets.length}\nvariation: { type II share: 0 }\nensemble: e.json\n`,
    );
    const captured = capturedIo(cwd);
    expect(await sensitivity(captured.io, file, options({ size: 2 }), { module: BUILT })).toBe(Exit.done);
    return JSON.parse(captured.out()).responses[1].mean as number;
  };
  const [slow, quick, both] = [await meanOf(0.5), await meanOf(1.5), await meanOf(0.5, 1.5)];
  expect(slow).toBeGreaterThan(1.2 * quick);
  expect(both / ((slow + quick) / 2)).toBeCloseTo(1, 9);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { runArchive } from '../../src/omex/run-archive.js';
import { capturedIo } from '../cli/captured-io.js';
import { sketch } from '../sbml/sketch.js';
import { python, pythonWith } from '../support/python.js';
import { compare, THRESHOLD } from '../support/statistics.js';
import { archive, course, generator, parameter, repeated, report, sedml, setting, species } from './study.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-omex-'));
afterAll(() => rmSync(folder, { recursive: true }));
const decay = sketch({
  species: { X: 20, Y: 0 },
  parameters: { k: 0.5 },
  reactions: { R: { from: 'X', to: 'Y', law: 'k*X' } },
});
const run = (packed: Uint8Array, seed = '1') =>
  runArchive(packed, { seed, policy: 'NONE', warn: () => undefined });
const MODELS = { 'model.xml': decay };
const first = (text: string, models = MODELS) => run(archive({ 'a/sim.sedml': text }, models, {}))[0]!;
const fromFolder = { models: '<model id="m" language="urn:sedml:language:sbml" source="../model.xml"/>' };
const study = (more: Parameters<typeof sedml>[0] = {}) => sedml({ ...fromFolder, ...more });
const vector = (id: string, values: readonly number[]) =>
  `<vectorRange id="${id}">${values.map((v) => `<value> ${v} </value>`).join('')}</vectorRange>`;

describe('an experiment', () => {
  it('gives its data sets over the times of its course', () => {
    const { file, shown } = first(study());
    expect(file).toBe('a/sim.sedml');
    const [time, x] = shown[0]!.values;
    expect([...time!.data]).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(x!.data[0]).toBe(20);
    expect([...x!.data].every((n, i, all) => i === 0 || n <= all[i - 1]!)).toBe(true);
    expect(x!.data[4]).toBeLessThan(20);
  });

  it('gives the same for the same seed, also one in the archive, and other numbers for another', () => {
    const seeded = (seed: string) =>
      study({
        simulations: course(
          's',
          2,
          40,
          29,
          `<listOfAlgorithmParameters><algorithmParameter kisaoID="KISAO:0000488" value="${seed}"/></listOfAlgorithmParameters>`,
        ),
      });
    const x = (text: string, seed: string) => [
      ...run(archive({ 'a/sim.sedml': text }, MODELS), seed)[0]!.shown[0]!.values[1]!.data,
    ];
    const long = study({ simulations: course('s', 2, 40) });
    expect(x(long, '1')).toEqual(x(long, '1'));
    expect(x(long, '1')).not.toEqual(x(long, '2'));
    expect(x(seeded('7'), '1')).toEqual(x(seeded('7'), '2'));
    expect(x(seeded('7'), '1')).not.toEqual(x(seeded('8'), '1'));
  });

  it('changes attributes of a model, also of a model made from another', () => {
    const change = (from: string, id: string, target: string, value: string) =>
      `<model id="${id}" language="urn:sedml:language:sbml" source="${from}"><listOfChanges>
<changeAttribute target="${target}" newValue="${value}"/></listOfChanges></model>`;
    const models = [
      change('../model.xml', 'base', `${species('X')}/@initialAmount`, '7'),
      change('#base', 'm', `${species('Y')}/@initialAmount`, '3'),
    ].join('\n');
    const generators = `${generator('X', 't', species('X'))}\n${generator('Y', 't', species('Y'))}`;
    const { shown } = first(study({ models, generators, outputs: report('r', ['X', 'Y']) }));
    const [x, y] = shown[0]!.values;
    expect([x!.data[0], y!.data[0]]).toEqual([7, 3]);
    for (let t = 0; t < 5; t++) expect(x!.data[t]! + y!.data[t]!).toBe(10);
  });

  it('works out formulas of its variables, and reports parameters and reactions', () => {
    const generators = [
      generator('X', 't', species('X')),
      generator(
        'double',
        't',
        species('X'),
        '<apply><plus/><apply><times/><cn> 2 </cn><ci> x </ci></apply><cn> 1 </cn></apply>',
      ),
      generator('k', 't', parameter('k')),
      generator('rate', 't', "/sbml:sbml/sbml:model/sbml:listOfReactions/sbml:reaction[@id='R']"),
    ].join('\n');
    const { shown } = first(study({ generators, outputs: report('r', ['X', 'double', 'k', 'rate']) }));
    const [x, double, k, rate] = shown[0]!.values.map((v) => [...v.data]);
    expect(double).toEqual(x!.map((n) => 2 * n + 1));
    expect(k).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(rate).toEqual(x!.map((n) => 0.5 * n));
  });

  it('reports concentrations where formulas mean them', () => {
    const dense = sketch({ compartments: { Cell: 2 }, species: { X: { amount: 20, dense: true } } });
    const { shown } = first(study(), { 'model.xml': dense });
    expect([...shown[0]!.values[1]!.data]).toEqual([10, 10, 10, 10, 10]);
  });

  it('is chosen as master, else all run', () => {
    const two = { 'b.sedml': sedml(), 'c.sedml': sedml() };
    expect(run(archive(two, MODELS)).map((r) => r.file)).toEqual(['b.sedml', 'c.sedml']);
    expect(run(archive(two, MODELS, { master: true })).map((r) => r.file)).toEqual(['b.sedml']);
  });
});

describe('a repeated task', () => {
  const twice = `${vector('k', [0, 0.25, 1])}<functionalRange id="n" range="k"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><plus/><cn> 10 </cn><apply><times/><cn> 4 </cn><ci> k </ci></apply></apply></math></functionalRange>`;
  const tasks = (ranges: string, sets = '') =>
    `<task id="t" modelReference="m" simulationReference="s"/>\n${repeated('many', 't', ranges, sets)}`;
  const generators = `${generator('time', 'many', 'time')}\n${generator('X', 'many', species('X'))}`;

  it('sets what its ranges say, iteration by iteration', () => {
    const sets = setting(parameter('k'), 'k') + setting(species('X'), 'n');
    const { shown } = first(study({ tasks: tasks(twice, sets), generators }));
    const [time, x] = shown[0]!.values;
    expect(x!.shape).toEqual([3, 1, 5]);
    expect([...time!.data]).toEqual([0, 1, 2].flatMap(() => [0, 0.5, 1, 1.5, 2]));
    expect([x!.data[0], x!.data[5], x!.data[10]]).toEqual([10, 11, 14]);
    expect([...x!.data.slice(0, 5)]).toEqual([10, 10, 10, 10, 10]);
    expect(x!.data[14]).toBeLessThan(14);
  });

  it('repeats a repeated task, and fills up what is shorter', () => {
    const nested = `${tasks(vector('k', [0, 1]), setting(parameter('k'), 'k'))}
<task id="u" modelReference="m" simulationReference="brief"/>
<repeatedTask id="outer" range="i" resetModel="true"><listOfRanges>${vector('i', [1, 2])}</listOfRanges>
<listOfSubTasks><subTask task="u" order="2"/><subTask task="t" order="1"/><subTask task="many" order="3"/></listOfSubTasks></repeatedTask>`;
    const simulations = `${course('s', 2, 4)}\n${course('brief', 1, 1)}`;
    const both = (outer: string) =>
      study({
        tasks: outer,
        simulations,
        generators: generator('X', 'outer', species('X')),
        outputs: report('r', ['X']),
      });
    const [x] = first(both(nested)).shown[0]!.values;
    expect(x!.shape).toEqual([2, 3, 5, 1, 5]);
  });

  it('runs each iteration anew: the whole distribution is that of the master equation', () => {
    const n = 4000;
    const text = study({
      simulations: course('s', 1, 1),
      tasks: tasks(`<uniformRange id="i" start="1" end="${n}" numberOfSteps="${n - 1}" type="linear"/>`),
      generators,
    });
    const [, x] = first(text).shown[0]!.values;
    expect(x!.shape).toEqual([n, 1, 2]);
    const left = Array.from({ length: n }, (_, i) => x!.data[2 * i + 1]!);
    const binomial = (p: number) =>
      Array.from({ length: 21 }, (_, k) => choose(20, k) * p ** k * (1 - p) ** (20 - k));
    const worst = (k: number) =>
      Math.min(...compare('left after 1', left, binomial(Math.exp(-k))).map((f) => f.p));
    expect(worst(0.5)).toBeGreaterThan(THRESHOLD);
    // A rate 5 % off moves the mean by 0.3 of a molecule, nine standard errors.
    expect(worst(0.525)).toBeLessThan(THRESHOLD);
  });
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

describe('leucell omex', () => {
  const tasks = `<task id="t" modelReference="m" simulationReference="s"/>\n${repeated('many', 't', vector('k', [0.1, 0.2, 5]), setting(parameter('k'), 'k'))}`;
  const generators = [
    generator('time', 't', 'time'),
    generator('X', 't', species('X')),
    generator('each', 'many', species('X')),
  ].join('\n');
  const outputs = `${report('once', ['time', 'X'])}\n${report('all', ['each', 'X'])}
<plot2D id="fig"><listOfCurves><curve id="c" logX="false" logY="false" xDataReference="time" yDataReference="X"/></listOfCurves></plot2D>`;
  writeFileSync(
    join(folder, 'study.omex'),
    archive({ 'a/sim.sedml': study({ tasks, generators, outputs }) }, MODELS),
  );

  it('writes Arrow files and says what it does not draw', async () => {
    const captured = capturedIo(folder);
    expect(await main(['omex', 'study.omex', '-o', 'out'], captured.io)).toBe(0);
    expect(captured.out().trim().split('\n')).toEqual([
      'out/reports.h5',
      'out/a/sim.sedml/once.arrow',
      'out/a/sim.sedml/all.arrow',
      'out/a/sim.sedml/fig.arrow',
    ]);
    expect(captured.err()).toMatch(
      /^study\.omex\/a\/sim\.sedml:\d+:1 {2}plot "fig" is not drawn; its data are written \(warning\)$/m,
    );
    const table = tableFromIPC(readFileSync(join(folder, 'out/a/sim.sedml/all.arrow')));
    expect(table.numRows).toBe(25);
    expect(table.schema.fields.map((f) => f.name)).toEqual([
      'index.0',
      'index.1',
      'index.2',
      'set_each',
      'set_X',
    ]);
    const again = capturedIo(folder);
    expect(await main(['omex', 'study.omex', '-o', 'out'], again.io)).toBe(2);
    expect(again.err()).toContain('"out" exists and is not overwritten');
  });

  it.skipIf(!pythonWith('h5py'))(
    'writes HDF5 that h5py reads, the same numbers as the Arrow files',
    async () => {
      const captured = capturedIo(folder);
      expect(await main(['omex', '-i', 'study.omex', '-o', 'biosim', '-q'], captured.io)).toBe(0);
      expect(captured.err()).toBe('');
      const script = fileURLToPath(new URL('reports.py', import.meta.url));
      const { sets, groups } = JSON.parse(python([script, join(folder, 'biosim/reports.h5')]));
      expect(Object.keys(sets).sort()).toEqual(['a/sim.sedml/all', 'a/sim.sedml/fig', 'a/sim.sedml/once']);
      expect(groups['a/sim.sedml']).toEqual({ uri: 'a/sim.sedml', combineArchiveLocation: 'a/sim.sedml' });
      expect(sets['a/sim.sedml/fig'].attributes._type).toBe('SedPlot2D');
      const once = sets['a/sim.sedml/once'];
      expect(once.shape).toEqual([2, 5]);
      expect(once.attributes).toEqual({
        _type: 'SedReport',
        uri: 'a/sim.sedml/once',
        sedmlId: 'once',
        sedmlName: 'a report',
        sedmlDataSetIds: ['set_time', 'set_X'],
        sedmlDataSetNames: ['', ''],
        sedmlDataSetLabels: ['time [1]', 'X [1]'],
        sedmlDataSetDataTypes: ['float64', 'float64'],
        sedmlDataSetShapes: ['5', '5'],
      });
      expect(once.values[0]).toEqual([0, 0.5, 1, 1.5, 2]);
      const all = sets['a/sim.sedml/all'];
      // The course of 5 times fills the first dimension, as BioSimulators pads.
      expect(all.shape).toEqual([2, 5, 1, 5]);
      expect(all.attributes.sedmlDataSetShapes).toEqual(['3,1,5', '5']);
      const arrow = tableFromIPC(readFileSync(join(folder, 'biosim/a/sim.sedml/all.arrow'))).toArray();
      const shown = (key: string) => arrow.map((row) => (Number.isNaN(row[key]) ? null : row[key]));
      expect(all.values[0].flat(2)).toEqual(shown('set_each'));
      expect(all.values[1].flat(2)).toEqual(shown('set_X'));
      expect(all.values[1].map((rows: number[][]) => rows[0]![0])).toEqual(once.values[1]);
      expect(all.values[0].flat(2).filter((x: number | null) => x !== null)).toHaveLength(15);
    },
  );
});

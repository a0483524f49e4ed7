import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { compartments } from '../../src/model/compartments.js';
import { readouts } from '../../src/model/readouts.js';
import { FLAT_LYSOSOMES, FLAT_MITOCHONDRIA, FLAT_NUCLEUS, flatSpot, isWithin } from '../../src/scene/flat.js';
import {
  isIn,
  LYSOSOMES,
  MEMBRANE,
  MITOCHONDRIA,
  NUCLEUS,
  type Place,
  spotIn,
} from '../../src/scene/places.js';
import { columnsOf, SIGNALS, statesOf } from '../../src/scene/signals.js';
import { DRAWN, placeOf } from '../../src/scene/trajectory.js';
import { capturedIo } from '../cli/captured-io.js';
import { python, pythonWith } from '../support/python.js';

const SCENARIO = `question: Where is leucine?
citation: a test
cells: 2
donors: 1
volume: 0.2 um3
duration: 1 h
sample every: 20 min
settle: 10 min
seed: 1
follow: { Leucine: 40 }
conditions:
  fasted: {}
  fed: { leucine: 3.5 g }
`;

describe('leucell export --simularium', { timeout: 60_000 }, () => {
  let folder: string;
  const file = () => join(folder, 'fed.simularium');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leucell-scene-'));
    writeFileSync(join(folder, 'where.yaml'), SCENARIO);
    const run = capturedIo(folder);
    expect(
      await main(['run', join(folder, 'where.yaml'), '--out', 'd', '-w', '0', '-q'], run.io),
      run.err(),
    ).toBe(0);
    const { io, out, err } = capturedIo(folder);
    const args = ['export', 'd', '--simularium', 'fed.simularium', '--condition', 'fed', '--cell', '1'];
    expect(await main(args, io), err()).toBe(0);
    expect(out()).toMatch(/^fed\.simularium: 4 frames, [\d.]+ kB\n$/);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says every wrong key at once and overwrites nothing', async () => {
    const { io, err } = capturedIo(folder);
    const wrong = ['--condition', 'sated', '--point', '3', '--donor', '1', '--cell', '2'];
    expect(await main(['export', 'd', '--simularium', 'x', ...wrong], io)).toBe(2);
    expect(err().trim().split('\n')).toEqual([
      'there is no condition "sated"; the dataset has "fasted", "fed".',
      expect.stringContaining('point 3'),
      'there is no donor 1: the dataset has donors 0 to 0.',
      'there is no cell 2: the dataset has cells 0 to 1.',
    ]);
    const before = readFileSync(file());
    expect(await main(['export', 'd', '--simularium', 'fed.simularium'], io)).toBe(2);
    expect(readFileSync(file())).toEqual(before);
  });

  it('says that positions are illustrative', () => {
    const { trajectoryInfo } = JSON.parse(readFileSync(file(), 'utf8'));
    expect(trajectoryInfo.modelInfo.description).toMatch(/Positions are illustrative/);
  });

  it.skipIf(!pythonWith('simulariumio', 'pyarrow'))(
    'holds, as simulariumio reads it, the shares and the followed molecules of the dataset',
    () => {
      const read = python(['-c', READ, file(), join(folder, 'd')]);
      expect(read.trim().split('\n').at(-1)).toBe('same');
    },
  );
});

/** Counts of states and of followed molecules frame by frame, worked out anew from the Arrow files. */
const READ = `
import sys, pandas, pyarrow.ipc
given = pandas.DataFrame.to_numpy
pandas.DataFrame.to_numpy = lambda *a, **k: given(*a, **k).copy() # simulariumio 1.13 writes into what pandas 3 gives read-only
from collections import Counter
from simulariumio import FileConverter, InputFileData
from simulariumio.writers.json_writer import JsonWriter
file, folder = sys.argv[1:]
data = FileConverter(InputFileData(file_path=file))._data
agents = data.agent_data
def rows(table):
    whole = pyarrow.ipc.open_file(f'{folder}/{table}.arrow').read_all().to_pylist()
    return [r for r in whole if r['condition'] == 'fed' and r['cell'] == 1]
samples = [r for r in rows('timecourse') if r['time_s'] >= 0]
assert list(agents.times) == [r['time_s'] for r in samples], agents.times
events = rows('molecules')
for frame, row in enumerate(samples):
    n = int(agents.n_agents[frame])
    ids = agents.unique_ids[frame][:n]
    assert len(set(ids)) == n
    counts = Counter(agents.types[frame])
    for type, column in [('Rag#GTP', 'rag_gtp_fraction'), ('S6K1#phosphorylated', 's6k1_p_fraction'), ('FoxO#in the nucleus', 'foxo_nuclear_fraction')]:
        assert abs(counts[type] - ${DRAWN} * row[column]) <= 0.5 + 1e-9, (type, counts[type], row[column])
    now = {}
    for event in events:
        if event['time_s'] <= row['time_s']: now[event['molecule']] = event['now']
    expected = Counter('in a pocket of Sestrin' if p == 'seated' else p.split('@')[0] for p in now.values() if p != 'gone')
    drawn = {t.split('#')[1]: c for t, c in counts.items() if t.startswith('followed#')}
    assert drawn == dict(expected), (drawn, expected)
    spheres = [(x * x + y * y + z * z) ** 0.5 for t, (x, y, z) in zip(agents.types[frame], agents.positions[frame][:n]) if not t.startswith('outline')]
    assert max(spheres) <= 50
again = JsonWriter.format_trajectory_data(data)
assert again['trajectoryInfo']['totalSteps'] == len(samples)
print('same')
`;

describe('the scene', () => {
  it('draws every compartment of the model, and columns that the model reads off', () => {
    for (const { name } of compartments) expect(placeOf(name)).toBe(name);
    expect(() => placeOf('vacuole')).toThrow(/vacuole/);
    const known = readouts.map(({ id }) => id);
    expect(columnsOf(SIGNALS).filter((column) => !known.includes(column))).toEqual([]);
  });

  it('puts as many molecules in a state as the share says, in order, nested shares once', () => {
    const mtorc1 = SIGNALS.find(({ molecule }) => molecule === 'mTORC1')!;
    const shares: Record<string, number> = { mtorc1_active_fraction: 0.1, mtorc1_lysosomal_fraction: 0.4 };
    expect(statesOf(mtorc1, 10, (column) => shares[column]!)).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    shares.mtorc1_active_fraction = 0.6; // active without a Rag pair
    expect(statesOf(mtorc1, 10, (column) => shares[column]!)).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 2, 2]);
  });

  it('fills each of several shapes evenly, in three dimensions and in two', () => {
    const quarters = (spots: readonly (readonly number[])[], x: number, y: number) =>
      [0, 1, 2, 3].map(
        (q) => spots.filter((s) => (s[0]! > x ? 1 : 0) + (s[1]! > y ? 2 : 0) === q).length / spots.length,
      );
    for (const [n, shape] of MITOCHONDRIA.entries()) {
      const own = Array.from({ length: 100 }, (_, i) => spotIn('matrix', 4 * i + n));
      expect(own.every((spot) => isIn(shape, spot))).toBe(true);
      for (const share of quarters(own, shape.centre[0], shape.centre[1])) expect(share).toBeGreaterThan(0.2);
    }
    for (const [n, oval] of FLAT_LYSOSOMES.entries()) {
      const own = Array.from({ length: 100 }, (_, i) => flatSpot('lysosome', 2 * i + n));
      expect(own.every((spot) => isWithin(oval, spot))).toBe(true);
      for (const share of quarters(own, oval.x, oval.y)) expect(share).toBeGreaterThan(0.2);
    }
    const ovals = [...FLAT_LYSOSOMES, ...FLAT_MITOCHONDRIA, FLAT_NUCLEUS];
    for (let i = 0; i < 1000; i++)
      expect(ovals.some((oval) => isWithin(oval, flatSpot('cytosol', i)))).toBe(false);
  });

  it('puts spots inside their compartments, every one apart', () => {
    const inside = (place: Place, shapes: readonly (typeof MEMBRANE)[]) => {
      const spots = Array.from({ length: 600 }, (_, i) => spotIn(place, i));
      expect(new Set(spots.map(String)).size).toBe(600);
      return spots.every((spot) => shapes.some((shape) => isIn(shape, spot)));
    };
    expect(inside('cytosol', [MEMBRANE])).toBe(true);
    expect(inside('matrix', MITOCHONDRIA)).toBe(true);
    expect(inside('nucleus', [NUCLEUS])).toBe(true);
    const organelles = [...MITOCHONDRIA, ...LYSOSOMES, NUCLEUS];
    for (let i = 0; i < 600; i++)
      expect(organelles.some((shape) => isIn(shape, spotIn('cytosol', i)))).toBe(false);
    for (let i = 0; i < 600; i++) expect(Math.hypot(...spotIn('rim', i))).toBeGreaterThan(0.94 - 1e-9);
  });
});

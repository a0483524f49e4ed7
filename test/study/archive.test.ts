import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/cli/load-plan.js';
import { main } from '../../src/cli/program.js';
import { timelineOf } from '../../src/myocyte/timeline.js';
import { openArchive, textIn } from '../../src/omex/archive.js';
import { runArchive } from '../../src/omex/run-archive.js';
import { streamFor } from '../../src/random/stream.js';
import { recordRun } from '../../src/sbml/ensemble.js';
import { machineOf } from '../../src/sbml/machine.js';
import { readSbml } from '../../src/sbml/read.js';
import { startRun } from '../../src/sbml/run.js';
import { capturedIo } from '../cli/captured-io.js';
import { python, pythonWith } from '../support/python.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-study-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SCENARIO = `question: Does an archive hold what a scenario says?
citation: none
cells: 2
volume: 1 um3
duration: 4 min
sample every: 1 min
settle: 1 min
seed: 7
conditions:
  fasted: {}
  fed after a minute:
    plasma_leucine:
      - [0 min, 123 uM]
      - [2 min, 400 uM]
    copies:
      Sestrin: 2 fold
`;
let files: ReadonlyMap<string, Uint8Array>;
let packed: Buffer;
beforeAll(async () => {
  writeFileSync(join(folder, 'small.yaml'), SCENARIO);
  const captured = capturedIo(folder);
  const code = await main(['export', join(folder, 'small.yaml'), '--omex', 'small.omex'], captured.io);
  expect([code, captured.err()]).toEqual([0, '']);
  packed = readFileSync(join(folder, 'small.omex'));
  files = openArchive(packed);
});

describe('a scenario as an archive', () => {
  it('holds a model for each condition, an experiment, metadata and the manifest', () => {
    expect([...files.keys()].sort()).toEqual([
      'experiment.sedml',
      'fasted.xml',
      'fed_after_a_minute.xml',
      'manifest.xml',
      'metadata.rdf',
    ]);
  });

  it('gives inputs the very values under which leucell runs', () => {
    const machine = machineOf(readSbml(textIn(files, 'fed_after_a_minute.xml')), new Set(), [
      'plasma_leucine',
    ]);
    const { inputTolerance } = loadPlan(join(folder, 'small.yaml'), folder).plan;
    const course = { time_s: [0, 120], value: [123, 400] };
    const stretches = timelineOf({ plasma_leucine: course }, -60, 240, inputTolerance);
    expect(stretches.length).toBeGreaterThan(10);
    const times = stretches.flatMap(({ from_s, to_s }) => [from_s + 60, (from_s + to_s) / 2 + 60]);
    const found = new Float64Array(times.length);
    recordRun(startRun(machine, streamFor('1', 'a'), streamFor('1', 'b')), times, found);
    stretches.forEach(({ values }, i) => {
      expect([found[2 * i], found[2 * i + 1]]).toEqual([
        values.get('plasma_leucine'),
        values.get('plasma_leucine'),
      ]);
    });
  });

  it('is run by leucell omex: every cell of every condition, from the start of the protocol on', () => {
    const [{ file, shown }] = runArchive(packed, {
      seed: 'unused',
      policy: 'NONE',
      warn: () => undefined,
    }) as [ReturnType<typeof runArchive>[number]];
    expect(file).toBe('experiment.sedml');
    expect(shown.map((s) => s.output.name)).toEqual(['fasted', 'fed after a minute']);
    const [time] = shown[0]!.values;
    expect(time!.shape).toEqual([2, 1, 5]);
    expect([...time!.data]).toEqual([0, 60, 120, 180, 240, 0, 60, 120, 180, 240]);
    const total = (s: (typeof shown)[number], agent: RegExp) =>
      s.output.dataSets.reduce(
        (sum, d, i) => sum + (d.label.match(agent)?.length ?? 0) * s.values[i]!.data[0]!,
        0,
      );
    const [fasted, fed] = shown.map((s) => total(s, /(?<=^|__)Sestrin/g));
    expect(fed! / fasted!).toBeCloseTo(2, 1);
  });

  it('is refused for a sweep', async () => {
    const captured = capturedIo(folder);
    expect(await main(['export', 'leucine-dose', '--omex', 'sweep.omex'], captured.io)).toBe(2);
    expect(captured.err()).toMatch(/is a sweep of \d+ points, which an archive does not hold/);
  });

  it.skipIf(!pythonWith('libcombine', 'libsedml', 'libsbml'))(
    'is valid: libcombine reads it, libSEDML and libSBML find no error',
    () => {
      const script = fileURLToPath(new URL('valid.py', import.meta.url));
      const found = JSON.parse(python([script, join(folder, 'small.omex')]));
      expect(found.master).toBe('./experiment.sedml');
      expect(found.entries).toEqual(['./experiment.sedml', './fasted.xml', './fed_after_a_minute.xml']);
      expect(found.description).toBe('Does an archive hold what a scenario says?');
      expect(found.sedml).toEqual([]);
      expect(found.sbml).toEqual({ 'fasted.xml': [], 'fed_after_a_minute.xml': [] });
      expect(found.broken).toBeGreaterThan(0);
    },
  );
});

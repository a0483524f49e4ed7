import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { structureOf } from '../../src/compile/structure.js';
import { speciesIds } from '../../src/export/ids.js';
import { exported } from '../../src/export/write.js';
import { identifiers } from '../../src/model/identifiers.js';
import { leucineModel } from '../../src/model/leucine.js';
import { networkOf } from '../../src/network/expand.js';
import { capturedIo } from '../cli/captured-io.js';
import { meanFieldOf } from '../support/mean-field.js';
import { python, pythonWith } from '../support/python.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-labels-'));
afterAll(() => rmSync(folder, { recursive: true }));
const TOOLS = fileURLToPath(new URL('tools.py', import.meta.url));
const file = join(folder, 'labels.xml');
const ask = <T>(task: string, options: object = {}): T =>
  JSON.parse(python([TOOLS, task, file, JSON.stringify(options)])) as T;
type ById = Readonly<Record<string, number>>;

const structure = structureOf(leucineModel);
const labelled = networkOf(structure, 5000, true);
writeFileSync(
  file,
  exported(leucineModel, identifiers, 'sbml', { volume_um3: 5, whole: false, labels: true }),
);
const TIMES_s = [600, 3600, 10_800];
const SHARES = {
  label_plasma_leucine_C1: 0.1,
  label_plasma_leucine_N: 0.05,
  label_plasma_leucine_C1N: 0.2,
  label_plasma_kic_C1: 0.15,
};
/** A species as it is called without labels. */
const bare = (name: string): string => name.replaceAll(/\{[^}]*\}/g, '');

it('has isotopologues of whatever holds a labelled atom, and of nothing else', () => {
  const names = labelled.species.map(({ name }) => name).filter((name) => name.includes('{'));
  expect([...new Set(names.map(bare))].sort()).toEqual([
    'Alanine@cytosol',
    'BCAT2(cofactor~PMP)',
    'BoundLeucine@protein',
    'Glutamate@matrix',
    'Glutamine@cytosol',
    'KIC@cytosol',
    'Leucine@cytosol',
    'Leucine@rim',
    'Sestrin(isoform~sestrin2,pocket~Leucine,gator2)',
  ]);
  expect(names).not.toContain('KIC@cytosol{N}');
  const plain = networkOf(structure);
  expect(new Set(labelled.species.map(({ name }) => bare(name)))).toEqual(
    new Set(plain.species.map(({ name }) => name)),
  );
});

it('is refused where there are more species than the cap', () => {
  expect(() => networkOf(structure, 180, true)).toThrow('the network has more than 180 species');
});

it('is refused for BNGL', async () => {
  const { io, err } = capturedIo(folder);
  expect(await main(['model', '--bngl', '--labels'], io)).toBe(2);
  expect(err()).toContain('BNGL is written without labels');
});

describe.skipIf(!pythonWith('libsbml', 'roadrunner'))('a model with labels', () => {
  it('is SBML L3V2 without error or warning', () => {
    expect(ask('valid')).toMatchObject({ errors: [], species: labelled.species.length });
  });

  it('adds up to the one without, and carries the label on', () => {
    const found = ask<readonly ById[]>('ode', { set: SHARES, times: TIMES_s });
    const ids = speciesIds(labelled);
    const { network, path, advance } = meanFieldOf(leucineModel, 5, { relative: 1e-8, absolute: 1e-8 });
    TIMES_s.forEach((t, i) => {
      advance(t);
      const sums = new Map<string, number>();
      labelled.species.forEach(({ name }, s) => {
        sums.set(bare(name), (sums.get(bare(name)) ?? 0) + found[i]![ids[s]!]!);
      });
      network.species.forEach(({ name }, s) => {
        const n = path.n[s]!;
        expect(Math.abs(sums.get(name)! - n), name).toBeLessThan(1e-4 * Math.max(1e-3, Math.abs(n)));
      });
    });
    const last = found.at(-1)!;
    const shareOf = (id: string) =>
      last[id]! / (last.Leucine_rim! + last.Leucine_rim_C1! + last.Leucine_rim_N! + last.Leucine_rim_C1_N!);
    // The rim holds mostly what plasma sends, so its isotopologues come near to those of plasma, from below.
    for (const [id, share] of [
      ['C1_N', 0.2],
      ['N', 0.05],
    ] as const) {
      expect(shareOf(`Leucine_rim_${id}`)).toBeLessThan(share + 0.02);
      expect(shareOf(`Leucine_rim_${id}`)).toBeGreaterThan(0.5 * share);
    }
    expect(last.BoundLeucine_protein_C1!).toBeGreaterThan(1);
    expect(last.Glutamate_matrix_N!).toBeGreaterThan(1);
  });

  it('has no labelled molecule where none enters', () => {
    const [found] = ask<readonly ById[]>('ode', { set: {}, times: [3600] });
    labelled.species.forEach(({ name }, s) => {
      if (name.includes('{')) expect(found![speciesIds(labelled)[s]!]).toBeCloseTo(0, 9);
    });
  });
});

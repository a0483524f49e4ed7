import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { structureOf } from '../../src/compile/structure.js';
import { observableIds } from '../../src/export/bngl.js';
import { speciesIds } from '../../src/export/ids.js';
import { wholeAmounts } from '../../src/export/whole.js';
import { exported } from '../../src/export/write.js';
import { resolve } from '../../src/language/parameters.js';
import { identifiers } from '../../src/model/identifiers.js';
import { leucineModel } from '../../src/model/leucine.js';
import { networkOf } from '../../src/network/expand.js';
import { startingAmounts } from '../../src/network/start.js';
import { runEnsemble } from '../../src/sbml/ensemble.js';
import { machineOf } from '../../src/sbml/machine.js';
import { readSbml } from '../../src/sbml/read.js';
import { meanFieldOf } from '../support/mean-field.js';
import { python, pythonWith } from '../support/python.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (file: string, text: string): string => {
  writeFileSync(join(folder, file), text);
  return join(folder, file);
};
const TOOLS = fileURLToPath(new URL('tools.py', import.meta.url));
const ask = <T>(task: string, file: string, options: object = {}): T =>
  JSON.parse(python([TOOLS, task, file, JSON.stringify(options)])) as T;

const whole = exported(leucineModel, identifiers, 'sbml', { volume_um3: 5, whole: false });
const small = exported(leucineModel, identifiers, 'sbml', { volume_um3: 0.2, whole: true });
const TIGHT = { relative: 1e-8, absolute: 1e-8 };
const TIMES_s = [600, 3600, 10_800];
const FED = { plasma_leucine: 400, insulin: 150, rapamycin: 20, bt2: 5, arginine: 1.7 };
type ById = Readonly<Record<string, number>>;

/** The mean field at TIMES_s under inputs, by id of the export. */
function meanField(inputs: ById): readonly ById[] {
  const { network, path, advance } = meanFieldOf(leucineModel, 5, TIGHT, inputs);
  const ids = speciesIds(network);
  return TIMES_s.map((t) => {
    advance(t);
    return Object.fromEntries(ids.map((id, s) => [id, path.n[s]!]));
  });
}
/** Largest difference, relative to amounts above a thousandth of a molecule. */
const gap = (found: readonly ById[], expected: readonly ById[]): number =>
  Math.max(
    ...expected.flatMap((row, t) =>
      Object.entries(row).map(([id, n]) => Math.abs(found[t]![id]! - n) / Math.max(1e-3, Math.abs(n))),
    ),
  );

const only = (row: ById, known: ById): ById =>
  Object.fromEntries(Object.entries(row).filter(([id]) => known[id] !== undefined));

type Moments = Readonly<Record<string, readonly [mean: number, sd: number]>>;
/** leucell's own reader and engine on an exported file. */
function ownMoments(text: string, runs: number, until_s = 60): Moments {
  const found = runEnsemble(machineOf(readSbml(text), new Set()), {
    times_s: [until_s],
    runs,
    seed: 'export',
    name: 'export',
  });
  return Object.fromEntries([...found].map(([id, { mean, sd }]) => [id, [mean[0]!, sd[0]!] as const]));
}
/** Largest |z| of the difference of two means, over species that vary in both by more than a few single events. */
function worstZ(a: Moments, runsA: number, b: Moments, runsB: number): number {
  return Math.max(
    ...Object.entries(a).flatMap(([id, [mean, sd]]) => {
      const other = b[id];
      if (other === undefined || sd < 0.5 || other[1] < 0.5) return [];
      return [Math.abs(mean - other[0]) / Math.sqrt(sd ** 2 / runsA + other[1] ** 2 / runsB)];
    }),
  );
}

it('is read by its own importer, with every species and reaction', () => {
  const machine = machineOf(readSbml(small), new Set());
  const { species } = networkOf(structureOf(leucineModel));
  expect(machine.observables.map((o) => o.id)).toEqual(
    expect.arrayContaining([...speciesIds(networkOf(structureOf(leucineModel)))]),
  );
  expect(new Set(speciesIds(networkOf(structureOf(leucineModel)))).size).toBe(species.length);
});

it('keeps the number of each kind of molecule when amounts are made whole', () => {
  const network = networkOf(structureOf(leucineModel));
  const amounts = startingAmounts(network, {
    volume_um3: 0.2,
    value: resolve(leucineModel),
    copies: () => 1,
  });
  const rounded = wholeAmounts(network, amounts);
  expect(rounded.every(Number.isInteger)).toBe(true);
  rounded.forEach((n, s) => {
    expect(Math.abs(n - amounts[s]!)).toBeLessThanOrEqual(1);
  });
  const facet = (s: number) => network.species[s]!.complex?.parts[0]?.type ?? -1;
  for (const { type } of network.structure.facets) {
    const total = (of: Float64Array) => of.reduce((sum, n, s) => (facet(s) === type ? sum + n : sum), 0);
    expect(Math.abs(total(rounded) - total(amounts))).toBeLessThanOrEqual(0.5 + 1e-6);
  }
});

describe.skipIf(!pythonWith('libsbml'))('under libSBML', () => {
  it('is SBML L3V2 without error or warning, units and modelling practice included', () => {
    for (const text of [whole, small]) {
      const found = ask<{
        errors: unknown[];
        level: number;
        version: number;
        species: number;
        annotated: number;
      }>('valid', write('valid.xml', text));
      expect(found).toMatchObject({ errors: [], level: 3, version: 2 });
      expect(found.annotated).toBeGreaterThan(100);
    }
  });
  it('would notice a wrong unit', () => {
    const wrong = whole.replace(/(id="k_bckdh_k"[^>]*units=)"[^"]*"/, '$1"um3"');
    expect(wrong).not.toBe(whole);
    expect(ask<{ errors: unknown[] }>('valid', write('wrong.xml', wrong)).errors.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!pythonWith('roadrunner'))('under libRoadRunner', () => {
  it.each([
    ['fasted', {}],
    ['with other inputs', FED],
  ] as const)('is the mean field within 1e-4, %s', (_, inputs) => {
    const file = write('ode.xml', whole);
    const found = ask<readonly ById[]>('ode', file, { set: inputs, times: TIMES_s });
    expect(gap(found, meanField(inputs))).toBeLessThan(1e-4);
    if (inputs === FED) expect(gap(found, meanField({}))).toBeGreaterThan(1e-2);
  });

  it('has the stochastic means of its own engine, and not those of a wrong rate', () => {
    const runs = 250;
    const other = ask<Moments>('ssa', write('small.xml', small), { until: 60, runs });
    expect(worstZ(ownMoments(small, runs), runs, other, runs)).toBeLessThan(5);
    const wrong = small.replace(
      /(id="k_leucine_in_k"[^>]*value=")([^"]*)"/,
      (_, head, k) => `${head}${1.1 * k}"`,
    );
    expect(wrong).not.toBe(small);
    expect(worstZ(ownMoments(wrong, runs), runs, other, runs)).toBeGreaterThan(5);
  });
});

describe.skipIf(!pythonWith('basico'))('under COPASI', () => {
  it('is the mean field within 1e-4', () => {
    const found = ask<readonly ById[]>('copasi', write('copasi.xml', whole), { set: FED, times: TIMES_s });
    // COPASI keeps species that no reaction changes out of its table.
    const changing = meanField(FED).map((row, t) => only(row, found[t]!));
    expect(Object.keys(changing[0]!).length).toBeGreaterThan(150);
    expect(gap(found, changing)).toBeLessThan(1e-4);
  });
});

describe.skipIf(!pythonWith('gillespy2'))('under GillesPy2', () => {
  it('has the stochastic means of its own engine', () => {
    const found = ask<{ reactions: number; problems: string[]; moments: Moments }>(
      'gillespy2',
      write('gillespy2.xml', small),
      { until: 10, runs: 20 },
    );
    expect(found).toMatchObject({ problems: [] });
    expect(worstZ(ownMoments(small, 150, 10), 150, found.moments, 20)).toBeLessThan(5);
  });
});

describe.skipIf(!pythonWith('antimony', 'roadrunner'))('as Antimony', () => {
  it('is the mean field within 1e-4', () => {
    const text = exported(leucineModel, identifiers, 'antimony', { volume_um3: 5, whole: false });
    const back = ask<string>('antimony', write('leucine.ant', text));
    const found = ask<readonly ById[]>('ode', write('back.xml', back), { set: FED, times: TIMES_s });
    expect(gap(found, meanField(FED))).toBeLessThan(1e-4);
  });
});

describe.skipIf(!pythonWith('bionetgen'))('as BNGL', () => {
  it.each([
    ['fasted', {}],
    ['with other inputs', FED],
  ] as const)('is, when BioNetGen writes it out, the mean field within 1e-4, %s', (_, inputs) => {
    const text = exported(leucineModel, identifiers, 'bngl', { volume_um3: 5, whole: false });
    const found = ask<readonly ById[]>('bngl', write('leucine.bngl', text), { set: inputs, times: TIMES_s });
    const { structure, network, path, advance } = meanFieldOf(leucineModel, 5, TIGHT, inputs);
    const expected = TIMES_s.map((t) => {
      advance(t);
      const counted = network.quantities.map((terms) =>
        terms.reduce((n, x) => n + x.weight * path.n[x.species]!, 0),
      );
      return Object.fromEntries(observableIds(structure).map((id, q) => [id, counted[q]!]));
    });
    expect(Object.keys(expected[0]!).length).toBeGreaterThan(100);
    expect(gap(found, expected)).toBeLessThan(1e-4);
  });
});

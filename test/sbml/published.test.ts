import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSbml as readHere } from '../../src/sbml/read.js';
import { python, pythonWith } from '../support/python.js';
import { loadNative } from './native.js';
import { refusalOf } from './probe.js';

// Dalle Pezze et al. 2012, the insulin-mTOR network of BioModels (BIOMD0000000581), as it is curated: 28 species, 32 reactions.
const FILE = fileURLToPath(new URL('published/BIOMD0000000581.xml', import.meta.url));
const TOOLS = fileURLToPath(new URL('tools.py', import.meta.url));
/** Molecules a unit of concentration: the least with which all concentrations at the start are whole numbers. */
const MOLECULES = 400;
const TIMES = [1, 5, 10];
const RUNS = 8;

it('is refused as it is, for its Level, by name and line', () => {
  expect(refusalOf(() => readHere(readFileSync(FILE, 'utf8')))).toMatch(/^2:1 .*Level 3/);
});

describe.skipIf(!pythonWith('libsbml', 'roadrunner'))('a published model, in molecules', () => {
  it('has the means of its differential equations', { timeout: 300_000 }, async () => {
    const options = { molecules: MOLECULES, times: TIMES };
    const made = JSON.parse(python([TOOLS, 'published', FILE, JSON.stringify(options)])) as {
      sbml: string;
      between: string[];
      ode: Record<string, number>[];
    };
    expect(made.between).toEqual(['reaction_23', 'reaction_15', 'reaction_19']);
    const { machineOf, readSbml, runEnsemble } = await loadNative();
    const ids = Object.keys(made.ode[0]!);
    /** Largest deviation from the differential equations, in standard errors. */
    const worst = (text: string, times: readonly number[]): number => {
      const machine = machineOf(readSbml(text), new Set(ids));
      const spec = { times_s: times, runs: RUNS, seed: 'published', name: 'published' };
      const found = runEnsemble(machine, spec);
      const deviations = ids.flatMap((id) =>
        times.map((_, t) => {
          const ode = made.ode[t]![id]!;
          // Means of a network of pairs differ from its differential equations by about a molecule.
          const { mean, sd } = found.get(id)!;
          const error = Math.sqrt(sd[t]! ** 2 / RUNS + (2 / MOLECULES) ** 2 + (0.003 * ode) ** 2);
          return Math.abs(mean[t]! - ode) / error;
        }),
      );
      return Math.max(...deviations);
    };
    expect(worst(made.sbml, TIMES)).toBeLessThan(5);
    const wrong = made.sbml.replace('value="0.0253763"', 'value="0.03"');
    expect(wrong).not.toBe(made.sbml);
    expect(worst(wrong, TIMES.slice(0, 2))).toBeGreaterThan(5);
  });
});

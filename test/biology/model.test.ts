import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/language/check.js';
import { rulesOf } from '../../src/language/model.js';
import { parametersOf } from '../../src/language/parameters.js';
import { inputs } from '../../src/model/inputs.js';
import { leucineModel } from '../../src/model/leucine.js';
import { readouts } from '../../src/model/readouts.js';

describe('the leucine model', () => {
  it('passes the check of atoms, cycles, declarations and states', () => {
    expect(checkModel(leucineModel)).toEqual([]);
  });

  it('says for every number why it is what it is', () => {
    const silent = parametersOf(leucineModel).filter((p) => p.note === '' && p.sources.length === 0);
    expect(silent.map((p) => p.name)).toEqual([]);
  });

  it('calls nothing measured or derived from data without a source or an explanation', () => {
    const bare = parametersOf(leucineModel).filter(
      (p) => p.evidence === 'measured' && p.sources.length === 0,
    );
    expect(bare.map((p) => p.name)).toEqual([]);
  });

  it('reads only rules and directions that exist', () => {
    const known = new Set(
      rulesOf(leucineModel).flatMap((r) => Object.keys(r.rates).map((k) => `${r.id}.${k}`)),
    );
    const unknown = readouts.flatMap((r) =>
      r.kind === 'flux' ? r.firings.map((f) => `${f.rule}.${f.rate}`).filter((f) => !known.has(f)) : [],
    );
    expect(unknown).toEqual([]);
  });

  it('names each readout once and with its unit', () => {
    const ids = readouts.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, kind, unit } of readouts) {
      if (kind === 'concentration') expect(id).toMatch(/_uM$/);
      if (kind === 'fraction') expect(id).toMatch(/_fraction$/);
      if (kind === 'flux') expect(id).toMatch(unit === '%/h' ? /_percent_per_h$/ : /_per_um3_h$/);
    }
  });

  it('names in the description of an input exactly the rules that it bends', () => {
    for (const input of inputs) {
      const bent = rulesOf(leucineModel)
        .filter((r) => r.drives?.some((d) => d.input === input))
        .map((r) => r.id);
      const named = rulesOf(leucineModel)
        .map((r) => r.id)
        .filter((id) => new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`).test(input.description));
      expect(named.length, input.name).toBeGreaterThan(0);
      expect(new Set(bent.map((id) => id.replace(/-bypass$/, ''))), input.name).toEqual(new Set(named));
    }
  });
});

import { isMapping } from './axis-values.js';
import type { ParameterSet } from './parameter-set.js';
import { type Problem, problemAt, say } from './problems.js';
import type { Vocabulary } from './vocabulary.js';
import { parseYaml } from './yaml.js';

export type EnsembleRead =
  | { readonly ok: true; readonly sets: readonly ParameterSet[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const KEYS = ['made_by', 'cost', 'rows', 'parameters', 'sets'];

/** Reads an ensemble file as `leucell calibrate --out` writes it, or says everything that is wrong, each at its line and column. */
export function readEnsemble(text: string, file: string, vocabulary: Vocabulary): EnsembleRead {
  const { source, problems } = parseYaml(text, file);
  if (source === undefined) return { ok: false, problems };
  const found: Problem[] = [...problems];
  const report = (path: readonly PropertyKey[], message: string) =>
    found.push(problemAt(source.at(path), message));
  const value = isMapping(source.value) ? source.value : {};
  for (const key of Object.keys(value))
    if (!KEYS.includes(key))
      found.push(problemAt(source.atKey([key]), say.unknownKey(key, KEYS, 'in an ensemble')));
  const { parameters, sets } = value;
  if (!isMapping(parameters) || !Array.isArray(sets) || sets.length === 0) {
    report([], say.notAnEnsemble());
    return { ok: false, problems: found };
  }
  const known = new Map(vocabulary.parameters.map((p) => [p.name, p.unit]));
  for (const [name, unit] of Object.entries(parameters)) {
    const own = known.get(name);
    if (own === undefined)
      report(['parameters', name], say.unknownWord('parameter', name, [...known.keys()]));
    else if (own !== unit) report(['parameters', name], say.otherUnit(name, own, unit));
  }
  const names = Object.keys(parameters);
  sets.forEach((set: unknown, i) => {
    if (!isMapping(set)) {
      report(['sets', i], say.notASetOf(names));
      return;
    }
    const given = Object.keys(set);
    if (given.length !== names.length || !names.every((name) => given.includes(name)))
      report(['sets', i], say.notASetOf(names));
    for (const [name, x] of Object.entries(set))
      if (typeof x !== 'number' || !Number.isFinite(x)) report(['sets', i, name], say.notANumberOf(name, x));
  });
  const inOrder = found.sort((a, b) => a.line - b.line || a.column - b.column);
  return found.length > 0 ? { ok: false, problems: inOrder } : { ok: true, sets: sets as ParameterSet[] };
}

import type { Field, Treatment } from '../body/treatment.js';
import { namedInputs, usableTreatments } from './condition-schema.js';
import { LIMITS } from './limits.js';
import type { Target } from './plan.js';
import { say } from './problems.js';
import type { Limits } from './quantity.js';
import { VARIATION_FIELDS, type VariationKey } from './schema.js';
import type { Vocabulary } from './vocabulary.js';

export type Resolved =
  | { readonly ok: true; readonly target: Target; readonly limits: Limits }
  | { readonly ok: false; readonly message: string };

/** Keys that hold for the whole run. */
const WHOLE_RUN = [
  'cells',
  'donors',
  'replicates',
  'duration',
  'sample every',
  'settle',
  'seed',
  'method',
  'input tolerance',
  'ensemble',
  'keep',
];

/** What a path such as `conditions.fed.leucine`, `volume` or `ses2-leu.off` changes, and what values it may take. */
export function resolveAxis(path: string, conditions: readonly string[], vocabulary: Vocabulary): Resolved {
  if (path === 'volume') return { ok: true, target: { kind: 'volume' }, limits: LIMITS.volume };
  const variation = path.startsWith('variation.') ? path.slice('variation.'.length) : '';
  if (Object.hasOwn(VARIATION_FIELDS, variation)) {
    const field = VARIATION_FIELDS[variation as VariationKey];
    const limits = field === 'type_II_share' ? LIMITS.share : LIMITS.variation;
    return { ok: true, target: { kind: 'variation', field }, limits };
  }
  if (WHOLE_RUN.includes(path))
    return {
      ok: false,
      message: say.notSweptHere(path, 'it is the same for the whole run; write a scenario for each'),
    };
  if (vocabulary.parameters.some((p) => p.name === path))
    return within('base', `parameters.${path}`, vocabulary) ?? refused(path, []);
  const place = placeOf(path, conditions);
  const found = place === undefined ? undefined : within(place.at, place.rest, vocabulary);
  if (found !== undefined) return found;
  if (within('base', path, vocabulary) !== undefined) return refused(path, [`base.${path}`]);
  return refused(path, axisPaths(conditions, vocabulary));
}

/** Every path that can be swept, for suggestions. */
export function axisPaths(conditions: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const treatments = usableTreatments(vocabulary).flatMap((t) => [
    ...(limitsOf(t.fields[t.main]) === undefined ? [] : [t.key]),
    ...Object.keys(t.fields).flatMap((f) => (limitsOf(t.fields[f]) === undefined ? [] : [`${t.key}.${f}`])),
  ]);
  const inside = [...treatments, ...namedInputs(vocabulary).map((i) => i.name)];
  const places = [...conditions.map((c) => `conditions.${c}`), 'base'];
  return [
    'volume',
    ...Object.keys(VARIATION_FIELDS).map((k) => `variation.${k}`),
    ...places.flatMap((p) => inside.map((i) => `${p}.${i}`)),
    ...vocabulary.parameters.map((p) => p.name),
  ];
}

const refused = (path: string, known: readonly string[]): Resolved => ({
  ok: false,
  message:
    known.length === 1
      ? say.notSweptHere(path, `write ${known[0]} for all conditions, or conditions.<name>.${path} for one`)
      : say.notSweepable(path, known),
});

/** The condition a path begins with; the longest name counts, as names may hold each other. */
function placeOf(path: string, conditions: readonly string[]) {
  if (path.startsWith('base.')) return { at: 'base' as const, rest: path.slice(5) };
  const name = conditions
    .filter((c) => path.startsWith(`conditions.${c}.`))
    .reduce<string | undefined>((a, b) => (a === undefined || b.length > a.length ? b : a), undefined);
  if (name === undefined) return undefined;
  return { at: conditions.indexOf(name), rest: path.slice(`conditions.${name}.`.length) };
}

function within(at: number | 'base', path: string, vocabulary: Vocabulary): Resolved | undefined {
  // Inside a condition `copies` is the key of that name; the model calls the number itself `copies.S6K1`.
  const agent = path.startsWith('copies.') ? path.slice('copies.'.length) : undefined;
  if (agent !== undefined && vocabulary.agents.includes(agent))
    return { ok: true, target: { kind: 'copies', at, agent }, limits: LIMITS.copies };
  const parameterName = path.startsWith('parameters.') ? path.slice('parameters.'.length) : path;
  const parameter = vocabulary.parameters.find((p) => p.name === parameterName);
  if (parameter !== undefined)
    return {
      ok: true,
      target: { kind: 'parameter', at, parameter: parameter.name },
      limits: { unit: parameter.unit, min: 0, max: Number.MAX_VALUE },
    };
  const input = namedInputs(vocabulary).find((i) => i.name === path);
  if (input !== undefined)
    return {
      ok: true,
      target: { kind: 'input', at, input: input.name },
      limits: { unit: input.unit, min: 0, max: 1e9 },
    };
  for (const t of usableTreatments(vocabulary)) {
    const found = treatmentTarget(t, at, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `leucine`, `leucine.dose`, `leucine.2` or `leucine.2.dose`. */
function treatmentTarget(t: Treatment, at: number | 'base', path: string): Resolved | undefined {
  if (path !== t.key && !path.startsWith(`${t.key}.`)) return undefined;
  const rest = path.slice(t.key.length + 1);
  const numbered = /^(\d{1,4})(?:\.|$)/.exec(rest);
  const index = numbered === null ? 0 : Number(numbered[1]) - 1;
  const field = (numbered === null ? rest : rest.slice(numbered[0].length)) || t.main;
  const limits = limitsOf(t.fields[field]);
  if (limits === undefined || index < 0) return undefined;
  return { ok: true, target: { kind: 'treatment', at, key: t.key, index, field }, limits };
}

function limitsOf(field: Field | undefined): Limits | undefined {
  if (field?.kind === 'quantity') return { unit: field.unit, min: field.min, max: field.max };
  return field?.kind === 'part' ? { unit: field.unit, min: 0, max: 1000 } : undefined;
}

import { canDrive, FORCINGS } from '../body/forcing.js';
import { nearest } from '../scenario/suggest.js';
import { type At, type Given, impossible, keys } from './given.js';
import { cannot } from './messages.js';
import { BEFORE } from './states.js';
import type { Arm, InlineForcing } from './target.js';

/** The model's inputs by what a protocol calls them. */
const INPUTS: Readonly<Record<string, string>> = {
  leucine: 'plasma_leucine',
  plasma_leucine: 'plasma_leucine',
  insulin: 'insulin',
  kic: 'plasma_kic',
  plasma_kic: 'plasma_kic',
  hmb: 'plasma_hmb',
  plasma_hmb: 'plasma_hmb',
  arginine: 'arginine',
};
/** The input that a protocol means by a word. */
export const inputNamed = (what: string): string => INPUTS[what] ?? what;
/** What happens inside the muscle: computed here, and so no input. */
const COMPUTED = ['muscle_leucine', 'akt'];
/** Any input of the model may be given by its own name. */
export interface ModelInput {
  readonly unit: string;
  readonly rest: number;
}
export type ModelInputs = Readonly<Record<string, ModelInput>>;

/** What the forcings of an arm give the cell, in the words of a scenario. */
export function forcingOf(arm: Arm, at: At, inputs: ModelInputs): readonly Given[] {
  return Object.entries(arm.forcing ?? {}).flatMap(([what, curve]): readonly Given[] => {
    if (COMPUTED.includes(what)) return [keys({}, { notes: [`${what} is computed, not forced`] })];
    if (what === 'tracer') return [keys({ tracer: { infusion: 'tracer-leu-13c', at: BEFORE } })];
    const input = inputNamed(what);
    const facts = inputs[input];
    if (facts === undefined) return [impossible(cannot.forced(what))];
    if (typeof curve !== 'string') return [keys({ [input]: inline(curve, at, facts) })];
    return [byId(curve, input, arm, at)];
  });
}

function byId(text: string, input: string, arm: Arm, at: At): Given {
  const [, id = '', how = ''] = /^\s*([^\s(]+)\s*(?:\((.*)\))?\s*$/.exec(text) ?? [];
  if (id === 'insulin-clamp-greenhaff2008') return keys({}, { notes: ['insulin clamped as the arm says'] });
  const forcing = FORCINGS.get(id);
  if (forcing === undefined) {
    const meant = nearest(id, [...FORCINGS.keys()]);
    return impossible(
      `${cannot.forcing(id || text)}${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  }
  if (!canDrive(forcing, input))
    return impossible(`the forcing "${id}" is ${forcing.variable}, not ${input}`);
  const scale = /scaled by dose/.test(how) ? doseRatio(id, arm) : 1;
  if (scale === undefined) return impossible(`"${text}" does not say by what dose to scale`);
  const own = { forcing: id, at: at(0), ...(scale === 1 ? {} : { scale: `x${scale}` }) };
  const both = input === 'plasma_leucine' && canDrive(forcing, 'arginine');
  return keys(
    { [input]: own, ...(both ? { arginine: { ...own } } : {}) },
    { notes: how === '' || scale !== 1 ? [] : [`${id}: ${how}`] },
  );
}

/** Dose of the arm over the dose of the study, which forcings carry in their ids (whey25g, 3p5g) or facts. */
function doseRatio(id: string, arm: Arm): number | undefined {
  const given = arm.interventions[0];
  const forcing = FORCINGS.get(id);
  const inId = /(\d+)(?:p(\d+))?g(?:-|$)/.exec(id);
  const study =
    forcing?.kind === 'one-compartment'
      ? forcing.dose_g
      : inId === null
        ? undefined
        : Number(`${inId[1]}.${inId[2] ?? 0}`);
  const dose = /whey|protein/.test(id) ? given?.dose : (given?.HMB_g ?? given?.leucine_g ?? given?.dose);
  return study === undefined || typeof dose !== 'number' ? undefined : dose / study;
}

/** A curve of points, held at its first value before and after, or steps as factors on the fasted value. */
function inline(
  curve: InlineForcing,
  at: At,
  { unit, rest }: ModelInput,
): readonly (readonly [string, string])[] {
  const own = curve.unit === undefined || curve.unit === 'fold' ? unit : curve.unit;
  if (curve.steps !== undefined)
    return curve.steps.flatMap(({ t_min, t_end_min, factor, value }) => {
      const level = `${value ?? rest * (factor ?? 1)} ${value === undefined ? unit : own}`;
      const from: [string, string][] = [
        [at(t_min), `${rest} ${unit}`],
        [at(t_min), level],
      ];
      return t_end_min == null ? from : [...from, [at(t_end_min), level], [at(t_end_min), `${rest} ${unit}`]];
    });
  const fold = curve.unit === 'fold' ? rest : 1;
  const values = (curve.values ?? []).map((v) => `${v * fold} ${own}`);
  const points = (curve.t_min ?? []).map((t, i): [string, string] => [at(t), values[i]!]);
  const last = curve.t_min?.at(-1);
  return last === undefined || points.length === 1 ? points : [...points, [at(last), values[0]!]];
}

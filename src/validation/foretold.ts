import { leavesOf } from '../analysis/validation/formula.js';
import { MEASURES } from '../analysis/validation/measures.js';
import { FITTED_TO } from '../body/fitted-to.js';
import { TREATMENTS } from '../body/treatments.js';
import { inputNamed } from './forcing-of.js';
import type { Given } from './given.js';
import type { Row } from './reading.js';
import type { Arm, Target } from './target.js';

/** What a cell is given and a row observes by itself: measured curves would say it back, so the body has to foretell it. */
export function observedInputs(rows: readonly Row[]): ReadonlySet<string> {
  const inputs = rows.flatMap((row) => {
    const read = (row.formula === undefined ? [] : leavesOf(row.formula)).map(
      ({ measure }) => MEASURES[measure]!.from,
    );
    return read.every((from) => from.kind === 'given') ? read.map((from) => from.input) : [];
  });
  return new Set(inputs);
}

/** Observed inputs that follow from what is taken, by the models of the body. */
export const foretold = (taken: readonly Given[], observed: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    taken
      .flatMap(({ keys }) => Object.keys(keys))
      .flatMap((key) => treatment(key)?.touches.inputs ?? [])
      .filter((input) => observed.has(input)),
  );

/** The arm without the curves that would stand in place of what is foretold. */
export function withoutCurves(arm: Arm, inputs: ReadonlySet<string>): Arm {
  const kept = Object.entries(arm.forcing ?? {}).filter(([what]) => !inputs.has(inputNamed(what)));
  return { ...arm, forcing: Object.fromEntries(kept) };
}

/** What is taken, with the intake model in place of the measured curves of what is foretold; the note says what that tests. */
export function byIntakeModel(given: Given, inputs: ReadonlySet<string>, target: Target): Given {
  const keys = Object.fromEntries(
    Object.entries(given.keys).map(([key, said]) => {
      const fields = treatment(key)?.fields ?? {};
      const alone = [...inputs].every((input) => input === 'plasma_kic');
      const field = alone ? 'KIC' : 'curves';
      return [key, inputs.size > 0 && field in fields ? { ...(said as object), [field]: 'model' } : said];
    }),
  );
  const touched = Object.keys(given.keys).flatMap((key) => treatment(key)?.touches.inputs ?? []);
  const tested = [...inputs].filter((input) => touched.includes(input));
  return { ...given, keys, notes: [...given.notes, ...tested.map((input) => testOf(input, target))] };
}

function testOf(input: string, { source }: Target): string {
  const fitted = (FITTED_TO[input] ?? []).some(({ authors, year }) =>
    source.some((own) => own.year === year && own.authors?.toLowerCase() === authors.toLowerCase()),
  );
  const what = input.replace('_', ' ');
  return `A test of the intake model, which gives ${what} and was ${fitted ? '' : 'not '}fitted to this study.`;
}

const treatment = (key: string) => TREATMENTS.find((t) => t.key === key);

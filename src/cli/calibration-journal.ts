import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { keyOf } from '../calibration/trials.js';
import { Refusal } from './exit.js';
import * as say from './messages.js';

/** Trials of a calibration, kept as they come in, so that what was interrupted goes on from there. */
export interface Journal {
  /** What was kept before, by `keyOf`. */
  readonly known: ReadonlyMap<string, Float64Array>;
  readonly keep: (x: readonly number[], residuals: Float64Array) => void;
  /** The calibration is done and its trials are no longer needed. */
  readonly remove: () => void;
}

interface Trial {
  readonly x: readonly number[];
  readonly residuals: readonly number[];
}

/**
 * Opens the journal of the trials that go by this name: a line of JSON each, a last one that was not finished left out. Refuses a
 * journal of other trials.
 */
export function openJournal(path: string, shown: string, trials: string): Journal {
  const head = `${JSON.stringify({ trials })}\n`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (text !== '' && !whole.startsWith(head)) throw new Refusal(say.otherTrials(shown));
  if (whole === '' || whole !== text) writeFileSync(path, whole === '' ? head : whole);
  const lines = whole.slice(head.length).split('\n').slice(0, -1);
  const known = new Map(
    lines.map((line) => {
      const { x, residuals } = JSON.parse(line) as Trial;
      return [keyOf(x), Float64Array.from(residuals)];
    }),
  );
  return {
    known,
    keep: (x, residuals) =>
      appendFileSync(path, `${JSON.stringify({ x, residuals: [...residuals] } satisfies Trial)}\n`),
    remove: () => rmSync(path),
  };
}

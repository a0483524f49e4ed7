import * as z from 'zod';
import { say } from './problems.js';

const MOST_NAMED = 20;

/** One message for each of the first unknown keys, and one for the rest; joined by NUL, as zod has one message for all. */
export function eachKey(keys: readonly string[], message: (key: string) => string): string {
  const named = keys.slice(0, MOST_NAMED).map(message);
  return [...named, ...(keys.length > MOST_NAMED ? [say.moreKeys(keys.length - MOST_NAMED)] : [])].join('\0');
}

/** A strict object; each unknown key gets a message of its own. */
export function strict<S extends Record<string, z.ZodType>>(
  shape: S,
  where: string | undefined,
  kind = '',
  known = Object.keys(shape),
) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return eachKey(issue.keys, (k) =>
          where === undefined ? unknown(kind, k, known) : say.unknownKey(k, known, where),
        );
      return say.wrongType(
        'a list of "key: value"',
        issue.input,
        known[0] === undefined ? '{}' : `{${known[0]}: ...}`,
      );
    },
  });
}

const unknown = (kind: string, word: string, known: readonly string[]): string =>
  known.length === 0 ? say.noWords(kind, word) : say.unknownWord(kind, word, known);

/** A mapping whose keys are words of the model. */
export function words<V extends z.ZodType>(
  kind: string,
  known: readonly string[],
  value: V,
  example: string,
) {
  const optional = value.optional();
  const shape = Object.fromEntries(known.map((k) => [k, optional]));
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? eachKey(issue.keys, (k) => unknown(kind, k, known))
        : say.wrongType(`a list by ${kind}`, issue.input, example),
  }) as unknown as z.ZodType<Record<string, z.output<V>>>;
}

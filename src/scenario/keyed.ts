import { z } from 'zod';
import { say } from './problems.js';

/** A strict object; each unknown key gets a message of its own, joined by NUL so that each can stand at its own place. */
export function strict<S extends Record<string, z.ZodType>>(
  shape: S,
  where: string | undefined,
  kind = '',
  known = Object.keys(shape),
) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys
          .map((k) => (where === undefined ? unknown(kind, k, known) : say.unknownKey(k, known, where)))
          .join('\0');
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
        ? issue.keys.map((k) => unknown(kind, k, known)).join('\0')
        : say.wrongType(`a list by ${kind}`, issue.input, example),
  }) as unknown as z.ZodType<Record<string, z.output<V>>>;
}

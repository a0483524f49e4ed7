import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The sha256 of a text in UTF-8, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The sha256 of a file, in hexadecimal, read piece by piece. */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** JSON with the keys of every object sorted: equal values are equal texts. */
export const canonicalJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, sortKeys, indent);

/** The hash by which a plan, or any plain value, is known. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));

/** One hash for many files: what `LC_ALL=C sha256sum *.arrow | sha256sum` prints in their folder. */
export const contentHash = (sha256ByFile: Readonly<Record<string, string>>): string =>
  sha256(
    Object.keys(sha256ByFile)
      .sort()
      .map((file) => `${sha256ByFile[file]}  ${file}\n`)
      .join(''),
  );

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const object = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, object[key]]),
  );
}

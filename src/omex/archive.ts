import { type UnzipFileInfo, unzipSync } from 'fflate';
import { refuse } from '../sbml/problems.js';
import { inFile, OmexError, refuseArchive } from './problems.js';

/** What an archive may hold; what is declared bigger is refused before it is unpacked, and nothing grows beyond what it declares. */
export const ARCHIVE_LIMITS = { packed_bytes: 100_000_000, bytes: 200_000_000, files: 10_000 };

/** The files of an archive by their paths. They are unpacked in memory alone. Throws OmexError. */
export function openArchive(
  packed: Uint8Array,
  limits: typeof ARCHIVE_LIMITS = ARCHIVE_LIMITS,
): ReadonlyMap<string, Uint8Array> {
  const seen = new Set<string>();
  let bytes = 0;
  const accept = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (seen.has(name)) refuseArchive(`the file "${name}" is there twice; keep one`);
    seen.add(name);
    bytes += originalSize;
    if (seen.size > limits.files)
      refuseArchive(`there are more than ${limits.files} files in it, which is the limit`);
    if (bytes > limits.bytes)
      refuseArchive(
        `unpacked it has more than ${limits.bytes} bytes, which is the limit; take large files out`,
      );
    if (name.endsWith('/')) return false;
    if (insidePath(name) === undefined)
      refuseArchive(
        `the path "${name}" leads out of the archive or is not one; name files as folder/file.xml`,
      );
    return true;
  };
  return new Map(Object.entries(unpacked(packed, accept)).map(([name, data]) => [insidePath(name)!, data]));
}

/** A path with "/" as it is within the archive, without "./" or ".."; undefined where it leads out or is none. */
export function insidePath(path: string, from: readonly string[] = []): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (path === '' || /^[/\\]|^[A-Za-z]:|[\\\u0000-\u001f]/.test(path)) return undefined;
  const parts = [...from];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** A file as text. Throws OmexError where it is missing or no UTF-8. */
export function textIn(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path) ?? refuseArchive(`there is no file "${path}" in it`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return inFile(path, () => refuse({ line: 1, column: 1 }, 'the file is not UTF-8 text; save it as UTF-8'));
  }
}

function unpacked(packed: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(packed, { filter });
  } catch (error) {
    if (error instanceof OmexError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return refuseArchive(`it is not a sound ZIP archive (${why}); give a COMBINE archive (.omex)`);
  }
}

import { readSync, writeSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cannotWrite, DatasetError } from './problems.js';

const PIECE = 1 << 20;

/**
 * Writes all bytes, the first at `position`. Synchronous: it ends in the page cache within microseconds, where a trip
 * through the thread pool costs fifty times that for each of the small pieces of a cell.
 */
export function writeFully({ fd }: FileHandle, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, position + at);
}

/** The bytes of a file from its beginning, piece by piece. */
export function* piecesOf({ fd }: FileHandle): Generator<Uint8Array> {
  for (let at = 0; ; ) {
    const piece = new Uint8Array(PIECE);
    const read = readSync(fd, piece, 0, PIECE, at);
    if (read === 0) return;
    at += read;
    yield piece.subarray(0, read);
  }
}

/** Writes a small file so that after a cut of power it is either whole or not there. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const handle = await open(`${path}.tmp`, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
}

/** Renames a folder, the names on disk before it returns. */
export async function settle(from: string, to: string): Promise<void> {
  await syncFolder(from);
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Runs `write`, and says which path it was about if the file system refuses. */
export async function writing<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    throw cause instanceof DatasetError ? cause : cannotWrite(path, cause);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined); // Windows cannot open a folder
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

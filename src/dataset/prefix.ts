import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { BEGINNING, type StreamPosition } from './stream.js';

const PIECE = 1 << 20;

/**
 * Asks of one place in a stream after another, each behind the last, whether the bytes before it are those that were
 * written. Reads every byte once.
 */
export function prefixCheck(fd: number): (end: StreamPosition) => boolean {
  const piece = new Uint8Array(PIECE);
  let { bytes: at, crc32: crc } = BEGINNING;
  return (end) => {
    while (at < end.bytes) {
      const read = readSync(fd, piece, 0, Math.min(PIECE, end.bytes - at), at);
      if (read === 0) return false;
      crc = crc32(piece.subarray(0, read), crc);
      at += read;
    }
    return at === end.bytes && crc === end.crc32;
  };
}

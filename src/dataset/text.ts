import { type Data, makeData, Utf8 } from 'apache-arrow';
import { validity } from './validity.js';

/** Strings, null for none, as one piece of an Arrow column. */
export function textData(values: readonly (string | null)[]): Data<Utf8> {
  const bytes = values.map((value) => new TextEncoder().encode(value ?? ''));
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [i, { length }] of bytes.entries()) valueOffsets[i + 1] = valueOffsets[i]! + length;
  const data = new Uint8Array(valueOffsets[values.length]!);
  for (const [i, piece] of bytes.entries()) data.set(piece, valueOffsets[i]!);
  const nulls = validity(values.length, (i) => values[i] === null);
  return makeData({ type: new Utf8(), length: values.length, valueOffsets, data, ...nulls });
}

import { RecordBatchFileWriter, tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { type Chunk, encodeBatch } from '../../src/dataset/batch.js';
import { storedTable } from '../../src/dataset/schema.js';
import { createSink } from '../../src/dataset/sink.js';

const make = (values: readonly string[], type: 'float64' | 'int32' = 'float64') =>
  storedTable(
    {
      name: 'blots',
      description: 'bands',
      columns: [
        { name: 'protein', type: 'dictionary', unit: '', description: 'protein', dictionary: values },
        { name: 'band', type, unit: '1', description: 'density of the band' },
      ],
    },
    {},
  );
const chunk = (band: Float64Array | Int32Array): Chunk => ({
  rows: band.length,
  columns: [new Int32Array(band.length), band],
});

test('arrow-js still drops a mismatched batch without a word, which is why we look first', () => {
  const writer = new RecordBatchFileWriter();
  writer.write(encodeBatch(make(['S6K1']), chunk(Float64Array.of(1, 2))));
  writer.write(encodeBatch(make(['S6K1'], 'int32'), chunk(Int32Array.of(3, 4))));
  expect(tableFromIPC(writer.toUint8Array(true)).numRows).toBe(2);
});

test.each(['stream', 'file'] as const)('a mismatched batch is refused by our %s', (format) => {
  const table = make(['S6K1']);
  const sink = createSink(table, format);
  const pieces = [sink.write(encodeBatch(table, chunk(Float64Array.of(1, 2))))];
  expect(() => sink.write(encodeBatch(make(['S6K1'], 'int32'), chunk(Int32Array.of(3, 4))))).toThrow(
    /^a batch for table "blots" has another schema; it would be dropped/,
  );
  expect(() => sink.write(encodeBatch(make(['S6K1']), chunk(Float64Array.of(5, 6))))).toThrow(
    /^a batch for table "blots" has another dictionary of id 1; it would be dropped/,
  );
  pieces.push(sink.write(encodeBatch(table, chunk(Float64Array.of(7, 8)))), sink.end());
  const read = tableFromIPC(Buffer.concat(pieces));
  expect([...read.getChild('band')!]).toEqual([1, 2, 7, 8]);
});

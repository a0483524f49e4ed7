import {
  Message,
  type RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  type Schema,
  util,
} from 'apache-arrow';
import { foreignBatch } from './problems.js';
import type { StoredTable } from './schema.js';

export type ArrowFormat = 'stream' | 'file';

/** Turns batches into bytes; what it returns is to be written, in order, before the arrays of a batch change. */
export interface Sink {
  /** Throws if the batch is not on the table's schema and dictionaries. */
  readonly write: (batch: RecordBatch) => Uint8Array;
  /** The footer or the end-of-stream mark. */
  readonly end: () => Uint8Array;
}

/**
 * A writer of one table. arrow-js 21 closes itself and drops a batch whose schema or dictionary ids differ from
 * the first batch's, without an error (apache/arrow-js issue 388): hence the comparison before every write.
 */
export function createSink(table: StoredTable, format: ArrowFormat): Sink {
  const writer = format === 'stream' ? new StreamSink({ autoDestroy: false }) : new FileSink();
  return {
    write(batch) {
      if (!util.compareSchemas(batch.schema, table.schema))
        throw foreignBatch(table.name, 'has another schema');
      for (const [id, dictionary] of batch.dictionaries)
        if (![...table.dictionaries.values()].includes(dictionary))
          throw foreignBatch(table.name, `has another dictionary of id ${id}`);
      writer.write(batch);
      return writer.take();
    },
    end() {
      writer.close();
      return writer.take();
    },
  };
}

/** Collects bytes in place of arrow-js's unbounded queue, which has no back-pressure. */
class StreamSink extends RecordBatchStreamWriter {
  private out: Uint8Array[] = [];

  protected override _write(chunk: ArrayBufferView): this {
    if (this._started) this._position += collect(this.out, chunk);
    return this;
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.out);
    this.out = [];
    this._recordBatchBlocks = []; // only a file's footer needs them, and a stream may have a million
    return bytes;
  }
}

class FileSink extends RecordBatchFileWriter {
  private out: Uint8Array[] = [];

  protected override _write(chunk: ArrayBufferView): this {
    if (this._started) this._position += collect(this.out, chunk);
    return this;
  }

  /** The format text asks for a schema message after the magic; arrow-js leaves it out. */
  protected override _writeSchema(schema: Schema): this {
    return super._writeSchema(schema)._writeMessage(Message.from(schema));
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.out);
    this.out = [];
    return bytes;
  }
}

function collect(out: Uint8Array[], chunk: ArrayBufferView): number {
  if (chunk.byteLength > 0) out.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  return chunk.byteLength;
}

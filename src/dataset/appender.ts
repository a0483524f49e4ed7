import type { CellRecord } from '../myocyte/record.js';
import type { Chunk } from './batch.js';
import { chunksOf } from './check.js';
import { writing } from './files.js';
import { finishDataset, type RunFacts } from './finish.js';
import type { JournalEntry } from './journal.js';
import type { Manifest } from './manifest.js';
import type { OpenDataset } from './open-dataset.js';
import { finishPart, type PartFacts } from './part.js';
import { missingJobs, notOpen, outOfOrder, overlapping, tooMany } from './problems.js';
import type { StoredTable } from './schema.js';
import type { TableStream } from './stream.js';

/** Writes one dataset, cell by cell in plan order, in memory that does not grow with the number of cells. */
export interface DatasetWriter {
  /** Where the dataset will be; until then it is in `<folder>.partial`. */
  readonly folder: string;
  readonly partial: string;
  /** The job whose record comes next. */
  readonly next: () => number;
  /**
   * Adds a cell; resolves when its rows are written, so awaiting it is the back-pressure. The record's arrays must
   * not change before that. Throws on a record that does not fit, of which nothing is then written.
   */
  readonly append: (record: CellRecord) => Promise<void>;
  /** Turns what was appended into finished files and renames the folder. `run` goes to run.json: times, host, workers. */
  readonly finish: (run?: RunFacts) => Promise<Manifest>;
  /** The same where only a part of the plan was asked for: leaves its streams to be merged with the others'. */
  readonly finishPart: () => Promise<PartFacts>;
  /** Closes the files and leaves `<folder>.partial` to be resumed. */
  readonly abort: () => Promise<void>;
}

type State = 'open' | 'being written' | 'damaged by a failed write' | 'finished' | 'aborted';

/** The writer on open files. */
export function writerOn(files: OpenDataset): DatasetWriter {
  const { folder, partial, options, layout, tables, streams, journal } = files;
  let { next, failed } = files;
  const last = options.range?.to ?? options.jobs;
  let state: State = 'open';

  async function write(chunks: readonly Chunk[], record: CellRecord): Promise<void> {
    for (const [i, stream] of streams.entries()) stream.append(chunks[i]!);
    journal.add(entryOf(record, tables, streams));
    next += 1;
    if (record.status === 'failed') failed += 1;
  }

  /** While it runs nothing else may; if it fails, nothing but abort may follow. */
  async function exclusively<T>(work: () => Promise<T>, then: State): Promise<T> {
    state = 'being written';
    try {
      const result = await writing(partial, work);
      state = then;
      return result;
    } catch (error) {
      state = 'damaged by a failed write';
      throw error;
    }
  }

  async function close(): Promise<void> {
    await Promise.allSettled([...streams.map((stream) => stream.close()), journal.close()]);
    files.unlock();
  }

  return {
    folder,
    partial,
    next: () => next,
    async append(record) {
      if (state === 'being written') throw overlapping();
      if (state !== 'open') throw notOpen(state);
      if (record.job >= last) throw tooMany(last, record.job);
      if (record.job !== next) throw outOfOrder(next, record.job);
      const chunks = chunksOf(record, tables, options.plan, layout);
      await exclusively(() => write(chunks, record), 'open');
    },
    async finish(run) {
      if (state !== 'open') throw state === 'being written' ? overlapping() : notOpen(state);
      if (next < last) throw missingJobs(partial, next, last);
      return exclusively(() => finishDataset({ ...files, next, failed }, run), 'finished');
    },
    async finishPart() {
      if (state !== 'open') throw state === 'being written' ? overlapping() : notOpen(state);
      if (next < last) throw missingJobs(partial, next, last);
      return exclusively(() => finishPart({ ...files, next, failed }), 'finished');
    },
    async abort() {
      if (state === 'finished' || state === 'aborted') return;
      state = 'aborted';
      await close();
    },
  };
}

const entryOf = (
  { job, status }: CellRecord,
  tables: readonly StoredTable[],
  streams: readonly TableStream[],
): JournalEntry => ({
  job,
  status,
  ends: Object.fromEntries(tables.map(({ name }, i) => [name, streams[i]!.end()])),
});

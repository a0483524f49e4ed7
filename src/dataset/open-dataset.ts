import type { DatasetOptions, Journal } from './journal.js';
import type { Layout } from './layout.js';
import type { StoredTable } from './schema.js';
import type { TableStream } from './stream.js';

/** The open files of a dataset, and how far they are. */
export interface OpenDataset {
  readonly folder: string;
  readonly partial: string;
  readonly options: DatasetOptions;
  readonly layout: Layout;
  readonly tables: readonly StoredTable[];
  /** In the order of the tables. */
  readonly streams: readonly TableStream[];
  readonly journal: Journal;
  /** Gives the folder free for other processes. */
  readonly unlock: () => void;
  readonly next: number;
  readonly failed: number;
}

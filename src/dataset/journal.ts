import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { crc32 } from 'node:zlib';
import type { CellRecord, TableSpec } from '../myocyte/record.js';
import type { Plan } from '../scenario/plan.js';
import { writeFully } from './files.js';
import type { StreamPosition } from './stream.js';

export const JOURNAL = 'journal.ndjson';

/** Everything that decides what a dataset will be: the first line of its journal. */
export interface DatasetOptions {
  readonly plan: Plan;
  /** How many cells the plan has: `jobCount(plan)`. */
  readonly jobs: number;
  readonly specs: readonly TableSpec[];
  /** Of the package, and of the model (a version or a hash of its rules). */
  readonly versions: { readonly leucell: string; readonly model: string };
  /** The text of the scenario file, kept as scenario.yaml. */
  readonly scenario?: string;
  /** A part of the plan only: jobs `from` up to, not including, `to`. */
  readonly range?: { readonly from: number; readonly to: number };
  /** More for the manifest; nothing that depends on time, place or number of workers. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Finished datasets from which cells are taken where they hold them; changes no byte of what is made. */
  readonly reuse?: readonly string[];
}

/** A cell that is whole in the streams: where each of them ends behind it, by table. */
export interface JournalEntry {
  readonly job: number;
  readonly status: CellRecord['status'];
  readonly ends: Readonly<Record<string, StreamPosition>>;
}

/** What is safely in an unfinished dataset; a line is written after the rows that it speaks of. */
export interface Journal {
  readonly add: (entry: JournalEntry) => void;
  readonly close: () => Promise<void>;
}

/** Begins a journal; it is there with its whole first line or not at all. */
export async function createJournal(path: string, options: DatasetOptions): Promise<Journal> {
  const journal = writer(await open(`${path}.new`, 'wx'), 0);
  journal.line(options);
  await rename(`${path}.new`, path);
  return journal;
}

/** Takes a journal up again behind `bytes`; what follows is cut off. */
export async function reopenJournal(path: string, bytes: number): Promise<Journal> {
  const handle = await open(path, 'r+');
  await handle.truncate(bytes);
  return writer(handle, bytes);
}

/** How far an unfinished dataset is: what to make, and the last cell that is whole. */
export interface Progress {
  readonly options: DatasetOptions;
  /** Length of the journal up to the end of the last entry taken. */
  readonly bytes: number;
  readonly last: JournalEntry | undefined;
  readonly failed: number;
}

/** Reads a journal up to the first line that is cut, damaged or denied by `holds`; undefined if not even its head is whole. */
export async function readJournal(
  path: string,
  holds: (entry: JournalEntry) => boolean,
): Promise<Progress | undefined> {
  const { size } = await stat(path);
  let options: DatasetOptions | undefined;
  let last: JournalEntry | undefined;
  let failed = 0;
  let bytes = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const end = bytes + Buffer.byteLength(line) + 1;
    const value = end > size ? undefined : valueIn(line);
    if (value === undefined) break;
    if (options === undefined) options = value as DatasetOptions;
    else if (holds(value as JournalEntry)) last = value as JournalEntry;
    else break;
    if (last !== undefined && last.status === 'failed') failed += 1;
    bytes = end;
  }
  return options && { options, bytes, last, failed };
}

function writer(handle: FileHandle, start: number) {
  let bytes = start;
  function line(value: unknown): void {
    const text = Buffer.from(lineOf(value));
    writeFully(handle, text, bytes);
    bytes += text.length;
  }
  return { line, add: (entry: JournalEntry) => line(entry), close: () => handle.close() };
}

/** A line says by its CRC-32 whether it is still what was written. */
export function lineOf(value: unknown): string {
  const json = JSON.stringify(value);
  return `{"crc32":"${sum(json)}","value":${json}}\n`;
}

/** The value of a line that is whole and unchanged, else undefined. */
export function valueIn(line: string): unknown {
  const [, crc, json] = /^\{"crc32":"([0-9a-f]{8})","value":(.*)\}$/.exec(line) ?? [];
  return json !== undefined && sum(json) === crc ? JSON.parse(json) : undefined;
}

const sum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

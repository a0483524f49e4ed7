/** What kind of thing went wrong, for callers that choose an exit code by it. */
export type DatasetErrorCode =
  | 'exists'
  | 'io'
  | 'tables'
  | 'record'
  | 'unfinished'
  | 'missing'
  | 'damaged'
  | 'locked';

/** The only error that this folder throws on purpose; its message says what, where, and what to do instead. */
export class DatasetError extends Error {
  readonly code: DatasetErrorCode;
  constructor(code: DatasetErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DatasetError';
    this.code = code;
  }
}

const because = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
const error = (code: DatasetErrorCode, message: string, cause?: unknown) =>
  new DatasetError(code, message, cause);

// The folder

export const folderExists = (folder: string) =>
  error('exists', `"${folder}" already exists; choose another folder or remove this one`);
export const fileExists = (path: string) =>
  error('exists', `"${path}" exists and is not overwritten; choose another name or move this one away`);
export const unfinishedExists = (partial: string) =>
  error('exists', `an unfinished dataset is in "${partial}"; resume it, remove it, or choose another folder`);
export const cannotCreate = (folder: string, cause: unknown) =>
  error('io', `cannot create "${folder}" (${because(cause)}); choose a folder you may write to`, cause);
export const cannotWrite = (path: string, cause: unknown) =>
  error(
    'io',
    `cannot write "${path}" (${because(cause)}); make room or fix the permissions, then resume`,
    cause,
  );
export const lockedBy = (folder: string, pid: number, host: string, lock: string) =>
  error(
    'locked',
    `process ${pid} on ${host} is writing "${folder}"; wait for it, or choose another folder. If it is surely dead, remove "${lock}"`,
  );
export const otherVersion = (folder: string, what: string, wrote: string, now: string) =>
  error(
    'unfinished',
    `"${folder}" was written with ${what} ${wrote} and this is ${now}; only the same version makes the same bytes, so use that one`,
  );
export const otherTables = (folder: string) =>
  error(
    'unfinished',
    `"${folder}" was begun with other tables than this version makes; use the version that began it, or run the scenario again`,
  );
export const notReusable = (folder: string, why: string) =>
  error('damaged', `cells of "${folder}" cannot be used again: ${why}; leave it out`);
export const otherTablesThan = (folder: string, table: string) =>
  error(
    'unfinished',
    `cells of "${folder}" cannot be used again: its table "${table}" is not the one that this scenario makes; leave it out`,
  );
export const nothingToResume = (partial: string) =>
  error('missing', `there is no unfinished dataset in "${partial}"; run the scenario again`);
export const cannotResume = (partial: string, reason: string) =>
  error('damaged', `cannot resume "${partial}": ${reason}; remove it and run the scenario again`);

// The tables declared

export const badTableName = (name: string) =>
  error('tables', `table name "${name}" is no file name; use a-z, 0-9, "_" and "-", starting with a letter`);
export const duplicateTable = (name: string) =>
  error('tables', `table "${name}" is declared twice; merge the two or rename one`);
export const duplicateColumn = (table: string, column: string) =>
  error('tables', `table "${table}" declares column "${column}" twice; rename one`);
export const reservedColumn = (table: string, column: string) =>
  error('tables', `column "${column}" of table "${table}" is what the dataset says of a cell; leave it out`);
export const wrongKey = (table: string, position: number, expected: string, found: string) =>
  error(
    'tables',
    `column ${position} of table "${table}" is ${found}; tables begin with the keys, here ${expected}`,
  );
export const badDictionary = (table: string, column: string, reason: string) =>
  error(
    'tables',
    `dictionary of "${column}" in table "${table}" ${reason}; list every value once, the same for every batch`,
  );
export const wrongJobCount = (jobs: number, cellsPerPoint: number) =>
  error(
    'tables',
    `${jobs} jobs are not a whole number of sweep points of ${cellsPerPoint} cells; pass jobCount(plan)`,
  );

// A record handed in

export const outOfOrder = (expected: number, found: number) =>
  error('record', `record of job ${found} came when job ${expected} was due; append records in plan order`);
export const tooMany = (jobs: number, found: number) =>
  error(
    'record',
    `record of job ${found}, but the plan has only jobs 0 to ${jobs - 1}; append each job once`,
  );
export const overlapping = () =>
  error('record', 'append was called before the one before it was written; await each append');
export const notOpen = (state: string) =>
  error('record', `the dataset is ${state}; append only between createDataset and finish or abort`);
export const unknownTable = (job: number, table: string) =>
  error('record', `job ${job} filled table "${table}", which was not declared; add it to the specs`);
export const missingTable = (job: number, table: string) =>
  error(
    'record',
    `job ${job} did not fill table "${table}"; give its columns, of length 0 if it has no rows`,
  );
export const missingColumn = (where: string, column: string) =>
  error('record', `${where} lacks column "${column}"; fill every declared column`);
export const unknownColumn = (where: string, column: string) =>
  error('record', `${where} has column "${column}", which was not declared; add it to the table's columns`);
export const wrongLength = (where: string, column: string, found: number, expected: number) =>
  error('record', `${where}: column "${column}" has ${found} rows where the others have ${expected}`);
export const wrongArray = (where: string, column: string, type: string, found: string, needed: string) =>
  error('record', `${where}: column "${column}" is ${type} but holds ${found}; hand over a ${needed}`);
export const notInDictionary = (where: string, column: string, row: number, index: number, size: number) =>
  error(
    'record',
    `${where}: column "${column}" has index ${index} in row ${row}, but its dictionary has ${size} values (0 to ${size - 1})`,
  );
export const wrongKeys = (job: number, column: string, found: string, expected: string) =>
  error(
    'record',
    `job ${job} says ${column} ${found} in table "cells" but is ${expected} in plan order; pass the job through unchanged`,
  );
export const notOneRow = (job: number, rows: number) =>
  error('record', `job ${job} fills ${rows} rows of table "cells"; a cell has exactly one`);

// Writing

export const foreignBatch = (table: string, reason: string) =>
  error(
    'tables',
    `a batch for table "${table}" ${reason}; it would be dropped without a word, so build batches with encodeBatch`,
  );
export const lostRows = (file: string, accepted: number, found: number) =>
  error('damaged', `${file} holds ${found} rows but ${accepted} were accepted; the dataset was not finished`);
export const changedStream = (path: string) =>
  error('damaged', `"${path}" is not what was written to it; resume, which redoes what is damaged`);
export const noSweep = (folder: string) =>
  error(
    'missing',
    `there is no sweep in "${folder}", or its plan.json is damaged; make it with leucell sweep`,
  );
export const otherSweep = (folder: string) =>
  error(
    'exists',
    `"${folder}" holds another sweep; choose another folder, or the same scenario, seed and shards`,
  );
export const noParquet = (cause: unknown) =>
  error(
    'missing',
    'writing Parquet needs the package parquet-wasm; install it with: npm install parquet-wasm',
    cause,
  );
export const missingJobs = (partial: string, have: number, jobs: number) =>
  error(
    'unfinished',
    `only ${have} of ${jobs} cells are in "${partial}"; append the others, or abort to keep it resumable`,
  );

// Reading

export const noDataset = (folder: string) =>
  error('missing', `there is no dataset in "${folder}"; give the folder that holds manifest.json`);
export const stillPartial = (folder: string) =>
  error('unfinished', `"${folder}" holds an unfinished dataset; resume the run to finish it`);
export const badManifest = (path: string, reason: string) =>
  error('damaged', `"${path}" is damaged: ${reason}; copy the dataset again or rerun its scenario`);
export const newerFormat = (path: string, found: unknown, known: number) =>
  error(
    'damaged',
    `"${path}" has dataset format ${String(found)}, and this version reads format ${known}; use the version that wrote it`,
  );
export const noTable = (name: string, known: readonly string[]) =>
  error('missing', `there is no table "${name}"; there are ${known.join(', ')}`);
export const noColumn = (table: string, name: string, known: readonly string[]) =>
  error('missing', `table "${table}" has no column "${name}"; it has ${known.join(', ')}`);
export const wrongKind = (table: string, name: string, type: string, use: string) =>
  error('missing', `column "${name}" of table "${table}" is ${type}; read it with ${use}()`);
export const noFile = (path: string) =>
  error('missing', `"${path}" is missing; copy the dataset again or rerun its scenario`);
export const damagedFile = (path: string, cause: unknown) =>
  error(
    'damaged',
    `"${path}" cannot be read as an Arrow file (${because(cause)}); copy the dataset again or rerun its scenario`,
    cause,
  );

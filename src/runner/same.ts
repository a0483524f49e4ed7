import { canonicalJson } from '../dataset/hash.js';
import { otherTables, otherVersion } from '../dataset/problems.js';
import type { DatasetOptions } from '../dataset/writer.js';
import type { TableSpec } from '../myocyte/record.js';

type Versions = DatasetOptions['versions'];

/** Throws a DatasetError unless the versions are those that wrote `folder`: others would not make the same bytes. */
export function checkVersions(folder: string, wrote: Versions, now: Versions): void {
  for (const [what, name] of [
    ['leucell', 'leucell'],
    ['model', 'the model'],
  ] as const)
    if (wrote[what] !== now[what]) throw otherVersion(folder, name, wrote[what], now[what]);
}

/** The same for a dataset that was begun, whose tables are known too. */
export function checkSame(
  folder: string,
  begun: DatasetOptions,
  now: Versions,
  specs: readonly TableSpec[],
): void {
  checkVersions(folder, begun.versions, now);
  if (canonicalJson(begun.specs) !== canonicalJson(specs)) throw otherTables(folder);
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, whether run from its sources, its build or an installation. */
export const packageFolder = (): string => folderAbove(dirname(fileURLToPath(import.meta.url)));

/** A file that is shipped with this package. */
export const packageFile = (...path: readonly string[]): string => join(packageFolder(), ...path);

/** The version in package.json. */
export const packageVersion = (): string => versionIn(packageFolder());

/** The version of a package that this one depends on. */
export function dependencyVersion(name: string): string {
  for (let folder = packageFolder(); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return versionIn(candidate);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed; run npm ci`);
  }
}

const versionIn = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

function folderAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (folder === dirname(folder))
    throw new Error('the package.json of leucell is missing; install leucell again');
  return folderAbove(dirname(folder));
}

import { strToU8, zipSync } from 'fflate';
import { MANIFEST, MANIFEST_NAMESPACE } from './manifest.js';

/** A file of an archive with its format, as in `sbml.level-3.version-2`; the master is what is to be run. */
export interface Packed {
  readonly path: string;
  readonly text: string;
  readonly format: string;
  readonly master?: boolean;
}

const FORMATS = 'http://identifiers.org/combine.specifications';
/** ZIP has no time before 1980; the same files give the same bytes. */
const NO_TIME = '1980-01-01T12:00:00';

/** A COMBINE archive of these files with its manifest. Paths are plain, as `model/fed.xml`. */
export function packArchive(files: readonly Packed[]): Uint8Array {
  const content = (location: string, format: string, master = false) =>
    `  <content location="${location}" format="${FORMATS}/${format}"${master ? ' master="true"' : ''}/>`;
  const manifest = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<omexManifest xmlns="${MANIFEST_NAMESPACE}">`,
    content('.', 'omex'),
    content(`./${MANIFEST}`, 'omex-manifest'),
    ...files.map(({ path, format, master }) => content(`./${path}`, format, master)),
    '</omexManifest>',
    '',
  ].join('\n');
  const all = [{ path: MANIFEST, text: manifest }, ...files];
  return zipSync(Object.fromEntries(all.map(({ path, text }) => [path, strToU8(text)])), { mtime: NO_TIME });
}

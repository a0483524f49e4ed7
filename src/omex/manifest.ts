import { flagAttribute, named, textAttribute } from '../sbml/attributes.js';
import { gather, refuse } from '../sbml/problems.js';
import { parseXml, type XmlElement } from '../sbml/xml.js';
import { insidePath, textIn } from './archive.js';
import { inFile, refuseArchive } from './problems.js';

export const MANIFEST = 'manifest.xml';
export const MANIFEST_NAMESPACE = 'http://identifiers.org/combine.specifications/omex-manifest';

/**
 * Paths of the SED-ML files that an archive asks to run: those that are its master, else all that it lists. COMBINE
 * Archive Specification, Version 1, 2014. Throws OmexError.
 */
export function experimentsOf(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  if (!files.has(MANIFEST))
    refuseArchive(`there is no ${MANIFEST} in it, so it is no COMBINE archive; add one that lists its files`);
  const contents = inFile(MANIFEST, () => contentsOf(parseXml(textIn(files, MANIFEST)), files));
  const experiments = contents.filter((c) => SEDML.test(c.format));
  const masters = experiments.filter((c) => c.master);
  const chosen = masters.length > 0 ? masters : experiments;
  if (chosen.length === 0)
    refuseArchive(
      `${MANIFEST} lists no SED-ML file, so there is nothing to run; add one with format .../sed-ml`,
    );
  return chosen.map((c) => c.path);
}

interface Content {
  readonly path: string;
  readonly format: string;
  readonly master: boolean;
}
const SEDML = /combine\.specifications[/:]sed-?ml/i;

function contentsOf(root: XmlElement, files: ReadonlyMap<string, Uint8Array>): readonly Content[] {
  if (root.name !== 'omexManifest' || root.namespace !== MANIFEST_NAMESPACE)
    refuse(root, `the document is <${root.name}>, not <omexManifest xmlns="${MANIFEST_NAMESPACE}">`);
  const contents: Content[] = [];
  gather(
    named(root, 'content').map((e) => () => {
      const location = textAttribute(e, 'location');
      const format = textAttribute(e, 'format');
      if (/^\.?\/?$/.test(location)) return;
      const path = insidePath(location) ?? refuse(e, `the location "${location}" leads out of the archive`);
      if (!files.has(path)) refuse(e, `the file "${location}" is listed but is not in the archive`);
      contents.push({ path, format, master: flagAttribute(e, 'master', false) });
    }),
  );
  return contents;
}

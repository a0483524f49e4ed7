import type { Shown } from './run-experiment.js';
import { stacked } from './values.js';

/** The outputs of one experiment, by its path in the archive. */
export interface Reports {
  readonly file: string;
  readonly shown: readonly Shown[];
}

/**
 * Reports as an HDF5 file in the form of BioSimulators: dataset `<path of the SED-ML file>/<id of the output>`, a row
 * a data set, NaN where a data set has no value, and attributes that name rows.
 */
export async function hdf5Of(all: readonly Reports[]): Promise<Uint8Array> {
  const { default: h5 } = await import('h5wasm');
  const { FS } = await h5.ready;
  const name = '/reports.h5';
  const book = new h5.File(name, 'w');
  for (const { file, shown } of all) {
    const groups = file.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
    for (const path of groups)
      if (!book.paths().includes(path)) {
        const group = book.create_group(path);
        group.create_attribute('uri', path);
        group.create_attribute('combineArchiveLocation', path);
      }
    for (const { output, values } of shown) {
      if (values.length === 0) continue;
      const { dataSets } = output;
      const uri = `${file}/${output.id}`;
      const rows = stacked(values);
      const set = book.create_dataset({ name: uri, data: rows.data, shape: [...rows.shape] });
      set.create_attribute('_type', output.type);
      set.create_attribute('uri', uri);
      set.create_attribute('sedmlId', output.id);
      if (output.name !== '') set.create_attribute('sedmlName', output.name);
      const list = (key: string, of: readonly string[]) => set.create_attribute(key, [...of]);
      list(
        'sedmlDataSetIds',
        dataSets.map((d) => d.id),
      );
      list(
        'sedmlDataSetNames',
        dataSets.map((d) => d.name),
      );
      list(
        'sedmlDataSetLabels',
        dataSets.map((d) => d.label),
      );
      list(
        'sedmlDataSetDataTypes',
        dataSets.map(() => 'float64'),
      );
      list(
        'sedmlDataSetShapes',
        values.map((v) => v.shape.join(',')),
      );
    }
  }
  book.close();
  const bytes = FS.readFile(name);
  FS.unlink(name);
  return bytes;
}

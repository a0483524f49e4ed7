import { instantiate } from '../src/compile/instantiate.js';
import { type Structure, structureOf } from '../src/compile/structure.js';
import type { Cell } from '../src/engine/cell.js';
import { createCell } from '../src/engine/create.js';
import type { Model } from '../src/language/model.js';
import { resolve } from '../src/language/parameters.js';
import { streamFor } from '../src/random/stream.js';
import { uniform53 } from '../src/random/uniform.js';

/** A benchmark model ready to run: rules compiled, tables filled, nothing fired yet. */
export interface Ready {
  readonly structure: Structure;
  readonly cell: Cell;
}

/** Compiles a model and makes one cell of it at time 0; the seed decides everything. */
export function ready(model: Model, seed: string, volume_um3 = 1): Ready {
  const structure = structureOf(model);
  const start = streamFor(seed, 'start');
  const tables = instantiate(structure, {
    volume_um3,
    value: resolve(model),
    copies: () => 1,
    uniform: () => uniform53(start),
  });
  const streams = {
    events: streamFor(seed, 'events'),
    labels: streamFor(seed, 'labels'),
    identities: streamFor(seed, 'identities'),
  };
  return { structure, cell: createCell(tables, streams, model.labelSources.length) };
}

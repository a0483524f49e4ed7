import { instantiate } from '../src/compile/instantiate.js';
import { type Structure, structureOf } from '../src/compile/structure.js';
import { advance } from '../src/engine/advance.js';
import type { Cell } from '../src/engine/cell.js';
import { createCell } from '../src/engine/create.js';
import { createKernel, fitsKernel } from '../src/engine/kernel/kernel.js';
import { createHybrid } from '../src/engine/leap/hybrid.js';
import type { Model } from '../src/language/model.js';
import { resolve } from '../src/language/parameters.js';
import { streamFor } from '../src/random/stream.js';
import { uniform53 } from '../src/random/uniform.js';

/** A model ready to run: rules compiled, tables filled, nothing fired yet. */
export interface Ready {
  readonly structure: Structure;
  readonly cell: Cell;
  readonly advance: (until_s: number) => void;
}

/** `kernel` is what cells run on, where the model fits it; `reference` is the engine written to be read; `hybrid` leaps. */
export type EngineName = 'kernel' | 'reference' | 'hybrid';

/** Compiles a model and makes one cell of it at time 0, inputs at rest; the seed decides everything. */
export function ready(model: Model, seed: string, volume_um3 = 1, engine: EngineName = 'kernel'): Ready {
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
  const sources = model.labelSources.length;
  if (engine === 'hybrid') {
    const leaps = streamFor(seed, 'leaps');
    return { structure, ...createHybrid().create(tables, { ...streams, leaps }, sources) };
  }
  if (engine === 'kernel' && fitsKernel(tables))
    return { structure, ...createKernel().create(tables, streams, sources) };
  const cell = createCell(tables, streams, sources);
  return { structure, cell, advance: (until_s) => void advance(cell, until_s) };
}

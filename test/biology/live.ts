import { instantiate, ratesOf } from '../../src/compile/instantiate.js';
import { counterOf } from '../../src/compile/observe.js';
import { structureOf } from '../../src/compile/structure.js';
import { setRates } from '../../src/engine/advance.js';
import type { Cell } from '../../src/engine/cell.js';
import { createKernel } from '../../src/engine/kernel/kernel.js';
import { resolve } from '../../src/language/parameters.js';
import type { Readout } from '../../src/language/readouts.js';
import { MOLECULES_PER_UM3_AT_1_UM } from '../../src/language/unit-table.js';
import { leucineModel } from '../../src/model/leucine.js';
import { readouts } from '../../src/model/readouts.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';

/** What one cell is given in a test: constant inputs from time 0, after fasted time. */
export interface Life {
  readonly volume_um3: number;
  readonly fasted_min: number;
  readonly min: number;
  /** Minutes between samples. */
  readonly every: number;
  /** Inputs that already hold in the fasted time. */
  readonly before?: Readonly<Record<string, number>>;
  readonly inputs?: Readonly<Record<string, number>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly copies?: Readonly<Record<string, number>>;
  readonly seed?: string;
}
/** The mean of a readout over the samples with from < time <= to, in minutes; fluxes are means over that time. */
export type Lived = (id: string, from_min?: number, to_min?: number) => number;

const structure = structureOf(leucineModel);
const kernel = createKernel();

/** Lives one exact cell of the leucine model and keeps every readout. */
export function live(life: Life): Lived {
  const { volume_um3, fasted_min, min, every } = life;
  const value = resolve(leucineModel, life.parameters);
  const stream = (name: string) => streamFor(life.seed ?? 'biology', name);
  const start = stream('start');
  const tables = instantiate(structure, {
    volume_um3,
    value,
    copies: (agent) => life.copies?.[agent] ?? 1,
    uniform: () => uniform53(start),
  });
  const streams = { events: stream('events'), labels: stream('labels'), identities: stream('identities') };
  const { cell, advance } = kernel.create(tables, streams, leucineModel.labelSources.length);
  const rest = new Map(leucineModel.inputs.map((i) => [i.name, i.rest]));
  const rates = ratesOf(structure, { volume_um3, value });
  const give = (inputs: Readonly<Record<string, number>>) =>
    setRates(
      cell,
      rates((name) => inputs[name] ?? rest.get(name)!),
    );
  const readers = new Map(readouts.map((r) => [r.id, readerOf(r, cell, volume_um3)]));
  const rows: { readonly min: number; readonly values: ReadonlyMap<string, number> }[] = [];
  const sample = (at: number) =>
    rows.push({ min: at, values: new Map([...readers].map(([id, read]) => [id, read()])) });

  give(life.before ?? {});
  if (fasted_min > 0) advance(fasted_min * 60);
  sample(0);
  give({ ...life.before, ...life.inputs });
  for (let at = every; at <= min + 1e-9; at += every) {
    advance((fasted_min + at) * 60);
    sample(at);
  }
  return (id, from_min = 0, to_min = min) => {
    if (!readers.has(id)) throw new Error(`there is no readout "${id}"`);
    const within = rows.filter((row) => row.min > from_min && row.min <= to_min);
    return within.reduce((sum, row) => sum + row.values.get(id)!, 0) / within.length;
  };
}

/** Overrides that hold leucine in the rim at its plasma level and rest metabolism, so that only signalling runs. */
export const SIGNALLING_ONLY: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'leucine-in.k leucine-out.k leucine-exchange-out.k rim-cytosol.forward rim-cytosol.backward kic-in.k kic-out.k',
    'synthesis-basal.k ups-murf1.k autophagy.k calpain-proteolysis.k',
    'bcat2-leucine.forward bcat2-leucine.backward bcat2-glutamate.forward bcat2-glutamate.backward',
    'alanine-synthesis.k alanine-export.k glutamine-export.k bckdh.k kic-dioxygenase.k ivd.k tca.k',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, 0]),
);

function readerOf(readout: Readout, cell: Cell, volume_um3: number): () => number {
  const sumOf = (patterns: readonly Parameters<typeof counterOf>[1][]) => {
    const counters = patterns.map((p) => counterOf(structure, p));
    return () => counters.reduce((sum, count) => sum + count(cell), 0);
  };
  switch (readout.kind) {
    case 'concentration': {
      const count = sumOf([readout.of]);
      return () => count() / (MOLECULES_PER_UM3_AT_1_UM * volume_um3 * readout.of.in.share);
    }
    case 'copies': {
      const weighted = readout.of.map(([pattern, weight]) => ({ count: sumOf([pattern]), weight }));
      return () => weighted.reduce((sum, { count, weight }) => sum + weight * count(), 0);
    }
    case 'fraction': {
      const [of, among] = [sumOf(readout.of), sumOf(readout.among)];
      return () => of() / among();
    }
    case 'flux': {
      const weights = structure.channels.map(({ rule, rate }) =>
        readout.firings.reduce((w, f) => (f.rule === rule.id && f.rate === rate ? w + f.weight : w), 0),
      );
      const pool = readout.per === 'um3' ? undefined : sumOf([readout.per.percentOf]);
      let before = 0;
      let since_s = 0;
      return () => {
        const fired = weights.reduce((sum, w, c) => (w === 0 ? sum : sum + w * cell.fired[c]!), 0);
        const perHour = ((fired - before) * 3600) / (cell.time_s - since_s);
        before = fired;
        since_s = cell.time_s;
        return pool === undefined ? perHour / volume_um3 : (100 * perHour) / pool();
      };
    }
  }
}

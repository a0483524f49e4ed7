import type { CellNumbers } from '../../src/compile/cell-numbers.js';
import { crowdKey } from '../../src/compile/crowds.js';
import { instantiate, ratesOf } from '../../src/compile/instantiate.js';
import { counterOf } from '../../src/compile/observe.js';
import { type Structure, structureOf } from '../../src/compile/structure.js';
import { advance, setRates, step } from '../../src/engine/advance.js';
import type { Cell } from '../../src/engine/cell.js';
import { createCell } from '../../src/engine/create.js';
import { createKernel, fitsKernel, type Kernel } from '../../src/engine/kernel/kernel.js';
import { follow, setSource } from '../../src/engine/labels.js';
import { createHybrid, type Hybrid } from '../../src/engine/leap/hybrid.js';
import { type EngineTables, LABEL_CLASSES } from '../../src/engine/tables.js';
import type { Model } from '../../src/language/model.js';
import { resolve } from '../../src/language/parameters.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';
import type { Engine, EventSeen, Experiment, Observable, Outcome, Storage } from './engine.js';

/** The product's compiler with its readable engine, and with its engine in WebAssembly. */
export const fastEngine: Engine = { name: 'fast', simulate: (e) => simulate(e, plainCell) };
export const kernelEngine: Engine = { name: 'kernel', simulate: (e) => simulate(e, kernelCell) };

/** The product's engine that leaps, at a tolerance and a worth of short steps (its own where none is given). */
export const hybridEngine = (tolerance?: number, stepWorth?: number): Engine => {
  const hybrids = new WeakMap<Model, Hybrid>();
  return {
    name: `hybrid${tolerance === undefined ? '' : ` at ${tolerance}`}`,
    simulate: (e) =>
      simulate(e, (tables, seed, model) =>
        kept(hybrids, model, () => createHybrid(tolerance, stepWorth)).create(
          tables,
          { ...streams(seed), leaps: streamFor(seed, 'leaps') },
          model.labelSources.length,
        ),
      ),
  };
};

/** The fast engine on tables with a mistake in them, to see that tests of the real engine would notice. */
export const spoiltEngine = (name: string, spoil: (tables: EngineTables) => EngineTables): Engine => ({
  name,
  simulate: (e) => simulate(e, (tables, seed, model) => plainCell(spoil(tables), seed, model)),
});

/** A cell and how it moves on. */
interface Runner {
  readonly cell: Cell;
  readonly advance: (until_s: number) => unknown;
}
type CreateRunner = (tables: EngineTables, seed: string, model: Model) => Runner;

const structures = new WeakMap<Model, Structure>();
const started = new WeakMap<Model, { readonly volume_um3: number; readonly tables: EngineTables }>();
const kernels = new WeakMap<Model, Kernel>();

export const structureFor = (model: Model): Structure => kept(structures, model, () => structureOf(model));

/** Tables of a cell; kept for the next one where the start was not drawn. */
function tablesFor(
  { model, volume_um3, seed }: Experiment,
  numbers: Omit<CellNumbers, 'uniform'>,
): EngineTables {
  const known = started.get(model);
  if (known?.volume_um3 === volume_um3) return known.tables;
  const start = streamFor(seed, 'start');
  let drawn = false;
  const uniform = () => {
    drawn = true;
    return uniform53(start);
  };
  const tables = instantiate(structureFor(model), { ...numbers, uniform });
  if (!drawn) started.set(model, { volume_um3, tables });
  return tables;
}

const plainCell: CreateRunner = (tables, seed, model) => {
  const cell = createCell(tables, streams(seed), model.labelSources.length);
  return { cell, advance: (until_s) => advance(cell, until_s) };
};
const kernelCell: CreateRunner = (tables, seed, model) =>
  fitsKernel(tables)
    ? kept(kernels, model, createKernel).create(tables, streams(seed), model.labelSources.length)
    : plainCell(tables, seed, model);

function simulate(experiment: Experiment, create: CreateRunner): Outcome {
  const { model, volume_um3, sampleAt_s, observe, seed } = experiment;
  const structure = structureFor(model);
  const numbers = { volume_um3, value: resolve(model), copies: () => 1 };
  const runner = create(tablesFor(experiment, numbers), seed, model);
  const { cell } = runner;
  model.labelSources.forEach((source, i) => {
    setSource(cell, i, experiment.labels?.[source.name] ?? [1, 0, 0, 0]);
  });
  followAs(cell, experiment.storage ?? 'counts');
  const counters = observe.map((o) => counterFor(structure, o));
  const values = new Map(model.inputs.map((i) => [i.name, i.rest]));
  const changes = [...(experiment.inputs ?? [])];
  const runUntil = experiment.onEvent ? watched(structure, cell, experiment.onEvent) : runner.advance;

  const rates = ratesOf(structure, numbers);
  const counts = sampleAt_s.map((sample_s) => {
    while (changes.length > 0 && changes[0]!.from_s <= sample_s) {
      const change = changes.shift()!;
      runUntil(change.from_s);
      for (const [name, value] of Object.entries(change.values)) values.set(name, value);
      setRates(
        cell,
        rates((name) => values.get(name)!),
      );
    }
    runUntil(sample_s);
    return counters.map((count) => count(cell));
  });
  return { counts, fired: firings(structure, cell) };
}

const streams = (seed: string) => ({
  events: streamFor(seed, 'events'),
  labels: streamFor(seed, 'labels'),
  identities: streamFor(seed, 'identities'),
});

const SOME = 5;

function followAs(cell: Cell, storage: Storage): void {
  if (storage === 'counts') return;
  for (let q = 0; q < cell.tables.crowds; q++) follow(cell, q, SOME, storage === 'every molecule');
}

function counterFor(structure: Structure, { pattern, label }: Observable): (cell: Cell) => number {
  if (label === undefined || pattern.kind !== 'crowd') return counterOf(structure, pattern);
  const q = structure.crowdIndex.get(crowdKey(pattern))!;
  return (cell) => membersOf(cell, q, label);
}

function membersOf(cell: Cell, q: number, label: number): number {
  const labelled = cell.labelled[q * LABEL_CLASSES + label]!;
  return label > 0 ? labelled : cell.count[q]! - cell.labelledTotal[q]!;
}

/** Rules in one direction may be several channels: their firings are added up. */
function firings(structure: Structure, cell: Cell): Record<string, number> {
  const fired: Record<string, number> = {};
  structure.channels.forEach(({ rule, rate }, c) => {
    const name = `${rule.id}.${rate}`;
    fired[name] = (fired[name] ?? 0) + cell.fired[c]!;
  });
  return fired;
}

/** Goes event by event; who changed is read from the time of last change. */
function watched(structure: Structure, cell: Cell, onEvent: (event: EventSeen) => void) {
  return (until_s: number): void => {
    for (;;) {
      const c = step(cell, until_s);
      if (c < 0) return;
      const { rule, rate } = structure.channels[c]!;
      onEvent({ time_s: cell.time_s, channel: `${rule.id}.${rate}`, changed: changedNow(structure, cell) });
    }
  };
}

function changedNow(structure: Structure, cell: Cell): EventSeen['changed'] {
  const places = new Map<string, number>();
  const changed: { agent: string; place: number }[] = [];
  for (let part = 0; part < cell.parts; ) {
    const facet = structure.facets[cell.tables.typeOfCode[cell.code[part]!]!]!;
    const agent = facet.agent.agentName;
    const place = places.get(agent) ?? 0;
    places.set(agent, place + 1);
    const next = part + cell.tables.facetsOfType[facet.type]!;
    if (cell.changedAt_s.subarray(part, next).includes(cell.time_s)) changed.push({ agent, place });
    part = next;
  }
  return changed;
}

function kept<V>(book: WeakMap<Model, V>, model: Model, make: () => V): V {
  const known = book.get(model) ?? make();
  book.set(model, known);
  return known;
}

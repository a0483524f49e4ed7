import { instantiate } from '../../compile/instantiate.js';
import { type Structure, structureOf } from '../../compile/structure.js';
import { createKernel } from '../../engine/kernel/kernel.js';
import type { Model } from '../../language/model.js';
import { resolve } from '../../language/parameters.js';
import { streamFor } from '../../random/stream.js';
import { uniform53 } from '../../random/uniform.js';

/** What is put into a vessel: molecules of enzyme, and substrate. */
export interface Filling {
  readonly enzymes: number;
  readonly volume_um3: number;
  readonly substrate: string;
  readonly substrate_uM: number;
}
/** Molecules of one kind at the times asked for. */
export type Course = (agent: string) => readonly number[];

/** A vessel of one kind, compiled once: every filling is an exact simulation of its own, from a stream of its own. */
export function vesselOf(model: Model) {
  const structure: Structure = structureOf(model);
  const kernel = createKernel();
  return (
    filling: Filling,
    times_s: readonly number[],
    seed: string,
    ...names: readonly (string | number)[]
  ): Course => {
    const { enzymes, volume_um3, substrate, substrate_uM } = filling;
    const value = resolve(model, { 'copies.Enzyme': enzymes, [`amount.${substrate}`]: substrate_uM });
    const start = streamFor(seed, ...names, 'start');
    const tables = instantiate(structure, {
      volume_um3,
      value,
      copies: () => 1,
      uniform: () => uniform53(start),
    });
    const stream = (name: string) => streamFor(seed, ...names, name);
    const streams = { events: stream('events'), labels: stream('labels'), identities: stream('identities') };
    const { cell, advance } = kernel.create(tables, streams);
    const seen = times_s.map((time_s) => {
      advance(time_s);
      return Float64Array.from(cell.count);
    });
    return (agent) => {
      const q = structure.crowds.findIndex((c) => c.agent.agentName === agent);
      return seen.map((count) => count[q]!);
    };
  };
}

/** The numbers of a saturable rule of a vessel's model. */
export function michaelisOf(
  model: Model,
  rule: string,
): { readonly kcat_per_s: number; readonly Km_uM: number } {
  const found = model.chapters.flatMap((c) => c.rules).find((r) => r.id === rule)?.rates.k?.saturation;
  if (found === undefined) throw new Error(`the vessel has no saturable rule "${rule}"`);
  return { kcat_per_s: found.kcat.value, Km_uM: found.Km.value };
}

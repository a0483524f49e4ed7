import type { Cell } from '../engine/cell.js';
import type { EngineTables } from '../engine/tables.js';
import type { AnyIndividual, AnyIndividualPattern, Pattern } from '../language/agents.js';
import { crowdKey } from './crowds.js';
import type { Facet } from './facets.js';
import { type CodeSet, codeSet } from './patterns.js';
import { keyOf } from './pool-book.js';
import type { Structure } from './resolved.js';

/** Counts what a pattern matches in a cell, reading only: how many molecules. */
export type Counter = (cell: Cell) => number;

/**
 * A counter for any pattern over the sites of an agent, also sites that no rule mentions together. Where the engine keeps
 * just these individuals as a pool its size is read; else they are scanned, so observing keeps no pool and changes nothing.
 * Throws on an unknown agent, site, state or compartment.
 */
export function counterOf(structure: Structure, pattern: Pattern): Counter {
  if (pattern.kind === 'crowd') {
    const q = structure.crowdIndex.get(crowdKey(pattern));
    if (q === undefined)
      throw new Error(
        `there is no ${pattern.agent.agentName} in compartment ${pattern.in.name} of this model`,
      );
    return (cell) => cell.count[q]!;
  }
  const { type, asks, matches } = matcherOf(structure, pattern);
  const pool = asks.length === 1 ? poolOf(structure, asks[0]!.set) : -1;
  if (pool >= 0) return (cell) => cell.count[structure.crowds.length + pool]!;
  const first = asks[0];
  const quick = asks.length === 1 && first!.partner === undefined ? first : undefined;
  return (cell) => {
    const [from, to, step] = rangeOf(cell, type);
    if (quick !== undefined && cell.tables.makeCode.length === 0) return countOf(cell, quick, from, to, step);
    let n = 0;
    for (let part = from; part < to; part += step) if (matches(cell, part)) n += 1;
    return n;
  };
}

/** Of the molecules of a range, one in every `step` parts, those whose facet is in a state that is asked for. */
function countOf(cell: Cell, { codes, place }: Ask, from: number, to: number, step: number): number {
  const { code } = cell;
  let n = 0;
  for (let part = from; part < to; part += step)
    if (codes[code[part + place]!] === 1 && present(cell, part)) n += 1;
  return n;
}

/** The pool of just these parts; -1 where the engine keeps none. */
function poolOf({ pools }: Structure, set: CodeSet): number {
  const key = keyOf(set);
  return pools.findIndex((pool) => keyOf(pool) === key);
}

/** Finds the molecules that a pattern matches, by their first parts, in the order in which they were made; reading only. */
export function finderOf(structure: Structure, pattern: AnyIndividualPattern): (cell: Cell) => number[] {
  const { type, matches } = matcherOf(structure, pattern);
  return (cell) => {
    const [from, to, step] = rangeOf(cell, type);
    const found: number[] = [];
    for (let part = from; part < to; part += step) if (matches(cell, part)) found.push(part);
    return found;
  };
}

/** Who is bonded to a molecule at a site, both by their first parts; -1: nobody. Throws on an unknown bond site. */
export function partnerOf(
  structure: Structure,
  agent: AnyIndividual,
  siteName: string,
): (cell: Cell, molecule: number) => number {
  for (const facet of structure.facets) {
    if (facet.agent.agentName !== agent.agentName) continue;
    const site = facet.sites.find((s) => s.name === siteName && s.kind === 'bond');
    if (site === undefined) continue;
    return (cell, molecule) => {
      const t = cell.tables;
      const partner = cell.bond[(molecule + facet.place) * t.bondSlots + site.slot]!;
      return partner < 0 ? -1 : partner - t.facetOfType[t.typeOfCode[cell.code[partner]!]!]!;
    };
  }
  throw new Error(`${agent.agentName} has no bond site "${siteName}"`);
}

function matcherOf(structure: Structure, pattern: AnyIndividualPattern) {
  const own = structure.facets.filter((f) => f.agent.agentName === pattern.agent.agentName);
  const asks = byFacet(structure, own, pattern);
  const { type } = own[0]!;
  const matches = (cell: Cell, part: number): boolean =>
    cell.tables.typeOfCode[cell.code[part]!] === type && present(cell, part) && allMet(cell, part, asks);
  return { type, asks, matches };
}

/** The first part of every molecule of an agent, in the order in which they were made. */
export function moleculesOf(structure: Structure, agent: AnyIndividual): (cell: Cell) => number[] {
  const type = structure.facets.find((f) => f.agent.agentName === agent.agentName)!.type;
  return (cell) => {
    const found: number[] = [];
    for (let part = 0; part < cell.parts; part++)
      if (cell.tables.typeOfCode[cell.code[part]!] === type && present(cell, part)) found.push(part);
    return found;
  };
}

/** By part type, where its parts begin and end, in cells to which none are ever added: one in every molecule. */
const ranges = new WeakMap<EngineTables, Int32Array>();

function rangeOf(cell: Cell, type: number): readonly [from: number, to: number, step: number] {
  const { tables } = cell;
  if (tables.makeCode.length > 0) return [0, cell.parts, 1];
  let range = ranges.get(tables);
  if (range === undefined) {
    range = new Int32Array(2 * tables.poolBase.length);
    for (let part = tables.partCode.length - 1; part >= 0; part--) {
      const at = 2 * tables.typeOfCode[tables.partCode[part]!]!;
      range[at] = part;
      range[at + 1] ||= part + 1;
    }
    ranges.set(tables, range);
  }
  return [range[2 * type]!, range[2 * type + 1]!, tables.facetsOfType[type]!];
}

interface Ask {
  readonly set: CodeSet;
  readonly place: number;
  readonly codes: Uint8Array;
  readonly partner: { readonly slot: number; readonly codes: Uint8Array } | undefined;
}

function byFacet(structure: Structure, own: readonly Facet[], pattern: AnyIndividualPattern): readonly Ask[] {
  const known = new Set(own.flatMap((f) => f.sites.map((s) => s.name)));
  for (const name of Object.keys(pattern.where))
    if (!known.has(name))
      throw new Error(`${pattern.agent.agentName} has no site "${name}"; it has ${[...known].join(', ')}`);
  return own.flatMap((facet) => {
    const where = Object.fromEntries(
      Object.entries(pattern.where).filter(([name]) => facet.sites.some((s) => s.name === name)),
    );
    if (Object.keys(where).length === 0) return [];
    const set = codeSet(structure.facets, pattern.agent, where);
    return [
      {
        set,
        place: facet.place,
        codes: flags(structure, set),
        partner: set.partner && { slot: set.partner.slot, codes: flags(structure, set.partner.set) },
      },
    ];
  });
}

function flags(structure: Structure, set: CodeSet): Uint8Array {
  const last = structure.facets.at(-1)!;
  const found = new Uint8Array(last.codeBase + last.codes);
  for (const code of set.codes) found[set.facet.codeBase + code] = 1;
  return found;
}

const present = (cell: Cell, part: number): boolean => !Number.isNaN(cell.changedAt_s[part]!);

function allMet(cell: Cell, first: number, asks: readonly Ask[]): boolean {
  for (const ask of asks) if (!met(cell, first, ask)) return false;
  return true;
}

function met(cell: Cell, first: number, ask: Ask): boolean {
  const part = first + ask.place;
  if (ask.codes[cell.code[part]!] === 0) return false;
  if (ask.partner === undefined) return true;
  const partner = cell.bond[part * cell.tables.bondSlots + ask.partner.slot]!;
  return partner >= 0 && ask.partner.codes[cell.code[partner]!] === 1;
}

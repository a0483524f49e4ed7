import type { EngineTables } from '../../src/engine/tables.js';
import { Law } from '../../src/engine/tables.js';
import type { Engine } from './engine.js';
import { spoiltEngine } from './fast.js';

/** The product's engine on tables that a faulty compiler might have made. Every one must be caught by some test. */
export const SPOILT_ENGINES: readonly Engine[] = [
  spoiltEngine('tables: one rate 3 % high', (t) => ({
    ...t,
    rate: t.rate.map((k, c) => (c === 0 ? 1.03 * k : k)),
  })),
  spoiltEngine('tables: pairs counted as two kinds', (t) => ({
    ...t,
    rate: t.rate.map((k, c) => (t.law[c] === Law.pair ? k / 2 : k)),
    law: t.law.map((law) => (law === Law.pair ? Law.second : law)),
  })),
  spoiltEngine('tables: a channel does not refresh itself', withoutSelf),
  spoiltEngine('tables: partners are not asked', (t) => ({ ...t, partnerOk: t.partnerOk.map(() => 1) })),
  spoiltEngine('tables: partners are not told', (t) => ({ ...t, watched: t.watched.map(() => 0) })),
  spoiltEngine('tables: nitrogen does not pass', (t) => ({ ...t, outMaskA: t.outMaskA.map((m) => m & 1) })),
  spoiltEngine('tables: laws left out', (t) => ({ ...t, factorInvK: t.factorInvK.map(() => 0) })),
];

function withoutSelf(t: EngineTables): EngineTables {
  const depStart = new Int32Array(t.depStart.length);
  const dependents: number[] = [];
  for (let c = 0; c < t.channels; c++) {
    const own = [...t.dependents.subarray(t.depStart[c]!, t.depStart[c + 1]!)];
    dependents.push(...own.filter((d) => d !== c));
    depStart[c + 1] = dependents.length;
  }
  return { ...t, depStart, dependents: Int32Array.from(dependents) };
}

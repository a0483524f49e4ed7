import { type EngineTables, Law, Take } from '../tables.js';
import type { Emission } from './channels.js';
import { type Code, f64, f64Add, f64Div, f64Mul, f64Sub, get, loadF64, set, storeF64, tee } from './wasm.js';

/**
 * refreshDependents of propensity.ts for channel c. Factors are kept in memory and worked out anew where c can have changed
 * what they look at. Where it is known what has changed, what does not look at that is left as it is: it would not change.
 */
export function emitRefresh(e: Emission, c: number, changed?: ReadonlySet<number>): Code {
  const { t, local } = e;
  const [from, to] = [t.depStart[c]!, t.depStart[c + 1]!];
  const sum = from === to ? undefined : refreshed(e, from, to, changed ?? staleAfter(t, c), changed);
  return sum === undefined ? [] : set(local.total, f64Add(get(local.total), sum));
}

/** Of the dependents of channel c, how many do not look at what has changed. */
export const untouched = (t: EngineTables, c: number, changed: ReadonlySet<number>): number =>
  t.dependents.subarray(t.depStart[c], t.depStart[c + 1]).filter((d) => !looksAt(t, d, changed)).length;

const looksAt = (t: EngineTables, d: number, changed: ReadonlySet<number>): boolean =>
  [t.qa[d]!, t.qb[d]!, ...t.factorQ.subarray(t.factorStart[d], t.factorStart[d + 1])].some((q) =>
    changed.has(q),
  );

/** Every factor into memory: to be done where counts have changed outside the kernel. */
export const emitFactors = (e: Emission): Code =>
  Array.from(e.t.factorQ, (_, i) => storeF64(e.at.factor + 8 * i, emitFactor(e, i)));

/** What tells apart the code that channels need to refresh what they change. */
export const refreshKey = (t: EngineTables, c: number): string =>
  `${t.dependents.subarray(t.depStart[c], t.depStart[c + 1]).join()} ${[...staleAfter(t, c)].join()}`;

/** Quantities that factors look at and that a firing of channel c may change: of a part, all pools of its type, and pools that ask for partners. */
function staleAfter(t: EngineTables, c: number): ReadonlySet<number> {
  const crowds = [
    ...(t.takeA[c] === Take.crowd ? [t.qa[c]!] : []),
    ...(t.takeB[c] === Take.crowd ? [t.qb[c]!] : []),
    ...t.outCrowd.subarray(t.outStart[c], t.outStart[c + 1]),
  ];
  const touchesParts = t.takeA[c] === Take.part || t.takeB[c] === Take.part;
  return new Set([...t.factorQ].filter((q) => (q < t.crowds ? crowds.includes(q) : touchesParts)));
}

/** Refreshes the dependents at places from .. to-1, at least one: leaves the sum of their changes, added up in halves; undefined: none. */
function refreshed(
  e: Emission,
  from: number,
  to: number,
  stale: ReadonlySet<number>,
  changed: ReadonlySet<number> | undefined,
): Code | undefined {
  const { t, at, local } = e;
  if (to - from > 1) {
    const middle = (from + to) >> 1;
    const [low, high] = [
      refreshed(e, from, middle, stale, changed),
      refreshed(e, middle, to, stale, changed),
    ];
    return low === undefined || high === undefined ? (low ?? high) : f64Add(low, high);
  }
  const d = t.dependents[from]!;
  if (changed !== undefined && !looksAt(t, d, changed)) return undefined;
  const address = at.propensity + 8 * d;
  return [
    set(local.a, emitPropensity(e, d, stale)),
    f64Sub(get(local.a), loadF64(address)),
    storeF64(address, get(local.a)),
  ];
}

/** propensityOf of propensity.ts for one channel, in the same order of operations: leaves an f64. */
function emitPropensity(e: Emission, c: number, stale: ReadonlySet<number>): Code {
  const { t, at } = e;
  const n = (q: number) => loadF64(at.count + 8 * q);
  let a = loadF64(at.rate + 8 * c);
  switch (t.law[c]) {
    case Law.first:
      a = f64Mul(a, n(t.qa[c]!));
      break;
    case Law.second:
      a = f64Mul(a, f64Mul(n(t.qa[c]!), n(t.qb[c]!)));
      break;
    case Law.pair: {
      const members = n(t.qa[c]!);
      a = f64Mul(a, f64Mul(f64Mul(f64(0.5), members), f64Sub(members, f64(1))));
      break;
    }
  }
  for (let i = t.factorStart[c]!; i < t.factorStart[c + 1]!; i++)
    a = f64Mul(a, stale.has(t.factorQ[i]!) ? emitRenewed(e, i) : loadF64(at.factor + 8 * i));
  return a;
}

const emitRenewed = (e: Emission, i: number): Code => {
  const { y } = e.local;
  return [set(y, emitFactor(e, i)), storeF64(e.at.factor + 8 * i, get(y)), get(y)];
};

function emitFactor({ t, at, local }: Emission, i: number): Code {
  const x = f64Mul(loadF64(at.count + 8 * t.factorQ[i]!), loadF64(at.factorInvK + 8 * i));
  const power = t.factorPower[i]!;
  const y = Math.abs(power) === 2 ? f64Mul(tee(local.y, x), get(local.y)) : x;
  return power > 0
    ? f64Div(f64(1), f64Add(f64(1), y))
    : f64Div(tee(local.y, y), f64Add(f64(1), get(local.y)));
}

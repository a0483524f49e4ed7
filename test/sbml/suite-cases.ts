import { type Chain, chainMoments } from './oracle-chain.js';
import { type Exact, type LinearNetwork, linearMoments } from './oracle-linear.js';
import { type Sketch, sketch } from './sketch.js';

const LAST = 50;
/** Exact moments by variable at times 0 .. 50. */
export type Oracle = Readonly<Record<string, readonly Exact[]>>;

/** Exact moments of every case of the suite: those given in test/sbml/cases and those that OWN writes anew. */
export function oracleOf(id: string): Oracle {
  const n = Number(id);
  const [lambda, mu] = n === 3 ? [1, 1.1] : n === 11 ? [0.05, 0.055] : [0.1, 0.11];
  const birthDeath = { start: [start(n)], reactions: [grows([1], lambda), grows([-1], mu)] };
  if (n === 6 || n === 7)
    return { ...linear(['X', 'Sink'], withSink(birthDeath)), ...(n === 6 ? { Sink: never() } : {}) };
  if (n === 19) return withDouble(linear(['X'], birthDeath));
  if (n <= 19) return linear(['X'], birthDeath);
  const alpha = (
    { 20: 1, 21: 10, 22: 5, 23: 1000, 24: 10, 25: 10, 26: 10, 27: 1, 28: 1, 29: 1 } as Record<number, number>
  )[n];
  if (alpha !== undefined) {
    const network: LinearNetwork = { start: [0], reactions: [comes([1], alpha), grows([-1], 0.1)] };
    if (n === 28) return linear(['X'], { ...network, reset: { time_s: 25, to: [50] } });
    if (n === 29) return linear(['X'], { ...network, reset: { time_s: 22.5, to: [20] } });
    if (n < 24 || n > 26) return linear(['X'], network);
    const sink =
      n === 25 ? linear(['X', 'Sink'], withSink(network)) : { ...linear(['X'], network), Sink: never() };
    return { ...sink, Source: never() };
  }
  if (n === 37) return linear(['X'], { start: [0], reactions: [comes([5], 1), grows([-1], 0.2)] });
  if (n === 38) return linear(['X'], { start: [0], reactions: [comes([10], 1), grows([-1], 0.4)] });
  if (n === 39) return linear(['X'], { start: [0], reactions: [comes([100], 1), grows([-1], 4)] });
  return dimers(n);
}

/** The cases that are not given, rebuilt from what each is said to test. */
export const OWN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    '00002': birthDeath({
      laws: ['Lambda*X', 'Mu*X'],
      locals: [{ Lambda: 0.1 }, { Mu: 0.11 }],
      parameters: {},
    }),
    '00004': birthDeath({ species: { X: 10 } }),
    '00006': birthDeath({ species: { X: 100, Sink: { amount: 0, boundary: true } }, death: 'Sink' }),
    '00008': birthDeath({}),
    '00010': birthDeath({ species: { X: { amount: 100, dense: true } } }),
    '00012': birthDeath({ laws: ['Lambda*X*0.5*2', 'Mu*X'] }),
    '00014': birthDeath({ laws: ['Lambda*X/2/0.5', 'Mu*X'] }),
    '00016': birthDeath({ laws: ['Lambda*X/(2/2)', 'Mu*X'] }),
    '00018': birthDeath({
      laws: ['Cell*Lambda*X', 'Cell*Mu*X'],
      compartments: { Cell: 0.5 },
      parameters: { Lambda: 0.2, Mu: 0.22 },
    }),
    '00020': immigration({ Alpha: 1 }),
    '00022': immigration({ Alpha: 10, local: { Alpha: 5 } }),
    '00024': immigration({
      Alpha: 10,
      source: { amount: 0, boundary: true },
      sink: { amount: 0, boundary: true },
    }),
    '00026': immigration({
      Alpha: 10,
      source: { amount: 0, boundary: true, constant: true },
      sink: { amount: 0, boundary: true, constant: true },
    }),
    '00028': immigration({ Alpha: 1, events: [{ when: 'time >= 25', set: { X: '50' } }] }),
    '00030': dimerisation({}),
    '00032': dimerisation({ events: [{ when: 'time >= 25', set: { P: '100', P2: '0' } }] }),
    '00034': withoutMonomer('0.5*k1*(100 - 2*P2)*(99 - 2*P2)'),
    '00036': withoutMonomer('k1*(100 - 2*P2)*(100 - 2*P2 - 1)/2'),
    '00038': {
      species: { X: 0 },
      parameters: { Alpha: 1, Mu: 0.4 },
      reactions: { In: { to: '10 X', law: 'Alpha' }, Out: { from: 'X', law: 'Mu*X' } },
    },
  } satisfies Record<string, Sketch>).map(([id, model]) => [id, sketch(model)]),
);

const start = (n: number): number => (n === 4 ? 10 : n === 5 ? 10_000 : 100);
const grows = (change: number[], slope: number) => ({ change, slope: [slope, 0].slice(0, change.length) });
const comes = (change: number[], constant: number) => ({ change, constant });
const certainly = (mean: number): Exact => ({ mean, sd: 0, kurtosis: 0 });
const never = (): Exact[] => Array.from({ length: LAST + 1 }, () => certainly(0));

function linear(names: readonly string[], network: LinearNetwork): Record<string, Exact[]> {
  const moments = linearMoments(network, LAST);
  return Object.fromEntries(names.map((name, i) => [name, moments.map((m) => m[i]!)]));
}

/** Whatever leaves the first species enters a second. */
function withSink(network: LinearNetwork): LinearNetwork {
  return {
    start: [...network.start, 0],
    reactions: network.reactions.map((r) => ({
      ...r,
      change: [r.change[0]!, r.change[0]! < 0 ? 1 : 0],
      ...(r.slope ? { slope: [r.slope[0]!, 0] } : {}),
    })),
  };
}

const withDouble = ({ X }: Record<string, Exact[]>): Oracle => ({
  X: X!,
  y: X!.map((x) => ({ mean: 2 * x.mean, sd: 2 * x.sd, kurtosis: x.kurtosis })),
});

function dimers(n: number): Oracle {
  const [total, k1, k2] = n === 31 ? [1000, 0.0002, 0.004] : [100, 0.001, 0.01];
  const chain: Chain = {
    top: n === 33 ? 30 : total / 2,
    up: (p2) => (k1 * (total - 2 * p2) * (total - 2 * p2 - 1)) / 2,
    down: (p2) => k2 * p2,
    ...(n === 33 ? { wraps: true } : {}),
    ...(n === 32 ? { resetAt: 25 } : {}),
  };
  const P2 = chainMoments(chain, LAST);
  const P = P2.map((m) => ({ mean: total - 2 * m.mean, sd: 2 * m.sd, kurtosis: m.kurtosis }));
  return n >= 34 ? { P2 } : { P, P2 };
}

function birthDeath(
  d: Partial<Sketch> & { laws?: string[]; locals?: Record<string, number>[]; death?: string },
): Sketch {
  const { laws = ['Lambda*X', 'Mu*X'], locals = [{}, {}], death, ...model } = d;
  return {
    species: { X: 100 },
    parameters: { Lambda: 0.1, Mu: 0.11 },
    reactions: {
      Birth: { from: 'X', to: '2 X', law: laws[0]!, locals: locals[0]! },
      Death: { from: 'X', ...(death ? { to: death } : {}), law: laws[1]!, locals: locals[1]! },
    },
    ...model,
  };
}

type Of<K extends keyof Sketch> = NonNullable<Sketch[K]>;
function immigration(d: {
  Alpha: number;
  local?: Record<string, number>;
  source?: Of<'species'>[string];
  sink?: Of<'species'>[string];
  events?: Of<'events'>;
}): Sketch {
  return {
    species: { X: 0, ...(d.source ? { Source: d.source } : {}), ...(d.sink ? { Sink: d.sink } : {}) },
    parameters: { Alpha: d.Alpha, Mu: 0.1 },
    reactions: {
      Immigration: { ...(d.source ? { from: 'Source' } : {}), to: 'X', law: 'Alpha', locals: d.local ?? {} },
      Death: { from: 'X', ...(d.sink ? { to: 'Sink' } : {}), law: 'Mu*X' },
    },
    events: d.events ?? [],
  };
}

function dimerisation(d: Partial<Sketch>): Sketch {
  return {
    species: { P: 100, P2: 0 },
    parameters: { k1: 0.001, k2: 0.01 },
    reactions: {
      Dimerisation: { from: '2 P', to: 'P2', law: 'k1*P*(P - 1)/2' },
      Disassociation: { from: 'P2', to: '2 P', law: 'k2*P2' },
    },
    ...d,
  };
}

function withoutMonomer(law: string): Sketch {
  return {
    species: { P2: 0 },
    parameters: { k1: 0.001, k2: 0.01 },
    reactions: { Dimerisation: { to: 'P2', law }, Disassociation: { from: 'P2', law: 'k2*P2' } },
  };
}

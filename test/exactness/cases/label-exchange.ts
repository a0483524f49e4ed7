import { crowd, individual, oneOf } from '../../../src/language/agents.js';
import { labelSource } from '../../../src/language/inputs.js';
import { exchange, make, remove, rule } from '../../../src/language/rules.js';
import type { Engine, Storage } from '../../support/engine.js';
import { solve } from '../../support/master-equation.js';
import { poissonPmf } from '../../support/special-functions.js';
import { compare, type Finding } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, type Depth, replicate } from '../case.js';

const plasma = labelSource('plasma', 'leucine outside');
const Leu = crowd('Leu', { atoms: ['C1', 'N'], description: 'leucine' })({ in: water });
const Kic = crowd('Kic', { atoms: ['C1'], description: 'its keto acid' })({ in: water });
const Glu = crowd('Glu', { atoms: ['N'], description: 'glutamate' })({ in: water });
const Akg = crowd('Akg', { description: 'its keto acid' })({ in: water });
const Bcat = individual('Bcat', {
  sites: { cofactor: oneOf('PLP', 'PMP') },
  carries: ['N'],
  in: water,
  description: 'transaminase: 13C stays with the skeleton, 15N waits on the enzyme',
});

const INFLOW = 3;
const [AMINO, AMINO_BACK, ACCEPT, ACCEPT_BACK] = [2, 1.5, 1, 0.8];
const [GLU, AKG] = [1, 2];
/** Mole fractions: unlabelled, 1-13C, 15N, both. */
const SHARE = [0.2, 0.2, 0.15, 0.45];
const TIME_S = 0.5;

const transamination = (loss: number) =>
  tiny(`transamination, loss ${loss}`, {
    individuals: [[Bcat, 1]],
    crowds: [
      [Leu, 0],
      [Kic, 0],
      [Glu, loss > 0 ? 0 : GLU],
      [Akg, AKG],
    ],
    sources: [plasma],
    rules: [
      rule('inflow', 'leucine comes in', make(Leu, plasma), { k: per(INFLOW, 'molecules/um3/s') }),
      rule(
        'amino',
        'BCAT takes the amino group of leucine',
        exchange([Bcat({ cofactor: 'PLP' }), Leu], [Bcat({ cofactor: 'PMP' }), Kic], {
          C1: [['Leu', 'Kic']],
          N: [['Leu', 'Bcat']],
        }),
        { forward: per(AMINO, 'um3/s'), backward: per(AMINO_BACK, 'um3/s') },
      ),
      rule(
        'accept',
        'BCAT gives it to ketoglutarate',
        exchange([Bcat({ cofactor: 'PMP' }), Akg], [Bcat({ cofactor: 'PLP' }), Glu], {
          N: [['Bcat', 'Glu']],
        }),
        { forward: per(ACCEPT, 'um3/s'), backward: per(ACCEPT_BACK, 'um3/s') },
      ),
      ...(loss > 0
        ? [rule('loss', 'the keto acid is oxidised', remove(Kic, 'CO2'), { k: per(loss, '1/s') })]
        : []),
    ],
  });
const closed = transamination(0);

/**
 * State: leucine by class (0, C1, N, both), keto acid (0, C1), nitrogen on the enzyme (-1: none, 0, 1), glutamate (0, N),
 * ketoglutarate. At most MOST carbons come in; beyond that is less than 1e-6 of the probability.
 */
const MOST = 9;
function reactions(factor: number) {
  const change = (...add: readonly (readonly [number, number])[]) => {
    const by = new Array<number>(10).fill(0);
    for (const [i, n] of add) by[i]! += n;
    return by;
  };
  const [KIC0, ENZYME, GLU0, KETO] = [4, 6, 7, 9];
  const list = [];
  for (const [cls, share] of SHARE.entries()) {
    const [c1, n15] = [cls & 1, cls >> 1];
    list.push({ change: change([cls, 1]), propensity: () => factor * INFLOW * share });
    list.push({
      change: change([cls, -1], [KIC0 + c1, 1], [ENZYME, n15 + 1]),
      propensity: (x: readonly number[]) => (x[ENZYME] === -1 ? AMINO * x[cls]! : 0),
    });
    list.push({
      change: change([cls, 1], [KIC0 + c1, -1], [ENZYME, -1 - n15]),
      propensity: (x: readonly number[]) => (x[ENZYME] === n15 ? AMINO_BACK * x[KIC0 + c1]! : 0),
    });
  }
  for (const n15 of [0, 1]) {
    list.push({
      change: change([ENZYME, -1 - n15], [GLU0 + n15, 1], [KETO, -1]),
      propensity: (x: readonly number[]) => (x[ENZYME] === n15 ? ACCEPT * x[KETO]! : 0),
    });
    list.push({
      change: change([ENZYME, n15 + 1], [GLU0 + n15, -1], [KETO, 1]),
      propensity: (x: readonly number[]) => (x[ENZYME] === -1 ? ACCEPT_BACK * x[GLU0 + n15]! : 0),
    });
  }
  return list;
}
const carbons = (x: readonly number[]) => x[0]! + x[1]! + x[2]! + x[3]! + x[4]! + x[5]!;
const solution = (factor = 1) =>
  solve([0, 0, 0, 0, 0, 0, -1, GLU, 0, AKG], reactions(factor), TIME_S, (x) => carbons(x) <= MOST);

const OBSERVED = [
  { pattern: Leu, label: 3, of: (x: readonly number[]) => x[3]!, what: 'leucine with both labels' },
  { pattern: Leu, label: 1, of: (x: readonly number[]) => x[1]!, what: 'leucine with 13C only' },
  { pattern: Kic, label: 1, of: (x: readonly number[]) => x[5]!, what: 'keto acid with 13C' },
  { pattern: Glu, label: 2, of: (x: readonly number[]) => x[8]!, what: 'glutamate with 15N' },
] as const;

function run(engine: Engine, depth: Depth, storage: Storage): readonly Finding[] {
  const right = solution();
  const n = cellsFor(depth, (factor) => poissonPmf(factor * INFLOW * TIME_S), 0.1);
  const [counts] = replicate(engine, n, {
    model: closed,
    volume_um3: 1,
    sampleAt_s: [TIME_S],
    observe: OBSERVED.map(({ pattern, label }) => ({ pattern, label })),
    labels: { plasma: SHARE },
    storage,
  });
  return OBSERVED.flatMap(({ of, what }, i) => compare(what, counts![i]!, right.marginal(of)));
}

const stored = (storage: Storage): Case => ({
  name: `label exchange, ${storage}`,
  oracle: 'master equation over isotopologues, transaminase and the nitrogen on it',
  run: (engine, depth) => run(engine, depth, storage),
});
/** One experiment, three ways to keep the members of crowds. */
export const labelExchange = stored('counts');
export const labelExchangeFollowed = stored('some followed');
export const labelExchangeEvery = stored('every molecule');

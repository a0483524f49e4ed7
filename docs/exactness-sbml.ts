/** The part of docs/exactness.md about SBML models: the stochastic suite, by its own criterion. Takes minutes. */
import { readdirSync, readFileSync } from 'node:fs';
import { gridTimes, runEnsemble } from '../src/sbml/ensemble.js';
import { machineOf } from '../src/sbml/machine.js';
import { readSbml } from '../src/sbml/read.js';
import { type Scores, scoresOf } from '../test/sbml/scores.js';
import { sketch } from '../test/sbml/sketch.js';
import { type Oracle, OWN, oracleOf } from '../test/sbml/suite-cases.js';
import { caseHolds, MOST_BEYOND_3, suiteScores } from '../test/sbml/suite-run.js';
import { DIMERS, WRONG_MODELS } from '../test/sbml/wrong-models.js';
import { pOfZ } from '../test/support/special-functions.js';
import { small, table } from './exactness-table.js';

const RUNS = 10_000;
const CASES = 'test/sbml/cases';

/** Text of the part. */
export function sbmlPart(): string {
  const given = readdirSync(CASES).filter((name) => /^\d{5}$/.test(name));
  const texts = new Map([
    ...given.map((id) => [id, readFileSync(`${CASES}/${id}/${id}-sbml-l3v2.xml`, 'utf8')] as const),
    ...Object.entries(OWN),
  ]);
  const found = [...texts].sort().map(([id, text]) => {
    const machine = machineOf(readSbml(text));
    const run = (seed: string) => runEnsemble(machine, spec(seed, id));
    return { id, scores: suiteScores(id, RUNS, run) };
  });
  const firsts = found.map(({ scores }) => scores.first);
  const again = found.flatMap(({ id, scores }) => (scores.again ? [{ id, ...scores }] : []));
  const total = (of: (s: Scores) => number) => firsts.reduce((sum, s) => sum + of(s), 0);
  return `${HEAD}
With the first seed ${total((s) => s.beyondZ)} points in all have |Z| of 3 or more and ${total((s) => s.beyondY)} have |Y'| of 5 or more; the mean of Z squared over all points
is ${small(total((s) => s.squares) / total((s) => s.points))}. ${againText(again)} By the rule ${found.filter(({ scores }) => caseHolds(scores)).length} of ${found.length} cases hold.

${table(
  ['case', 'from', 'Z', 'beyond 3', 'p, largest Z', "Y'", 'exact points off', 'notices'],
  found.flatMap(({ id, scores }) => [
    row(id, given.includes(id) ? 'suite' : 'rebuilt', scores.first),
    ...(scores.again ? [row(id, 'second seed', scores.again)] : []),
  ]),
)}

Models that are wrong, against the exact moments of dimerisation (${RUNS} runs, 50 points):

${table(
  ['model', 'points beyond 3', 'largest Z'],
  WRONG_MODELS.map(([says, , model]) => {
    const machine = machineOf(readSbml(sketch(model)));
    const { beyondZ, z } = scoresOf(runEnsemble(machine, spec('exact', 'exact')), DIMERS, RUNS);
    return [says, String(beyondZ), Math.max(-z[0], z[1]).toFixed(1)];
  }),
)}
`;
}

const spec = (seed: string, name: string) => ({ times_s: gridTimes(50, 1), runs: RUNS, seed, name });

const HEAD = `## SBML stochastic test suite

Oracle: exact means, standard deviations and kurtoses: moment equations for linear networks, the master equation for the
others; they agree with the suite's own tables to five digits. N = ${RUNS} runs a case. Twenty cases are the suite's files, nineteen are
rebuilt from what each is said to test.

Rule, which is the suite's as libRoadRunner's own test applies it: a case holds with at most ${MOST_BEYOND_3} points of |Z| >= 3; one that has more
is run once more, on a second fixed seed, where it has to hold. An exact simulator breaks the first half in 0.7 % of its
case runs, since the points of a run are correlated: with 39 cases in about a quarter of all runs of the suite. Stricter than
the suite, no point may have |Y'| of 5 or more (Y over sqrt(1 + kurtosis / 2)), points without variance are exact, and no |Z|
reaches 5, in every run. "p" is that of the largest |Z|, times the number of points; "notices" is the smallest
relative shift of the mean at one and the same share everywhere that would bring four points to |Z| = 3.
`;

const againText = (
  again: readonly { readonly id: string; readonly first: Scores; readonly again?: Scores }[],
) =>
  again.length === 0
    ? 'No case had to be run again.'
    : again
        .map(
          ({ id, first, again: second }) =>
            `Case ${id} broke the first half with ${first.beyondZ} points (Z from ${first.z[0].toFixed(2)} to ${first.z[1].toFixed(2)}) and was run again, with ${second!.beyondZ}.`,
        )
        .join(' ');

function row(id: string, from: string, s: Scores): readonly string[] {
  const range = ([least, most]: readonly [number, number]) => `${least.toFixed(2)} .. ${most.toFixed(2)}`;
  const p = Math.min(1, s.points * pOfZ(Math.max(-s.z[0], s.z[1])));
  return [
    id,
    from,
    range(s.z),
    String(s.beyondZ),
    small(p),
    range(s.y),
    `${s.inexact} of ${certain(oracleOf(id))}`,
    `mean off by ${(100 * noticed(oracleOf(id))).toPrecision(2)} %`,
  ];
}

const certain = (oracle: Oracle): number =>
  Object.values(oracle)
    .flat()
    .filter(({ sd }) => sd === 0).length;

/** The fourth smallest of what would bring a point to |Z| = 3. */
function noticed(oracle: Oracle): number {
  const shifts = Object.values(oracle)
    .flat()
    .filter(({ sd, mean }) => sd > 0 && mean > 0)
    .map(({ sd, mean }) => (3 * sd) / (Math.sqrt(RUNS) * mean));
  return shifts.sort((a, b) => a - b)[MOST_BEYOND_3]!;
}

/** The part of docs/exactness.md about how well samples of the shipped scenarios reproduce themselves. Takes minutes. */
import { readdirSync, readFileSync } from 'node:fs';
import { modelVocabulary } from '../src/cli/vocabulary.js';
import { streamFor } from '../src/random/stream.js';
import { liveHere } from '../src/runner/here.js';
import { scenarioParser } from '../src/scenario/parse.js';
import type { Plan } from '../src/scenario/plan.js';
import { type Sample, selfError, wavesOf } from './efect.js';
import { small, table } from './exactness-table.js';

const VARIABLES = ['leucine_uM', 's6k1_blot_signal', 'fsr_percent_per_h'] as const;
const VOLUME_um3 = 0.1;
const EVERY_s = 1800;
const RUNS = 64;
const HALVES = 50;
/** The scenario of the figure, in more cells. */
const DRAWN = 'quick';
const SIZES = [16, 32, 64, 128, 256];

type Live = (plan: Plan) => ReturnType<Awaited<ReturnType<typeof liveHere>>>;

/** Text and figure. */
export async function efectPart(): Promise<{ readonly text: string; readonly svg: string }> {
  const live = await liveHere();
  const names = readdirSync('scenarios')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''));
  const rows = names.flatMap((name) =>
    endsOf(planOf(name))
      .slice(-1)
      .map((condition) => {
        const { n, waves } = sampleOf(live, planOf(name), condition, RUNS);
        const [mean, sd] = selfError(waves(n), n, HALVES, streamFor('efect', name, condition));
        return [name, planOf(name).conditionNames[condition]!, String(n), small(mean), small(sd)];
      }),
  );
  const most = SIZES.at(-1)!;
  const curves = endsOf(planOf(DRAWN)).map((condition) => {
    const { waves } = sampleOf(live, planOf(DRAWN), condition, most);
    const points = SIZES.map((n) => ({
      n,
      error: selfError(waves(n), n, HALVES, streamFor('efect', 'size', n, condition)),
    }));
    return { name: planOf(DRAWN).conditionNames[condition]!, points };
  });
  return { text: textOf(rows), svg: figureOf(curves) };
}

/** First and last condition. */
const endsOf = ({ conditionNames }: Plan): readonly number[] => [...new Set([0, conditionNames.length - 1])];

const parser = scenarioParser(modelVocabulary());
function planOf(name: string): Plan {
  const read = parser(readFileSync(`scenarios/${name}.yaml`, 'utf8'), `${name}.yaml`);
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join('\n'));
  return read.plan;
}

/** Cells of one condition of point 0, alike in all but chance: no variation, small, exact. */
function sampleOf(live: Live, plan: Plan, condition: number, cells: number) {
  const one: Plan = {
    ...plan,
    conditionNames: [plan.conditionNames[condition]!],
    conditions: [plan.conditions[condition]!],
    axes: plan.axes.filter(({ target }) => !('at' in target) || target.at === 'base'),
    assays: [{ assay: 'census', options: {} }],
    cells,
    donors: 1,
    volume_um3: VOLUME_um3,
    variation: { ...plan.variation, volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share: 0 },
    sampleEvery_s: EVERY_s,
    duration_s: Math.max(EVERY_s, Math.floor(plan.duration_s / EVERY_s) * EVERY_s),
    method: 'exact',
    follow: {},
  };
  const { records } = live({ ...one, axes: [] });
  const samples = VARIABLES.map(
    (variable): Sample =>
      records.flatMap(({ tables }) => {
        const values = tables.timecourse?.[variable];
        return values === undefined ? [] : [values as ArrayLike<number>];
      }),
  );
  const n = samples[0]!.length;
  return { n, waves: (size: number) => wavesOf(samples.map((sample) => sample.slice(0, size))) };
}

const textOf = (
  rows: readonly (readonly string[])[],
): string => `## Do samples of the shipped scenarios reproduce themselves?

EFECT ("A Method to Quantify the Reproducibility of Stochastic Simulations", arXiv:2406.16820) splits a sample into halves and
takes the largest distance between their empirical characteristic functions, over 100 points up to five periods of the
standard deviation, all times and all variables: 0 where no run could tell the halves apart, at most 2. Here it is the mean
over ${HALVES} random halves, with its standard deviation, for leucine, p-S6K1 and FSR (${VARIABLES.join(', ')}) every ${EVERY_s / 60} min. It says how
large a sample has to be, not whether it is right. To be cheap, cells hold ${VOLUME_um3} um3 and not 5, differ by chance alone, and are
the last condition of each scenario at the first point of its sweep: ${RUNS} cells each, method exact. Larger
cells are less noisy, but the error is relative to the spread and depends on the number of cells. In the figure the dashed
line falls with the root of that number: to halve the error takes four times as many cells.

![EFECT error by number of cells, scenario ${DRAWN}](exactness/efect.svg)

${table(['scenario', 'condition', 'cells', 'EFECT error', 'SD over halves'], rows)}
`;

interface Curve {
  readonly name: string;
  readonly points: readonly { readonly n: number; readonly error: readonly [number, number] }[];
}
const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [460, 260, 52, 16, 14, 40];
const COLOURS = ['#1f6fb4', '#b0413e'];

/** Error by sample size, both logarithmic, with a line of slope -1/2. */
function figureOf(curves: readonly Curve[]): string {
  const [least, most] = [0.05, 2];
  const x = (n: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(n / SIZES[0]!)) / Math.log(SIZES.at(-1)! / SIZES[0]!);
  const y = (e: number) => TOP + ((HEIGHT - TOP - BOTTOM) * Math.log(most / e)) / Math.log(most / least);
  const at = (v: number) => v.toFixed(1);
  const text = (px: number, py: number, words: string, anchor = 'middle') =>
    `<text x="${at(px)}" y="${at(py)}" text-anchor="${anchor}" fill="#333">${words}</text>`;
  const line = (points: readonly (readonly [number, number])[], more: string) =>
    `<path d="${points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${at(px)} ${at(py)}`).join('')}" fill="none" ${more}/>`;
  const first = curves[0]!.points[0]!;
  const half = (n: number) => first.error[0] * Math.sqrt(first.n / n);
  const inside = [
    ...[0.05, 0.1, 0.2, 0.5, 1, 2].flatMap((e) => [
      line(
        [
          [LEFT, y(e)],
          [WIDTH - RIGHT, y(e)],
        ],
        'stroke="#ddd"',
      ),
      text(LEFT - 6, y(e) + 4, String(e), 'end'),
    ]),
    ...SIZES.map((n) => text(x(n), HEIGHT - BOTTOM + 16, String(n))),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, `cells (two halves), scenario ${DRAWN}, ${VOLUME_um3} um3`),
    line(
      SIZES.map((n) => [x(n), y(half(n))] as const),
      'stroke="#999" stroke-dasharray="4 3"',
    ),
    ...curves.flatMap(({ name, points }, c) => [
      line(
        points.map((p) => [x(p.n), y(p.error[0])] as const),
        `stroke="${COLOURS[c]}"`,
      ),
      ...points.map(
        ({ n, error: [mean, sd] }) =>
          `<path d="M${at(x(n))} ${at(y(mean + sd))}V${at(y(Math.max(least, mean - sd)))}" stroke="${COLOURS[c]}"/><circle cx="${at(x(n))}" cy="${at(y(mean))}" r="3" fill="${COLOURS[c]}"/>`,
      ),
      `<text x="${WIDTH - RIGHT - 4}" y="${TOP + 14 + 16 * c}" text-anchor="end" fill="${COLOURS[c]}">${name}</text>`,
    ]),
  ].join('\n');
  const title = `EFECT error by number of cells, scenario ${DRAWN}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}"><title>${title}</title>
${inside}
</svg>
`;
}

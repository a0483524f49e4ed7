import type { Tornado, TornadoBar } from '../report/chart/tornado.js';
import type { Factor } from '../sensitivity/factors.js';
import type { Question, Response } from '../sensitivity/study.js';
import type { Colours } from './io.js';
import { plain } from './numbers.js';
import { textTable } from './text-table.js';

/** Tables of what factors do, the strongest first, one an outcome and condition. */
export function sensitivityTables(
  { factors }: Question,
  responses: readonly Response[],
  colours: Colours,
): string {
  return responses
    .map((response) => {
      const head = response.morris
        ? ['', 'from', 'to', 'mu*', '95 %', 'mu', 'sigma']
        : ['', 'from', 'to', 'alone', '95 %', 'in all', '95 %'];
      const rows = ordered(factors, response).map(({ factor, cells }) => [
        factor.path,
        `${plain(factor.from)} ${factor.unit}`,
        `${plain(factor.to)} ${factor.unit}`,
        ...cells,
      ]);
      return `${colours.bold(titleOf(response))}\n${textTable([head, ...rows])}`;
    })
    .join('\n');
}

/** The same as data; NaN as null. */
export const sensitivityData = (question: Question, responses: readonly Response[]) => ({
  analysis: question.analysis,
  method: question.method,
  size: question.size,
  factors: question.factors.map(({ path, unit, from, to, scale }) => ({ path, unit, from, to, scale })),
  responses: responses.map(({ outcome, condition, mean, failed, morris, sobol }) => ({
    outcome: outcome.id,
    unit: outcome.unit,
    condition,
    mean,
    failed,
    effects: (morris ?? sobol)!.map((effect, j) => ({ factor: question.factors[j]!.path, ...effect })),
  })),
});

/** Panels of the tornado figure. */
export const sensitivityPanels = (
  { factors }: Question,
  responses: readonly Response[],
): readonly Tornado[] =>
  responses.map((response) => ({
    title: titleOf(response),
    axis: response.morris ? `mu*, ${response.outcome.unit} over the range` : 'share of the variance',
    bars: factors.map(({ path }, j) => barOf(path, response, j)),
  }));

const titleOf = ({ outcome, condition, mean }: Response): string =>
  `${outcome.title}, ${outcome.fold ? 'signal' : outcome.unit}, "${condition}": ${plain(mean)} on average`;

function barOf(factor: string, { morris, sobol }: Response, j: number): TornadoBar {
  if (morris !== undefined) {
    const { muStar, low, high } = morris[j]!;
    return { factor, value: muStar, low, high };
  }
  const { first, total, totalError } = sobol![j]!;
  return { factor, value: total, low: total - totalError, high: total + totalError, part: first };
}

function ordered(factors: readonly Factor[], { morris, sobol }: Response) {
  const size = (j: number): number => morris?.[j]?.muStar ?? sobol?.[j]?.total ?? Number.NaN;
  const interval = (low: number, high: number) => `[${plain(low)}, ${plain(high)}]`;
  return factors
    .map((factor, j) => {
      if (morris !== undefined) {
        const { mu, muStar, low, high, sigma } = morris[j]!;
        return { factor, j, cells: [plain(muStar), interval(low, high), plain(mu), plain(sigma)] };
      }
      const { first, firstError, total, totalError } = sobol![j]!;
      const around = (x: number, error: number) => interval(x - error, x + error);
      return {
        factor,
        j,
        cells: [plain(first), around(first, firstError), plain(total), around(total, totalError)],
      };
    })
    .sort((a, b) => (Number.isNaN(size(b.j)) ? -1 : size(b.j) - size(a.j)));
}

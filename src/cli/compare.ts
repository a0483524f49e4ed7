import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { compareConditions } from '../analysis/compare/compare.js';
import { overDraws } from '../analysis/compare/draws.js';
import { CannotCompare } from '../analysis/compare/problems.js';
import { effectRecords, effectsTable } from '../analysis/compare/records.js';
import { writeTable } from '../dataset/lone-table.js';
import { type Dataset, openDataset } from '../dataset/read.js';
import { compareTable, drawsTable } from './compare-table.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { noDraws, notAMargin } from './messages.js';
import { examples } from './options.js';

interface Options {
  readonly baseline?: string;
  readonly margin: number;
  readonly outcomes?: readonly string[];
  readonly draws?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly arrow?: string;
}

/** `leucell compare DATASET...`: what every condition does against a baseline, how much, how sure. */
export function compareCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('compare')
    .description(
      'Compare every condition with a baseline, twin by twin: effect, interval, p, equivalence, responders.',
    )
    .argument('<dataset...>', 'folders of datasets with the same twins')
    .option('--baseline <name>', 'condition to compare with (default: the first)')
    .option('--margin <percent>', 'change of the baseline that counts as none', percent, 0.1)
    .option('--outcomes <ids>', 'only these, separated by commas; p values are corrected for fewer', ids)
    .option(
      '--draws',
      'take the points of the sweep (or donors of an ensemble) as draws of parameters; their uncertainty apart from that of cells',
    )
    .option('--json', 'print the effects as JSON')
    .option('--markdown', 'print tables in Markdown')
    .option('--arrow <file>', 'write the effects to an Arrow file, too')
    .addHelpText(
      'before',
      examples(
        'leucell compare results/wasting-vs-exercise --baseline healthy',
        'leucell compare results/a results/b --baseline fasted --json',
        'leucell compare results/hmb --outcomes synthesis,breakdown --margin "5 %"',
      ),
    )
    .action(async (folders: string[], options: Options) => {
      const datasets = [];
      for (const folder of folders) datasets.push(await openDataset(resolve(io.cwd, folder)));
      const byDonor = options.draws === true && datasets.every(drawnByDonor);
      const comparison = await compareConditions(datasets, {
        ...options,
        byDonor,
        drawn: options.draws === true,
      }).catch((error: unknown) => {
        throw error instanceof CannotCompare ? new Refusal(error.message) : error;
      });
      if (options.draws && comparison.points < 2) throw new Refusal(noDraws());
      const { manifest } = datasets[0]!;
      if (options.arrow !== undefined)
        await writeTable(resolve(io.cwd, options.arrow), effectsTable(comparison), {
          'leucell.version': manifest.leucell,
          'model.version': manifest.model,
          baseline: comparison.baseline,
          margin: String(comparison.margin),
          seed: manifest.seed,
        });
      const { baseline, margin } = comparison;
      const drawn = options.draws ? { draws: overDraws(comparison) } : {};
      const format = options.markdown ? 'markdown' : 'text';
      if (options.json)
        io.out(
          `${JSON.stringify({ baseline, margin, effects: effectRecords(comparison), ...drawn }, null, 2)}\n`,
        );
      else
        io.out(
          drawn.draws ? drawsTable(drawn.draws, format) : compareTable(comparison, manifest.plan, format),
        );
    });
}

/** Each donor lives a parameter set of its own. */
const drawnByDonor = ({ manifest: { plan, layout } }: Dataset): boolean =>
  plan.ensemble !== undefined && layout.points === 1 && layout.donors > 1;

function percent(given: string): number {
  const read = /^\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(given);
  const value = Number(read?.[1]) / 100;
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError(notAMargin(given));
  return value;
}

const ids = (given: string): readonly string[] =>
  given
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

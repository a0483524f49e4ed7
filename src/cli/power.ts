import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { type Power, powerOf, type Trial } from '../lab/power/power.js';
import { runPlan } from '../runner/run.js';
import { LIMITS } from '../scenario/limits.js';
import { Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { living } from './live.js';
import { loadPlan } from './load-plan.js';
import { notPowered, powerNote } from './messages.js';
import { plain } from './numbers.js';
import { examples, quantityOf, wholeNumber } from './options.js';
import { textTable } from './text-table.js';

interface Options {
  readonly effect: string;
  readonly from?: string;
  readonly to?: string;
  readonly alpha: number;
  readonly power: number;
  readonly cv: number;
  readonly most: number;
  readonly trials: number;
  readonly dataset?: string;
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `leucell power SCENARIO`: how many donors a trial of that design needs to see an effect. */
export function powerCommand(io: Io, ends: (code: Exit) => void): Command {
  const share = quantityOf(LIMITS.share);
  return new Command('power')
    .description('Simulate a trial: donors lived by a scenario, drawn and measured again and again.')
    .argument('<scenario>', 'a scenario with two conditions and five donors or more')
    .requiredOption('--effect <outcome>', 'what is measured: fsr, breakdown, oxidation, s6k1_share, ...')
    .option('--from <condition>', 'the condition compared with (default: the first)')
    .option('--to <condition>', 'the condition that is compared (default: the second)')
    .option('--alpha <p>', 'two-sided level of the paired t test', share, 0.05)
    .option('--power <share>', 'power aimed at', share, 0.8)
    .option('--cv <cv>', 'error of one measurement', quantityOf(LIMITS.variation), 0.1)
    .option('--most <n>', 'most donors of the curve', wholeNumber(2), 30)
    .option('--trials <n>', 'trials for each number of donors', wholeNumber(100), 1000)
    .option('--dataset <folder>', 'take the donors of this dataset of the scenario instead of living them')
    .option('-w, --workers <n>', 'worker threads; 0 runs in the main thread', wholeNumber(0))
    .option('--json', 'print the curve as JSON')
    .option('-q, --quiet', 'no progress')
    .addHelpText('before', examples('leucell power trial --effect fsr --alpha 0.05'))
    .action(async (given: string, options: Options) => {
      const { plan, text } = loadPlan(given, io.cwd);
      const [first, second] = plan.conditionNames;
      const trial: Trial = {
        ...options,
        aim: options.power,
        from: options.from ?? first!,
        to: options.to ?? second ?? first!,
      };
      if (trial.from === trial.to) throw new Refusal(notPowered(plan.name));
      const tell = (power: Power) =>
        io.out(options.json ? `${JSON.stringify(power, null, 2)}\n` : table(power, trial, io));
      if (options.dataset !== undefined) {
        tell(await powerOf(await openDataset(resolve(io.cwd, options.dataset)), trial));
        return;
      }
      const folder = mkdtempSync(join(tmpdir(), 'leucell-power-'));
      try {
        const { made, interrupted } = await living(io, options, {}, (live) =>
          runPlan(plan, { ...live, out: join(folder, 'trial'), scenario: text }),
        );
        if (!made.complete) ends(interrupted);
        else {
          tell(await powerOf(await openDataset(made.folder), trial));
          if (made.failed > 0) ends(Exit.someCellsFailed);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
}

const WIDTH = 40;

function table({ outcome, donors, difference, spread, curve, enough }: Power, trial: Trial, io: Io): string {
  const title = `${outcome.title}, ${outcome.unit}: "${trial.to}" less "${trial.from}" is ${plain(difference)} (SD ${plain(spread)} over ${donors} donors)`;
  const rows = curve.map(({ n, power }) => [
    String(n),
    `${plain(power.value)} [${plain(power.low)}, ${plain(power.high)}]`,
    '#'.repeat(Math.round(WIDTH * power.value)).padEnd(WIDTH, '.'),
  ]);
  return `${io.colours.out.bold(title)}\n\n${textTable([['donors', 'power', ''], ...rows])}\n${powerNote(enough, trial.aim, trial.most)}\n`;
}

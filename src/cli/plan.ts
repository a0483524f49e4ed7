import { Command } from 'commander';
import { type Cost, estimateCost } from '../runner/estimate.js';
import { defaultWorkers } from '../runner/pool.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { planHash } from '../scenario/plan-hash.js';
import { pointCount, valueCount } from '../scenario/points.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { loadPlan } from './load-plan.js';
import { estimateMethod, warning } from './messages.js';
import { bytes, count, plain, span } from './numbers.js';
import { cellsOption, examples, wholeNumber } from './options.js';

interface Options {
  readonly workers?: number;
  readonly cells?: number;
  readonly seed?: string;
  readonly json?: boolean;
  readonly estimate: boolean;
}

/** `leucell plan SCENARIO`: what would run, and what it would cost, before anything runs. */
export function planCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('plan')
    .description('Show what a scenario would run: conditions, cells, events, hours, bytes.')
    .argument('<scenario>', 'a scenario file, or the name of a shipped scenario')
    .option('--workers <n>', 'worker threads to reckon with', wholeNumber(0))
    .addOption(cellsOption())
    .option('--seed <seed>', 'seed, instead of the scenario’s')
    .option('--no-estimate', 'do not live a few cells to estimate the cost')
    .option('--json', 'print the plan as JSON')
    .addHelpText('before', examples('leucell plan quick', 'leucell plan leucine-dose --workers 8 --json'))
    .action(async (given: string, options: Options) => {
      const { plan, warnings } = loadPlan(given, io.cwd, options);
      for (const each of warnings) io.err(`${warning(each)}\n`);
      const workers = options.workers ?? defaultWorkers();
      const cost = options.estimate ? await estimateCost(plan) : undefined;
      if (options.json) io.out(`${JSON.stringify(asData(plan, workers, cost), null, 2)}\n`);
      else io.out(asText(plan, workers, cost));
      if (cost !== undefined)
        io.err(`${estimateMethod(cost.probe.cells, cost.probe.simulated_s, cost.probe.events)}\n`);
    });
}

const wall_s = (cost: Cost, workers: number): number =>
  cost.core_s / Math.max(1, Math.min(workers, cost.cells));

const asData = (plan: Plan, workers: number, cost: Cost | undefined) => ({
  name: plan.name,
  question: plan.question,
  conditions: plan.conditionNames,
  points: pointCount(plan),
  donors: plan.donors,
  cells_each: plan.cells,
  cells: jobCount(plan),
  duration_s: plan.duration_s,
  settle_s: plan.settle_s,
  method: plan.method,
  seed: plan.seed,
  plan_sha256: planHash(plan),
  workers,
  ...(cost === undefined
    ? {}
    : {
        estimate: {
          events: Math.round(cost.events),
          core_s: cost.core_s,
          wall_s: wall_s(cost, workers),
          bytes: Math.round(cost.bytes),
          probe: cost.probe,
        },
      }),
});

function asText(plan: Plan, workers: number, cost: Cost | undefined): string {
  const hours = (seconds: number) => `${plain(seconds / 3600)} h`;
  const rows: (readonly [string, string])[] = [
    ['conditions', plan.conditionNames.join(', ')],
    ['sweep points', String(pointCount(plan))],
    ...plan.axes.map((axis) => ['', `${axis.path}: ${valueCount(axis)} values in ${axis.unit}`] as const),
    ...(plan.ensemble === undefined ? [] : [['parameter sets', String(plan.ensemble.sets.length)] as const]),
    ['donors', String(plan.donors)],
    ['cells each', String(plan.cells)],
    ['cells in all', count(jobCount(plan))],
    ['simulated', `${hours(plan.duration_s)} a cell, after ${hours(plan.settle_s)} of settling`],
    ['method', plan.method],
    ['seed', plan.seed],
    ['plan sha256', planHash(plan)],
    ...(cost === undefined
      ? []
      : ([
          ['events', `about ${count(cost.events)}`],
          ['time', `about ${span(wall_s(cost, workers))} with ${workers} worker threads`],
          ['dataset', `about ${bytes(cost.bytes)}`],
        ] as const)),
  ];
  return `${plan.name}: ${plan.question}\n${leftTable(rows)}`;
}

const leftTable = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([key]) => key.length));
  return rows.map(([key, value]) => `  ${key.padEnd(width)}  ${value}\n`).join('');
};

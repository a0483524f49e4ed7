import { HYBRID, type Measurement, type Size } from './cases.js';
import { type Goal, goalsOf, WHOLE } from './goals.js';
import type { Overhead } from './overhead.js';
import { STUDIED, type StudyMethod, studyMinutes } from './study.js';
import type { WholeRun } from './whole.js';

/** Medians over rounds: what --json prints and --against reads. */
export interface Report {
  readonly size: Size;
  readonly rounds: number;
  readonly processor: string;
  readonly node: string;
  /** By case. */
  readonly eventsPerCpuSecond: Readonly<Record<string, number>>;
  readonly peak_MiB: Readonly<Record<string, number>>;
  /** Figures of whole runs; absent when only some cases were asked for. */
  readonly whole: Readonly<Record<string, number>>;
  readonly goals: readonly Goal[];
}

export interface Raw {
  readonly size: Size;
  readonly rounds: number;
  readonly processor: string;
  readonly measured: ReadonlyMap<string, readonly Measurement[]>;
  readonly whole: ReadonlyMap<number, readonly WholeRun[]>;
  readonly memory: ReadonlyMap<number, readonly WholeRun[]>;
  readonly studies: ReadonlyMap<StudyMethod, readonly WholeRun[]>;
  readonly startUps: readonly number[];
  readonly overheads: readonly Overhead[];
}

export function reportOf(raw: Raw): Report {
  const { size, rounds, processor, measured } = raw;
  const perCase = (of: (m: Measurement) => number) =>
    Object.fromEntries([...measured].map(([name, runs]) => [name, median(runs.map(of))]));
  const eventsPerCpuSecond = perCase((m) => m.events / m.cpu_s);
  const figures = {
    ...hybridFigure(eventsPerCpuSecond),
    ...(raw.startUps.length === 0 ? {} : wholeFigures(raw)),
  };
  return {
    size,
    rounds,
    processor,
    node: process.version,
    eventsPerCpuSecond,
    peak_MiB: perCase((m) => m.peak_MiB),
    whole: figures,
    goals: goalsOf({ speed: eventsPerCpuSecond, whole: figures }),
  };
}

/** Both live the same number of events an hour, so the ratio of events a second is that of times. */
function hybridFigure(speed: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const [exact, leaping] = [speed[HYBRID.exact], speed[HYBRID.leaping]];
  return exact === undefined || leaping === undefined ? {} : { [WHOLE.hybrid]: leaping / exact };
}

function wholeFigures({
  size,
  whole,
  memory,
  studies,
  startUps,
  overheads,
}: Raw): Readonly<Record<string, number>> {
  const speed = (workers: number) => median(whole.get(workers)!.map((r) => r.events / r.wall_s));
  const study = (method: StudyMethod) =>
    studyMinutes(median(studies.get(method)!.map((r) => r.wall_s)), STUDIED[size]);
  const peak = (workers: number) => median(memory.get(workers)!.map((r) => r.peak_MiB));
  return {
    'one worker, events per second': speed(1),
    [WHOLE.workers]: speed(2) / speed(1),
    [WHOLE.overhead]: median(overheads.map(({ whole_s, engine_s }) => whole_s / engine_s)),
    [WHOLE.memory]: peak(2) - peak(1),
    [WHOLE.exactStudy]: study('exact'),
    [WHOLE.hybridStudy]: study('hybrid'),
    [WHOLE.startUp]: median(startUps),
  };
}

/** The report as a table; with a base, its ratio to the base. */
export function reportText(report: Report, base?: Report): string {
  const rows = Object.entries(report.eventsPerCpuSecond).map(([name, speed]) => [
    name,
    (speed / 1e6).toFixed(2),
    report.peak_MiB[name]!.toFixed(0),
    ratio(speed, base?.eventsPerCpuSecond[name]),
  ]);
  const whole = Object.entries(report.whole).map(([name, x]) => [
    name,
    x >= 1000 ? x.toExponential(2) : x.toFixed(2),
    '',
    ratio(x, base?.whole[name]),
  ]);
  const goals = report.goals.map(({ name, value, wanted, reached }) => [
    name,
    value.toFixed(2),
    wanted,
    reached ? 'reached' : 'MISSED',
  ]);
  return [
    `${report.processor}, Node ${report.node}, size ${report.size}, medians of ${report.rounds} rounds`,
    '',
    ...aligned([['', 'M events/CPU s', 'peak MiB', base ? 'head/base' : ''], ...rows]),
    ...(whole.length > 0 ? ['', ...aligned(whole)] : []),
    ...(goals.length > 0 ? ['', ...aligned([['goal', 'measured', 'wanted', ''], ...goals])] : []),
    ...(WHOLE.exactStudy in report.whole ? ['', extrapolated(report.size)] : []),
    '',
  ].join('\n');
}

const extrapolated = (size: Size): string =>
  `Minutes of 1,000 cells are extrapolated, in proportion to cells, from a run of ${STUDIED[size]} of them, its start-up included.`;

const ratio = (x: number, base: number | undefined): string =>
  base === undefined ? '' : (x / base).toFixed(3);

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

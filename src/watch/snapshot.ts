import { type CourseSums, courseSums, sumColumns } from '../analysis/course-sums.js';
import type { ColumnChunk } from '../dataset/chunks.js';
import { followDataset, type Look } from '../dataset/follow.js';
import { timeCourse } from '../report/chart/time-course.js';
import { inlineSvg } from '../report/figure.js';
import { SHOWN } from '../report/shown.js';
import { columnsOf, SIGNALS } from '../scene/signals.js';
import { type LatestCell, latestCells } from './latest-cells.js';
import { METABOLITES } from './molecules.js';

/** What the page shows at one time; plain JSON. */
export interface Snapshot {
  readonly state: Look['state'];
  readonly done: number;
  readonly cells: number;
  readonly failed: number;
  readonly events: number;
  /** Over the last ten seconds; null where nothing was lived in them. */
  readonly eventsPerSecond: number | null;
  /** Cells that were lived at the point shown, by condition. */
  readonly lived: readonly number[];
  /** Markup of the figures, by id. */
  readonly figures: Readonly<Record<string, string>>;
  readonly time_h: readonly number[];
  /** By condition: the latest cell's values through time by column; null until there is one. */
  readonly latest: readonly (LatestCell | null)[];
}
export interface Watched {
  readonly name: string;
  readonly question: string;
  readonly leucell: string;
  readonly conditions: readonly string[];
  readonly points: number;
  readonly look: () => Promise<Snapshot>;
  readonly close: () => void;
}

/** Figures of the page, of those of the report. */
export const FIGURES = [
  'leucine',
  'sestrin',
  'mtorc1-active',
  's6k1-true',
  'synthesis',
  'breakdown',
  'net-balance',
  'oxidation',
];
const WINDOW_MS = 10_000;

/** Follows a dataset, running or finished, at one point of its sweep. Throws a DatasetError if there is none. */
export async function watchDataset(folder: string, point: number, clock_ms: () => number): Promise<Watched> {
  const shown = SHOWN.filter(({ id }) => FIGURES.includes(id));
  const wanted = [
    ...new Set([...shown.map((s) => s.column), ...columnsOf(SIGNALS), ...METABOLITES.map((m) => m.column)]),
  ];
  const known = (columns: readonly string[]) => wanted.filter((column) => columns.includes(column));
  const followed = await followDataset(folder, {
    cells: () => ['condition', 'point', 'status', 'events'],
    timecourse: (columns) => [...sumColumns([]), 'donor', 'cell', ...known(columns)],
  });
  const { plan, layout } = followed;
  const columns = known(followed.columns('timecourse'));
  const lived = layout.conditions.map(() => 0);
  const rate = rateOver(WINDOW_MS, clock_ms);
  const latest = latestCells(layout.conditions, point, columns);
  let sums: CourseSums | undefined;
  let events = 0;

  function take(table: string, chunk: ColumnChunk): void {
    if (table === 'cells') {
      const [condition, at, status, fired] = chunk.columns;
      for (let row = 0; row < chunk.rows; row++) {
        events += (fired!.values[row] as number) || 0;
        if (at!.values[row] !== point || wordAt(status!, row) !== 'ok') continue;
        const c = layout.conditions.indexOf(wordAt(condition!, row) ?? '');
        lived[c]! += 1;
      }
      return;
    }
    latest.add(chunk);
    sums ??= latest.times().length > 0 ? courseSums(layout, latest.times(), columns, point) : undefined;
    const [condition, at, time, , , ...values] = chunk.columns;
    sums?.add({ rows: chunk.rows, columns: [condition!, at!, time!, ...values] });
  }

  const figures = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      shown
        .filter(({ column }) => sums !== undefined && columns.includes(column))
        .map((figure) => [
          figure.id,
          inlineSvg(
            timeCourse(
              figure,
              layout.conditions.map((condition, c) => {
                const { mean, low, high } = sums!.of(point, c, figure.column);
                const scaled = (x: Float64Array) => x.map((value) => value * figure.factor);
                return {
                  condition,
                  time_s: sums!.time_s,
                  mean: scaled(mean),
                  low: scaled(low),
                  high: scaled(high),
                };
              }),
            ),
          ),
        ]),
    );

  return {
    name: plan.name,
    question: plan.question,
    leucell: followed.leucell,
    conditions: layout.conditions,
    points: layout.points,
    async look() {
      const look = await followed.look(take);
      return {
        ...look,
        cells: followed.cells,
        events,
        eventsPerSecond: look.state === 'finished' ? null : rate(events),
        lived: [...lived],
        figures: figures(),
        time_h: latest.times().map((t) => t / 3600),
        latest: latest.cells(),
      };
    },
    close: () => followed.close(),
  };
}

const wordAt = (column: ColumnChunk['columns'][number], row: number): string | undefined =>
  column.type === 'dictionary' ? column.dictionary[column.values[row]!] : undefined;

/** How fast a count grows over the last `window_ms`; what was there at the first look does not count. */
function rateOver(window_ms: number, clock_ms: () => number): (count: number) => number | null {
  const seen: { readonly at: number; readonly count: number }[] = [];
  return (count) => {
    const now = clock_ms();
    seen.push({ at: now, count });
    while (seen.length > 2 && seen[1]!.at <= now - window_ms) seen.shift();
    const [first] = seen;
    const rate = (1000 * (count - first!.count)) / (now - first!.at);
    return rate > 0 && Number.isFinite(rate) ? rate : null;
  };
}

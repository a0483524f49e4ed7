import { columnChunks } from '../dataset/chunks.js';
import type { Dataset } from '../dataset/read.js';
import { type Courses, courseSums, sumColumns } from './course-sums.js';

/** Reads the columns of the time course once, and keeps sums only. */
export async function meanCourses(dataset: Dataset, columns: readonly string[]): Promise<Courses> {
  const sums = courseSums(dataset.manifest.layout, await sampleTimes(dataset), columns);
  for await (const chunk of columnChunks(dataset, 'timecourse', sumColumns(columns))) sums.add(chunk);
  return sums;
}

/** Those of the first cell: every cell of a plan is sampled at the same times. */
async function sampleTimes(dataset: Dataset): Promise<readonly number[]> {
  const times: number[] = [];
  let first: string | undefined;
  for await (const row of dataset.rows('timecourse', ['condition', 'point', 'donor', 'cell', 'time_s'])) {
    const cell = `${row.condition} ${row.point} ${row.donor} ${row.cell}`;
    first ??= cell;
    if (cell !== first) break;
    if ((row.time_s as number) >= 0) times.push(row.time_s as number);
  }
  return times;
}

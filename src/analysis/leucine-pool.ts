import type { Dataset } from '../dataset/read.js';

/**
 * Leucine residues per um3 in one percent of muscle protein: what the first cell built in (events of its synthesis, table
 * fluxes) over what that was of its protein (FSR, table timecourse). Undefined if these were not measured or nothing was built.
 */
export async function leucinePerPercent(dataset: Dataset): Promise<number | undefined> {
  const has = (table: string, column: string): boolean =>
    dataset.tables().includes(table) && dataset.describe(table).columns.some(({ name }) => name === column);
  if (!has('fluxes', 'rule') || !has('timecourse', 'fsr_percent_per_h') || !has('cells', 'volume_um3'))
    return undefined;
  let volume_um3 = Number.NaN;
  for await (const row of dataset.rows('cells', ['status', 'volume_um3']))
    if (row.status === 'ok') {
      volume_um3 = row.volume_um3 as number;
      break;
    }
  let events = 0;
  let until_s = 0;
  for await (const row of firstCell(dataset, 'fluxes', ['to_s', 'rule', 'events']))
    if ((row.rule as string).startsWith('synthesis-')) {
      events += row.events as number;
      until_s = Math.max(until_s, row.to_s as number);
    }
  let percent = 0;
  let before_s = 0;
  for await (const row of firstCell(dataset, 'timecourse', ['time_s', 'fsr_percent_per_h'])) {
    const time_s = row.time_s as number;
    if (time_s > 0 && time_s <= until_s)
      percent += (((row.fsr_percent_per_h as number | null) ?? 0) * (time_s - before_s)) / 3600;
    before_s = Math.max(0, time_s);
  }
  const found = events / percent / volume_um3;
  return Number.isFinite(found) && found > 0 ? found : undefined;
}

/** The rows of the first cell that has any; they stand at the beginning. */
async function* firstCell(dataset: Dataset, table: string, columns: readonly string[]) {
  let first: string | undefined;
  for await (const row of dataset.rows(table, ['condition', 'point', 'donor', 'cell', ...columns])) {
    const cell = `${row.condition} ${row.point} ${row.donor} ${row.cell}`;
    first ??= cell;
    if (cell !== first) return;
    yield row;
  }
}

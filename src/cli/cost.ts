import { openPool } from '../runner/pool.js';
import { parseScenario } from '../scenario/parse.js';
import { plain } from './numbers.js';
import { textTable } from './text-table.js';
import { modelVocabulary } from './vocabulary.js';

/** A fasted cell of 1 um3 for one hour: what it fires is the cost of the model. */
const FASTED_HOUR = `
question: what does a fasted cell cost?
cells: 1
volume: 1 um3
settle: 10 min
duration: 1 h
sample every: 1 h
variation: { copies: 0 fraction, volume: 0 fraction, donor: 0 fraction }
conditions: { fasted: {} }
`;

export interface CostRow {
  /** Rule and direction. */
  readonly rule: string;
  readonly events_per_um3_h: number;
  readonly share: number;
}

/** Events per um3 and simulated hour of every rule, the busiest first, in one fasted cell lived here and now. */
export async function costRows(): Promise<readonly CostRow[]> {
  const read = parseScenario(FASTED_HOUR, 'cost', modelVocabulary());
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join('; '));
  const pool = await openPool(read.plan, { workers: 0 });
  try {
    const specs = await pool.describe();
    const [record] = await pool.cells([0]);
    const names = specs.find((s) => s.name === 'fluxes')?.columns.find((c) => c.name === 'rule')?.dictionary;
    const fluxes = record!.tables.fluxes;
    if (names === undefined || fluxes === undefined)
      throw new Error(`the fasted cell failed: ${record!.reason}`);
    const events = Array.from(fluxes.events!);
    const total = events.reduce((sum, n) => sum + n, 0);
    return events
      .map((n, i) => ({ rule: names[fluxes.rule![i]!]!, events_per_um3_h: n, share: n / total }))
      .sort((a, b) => b.events_per_um3_h - a.events_per_um3_h);
  } finally {
    await pool.close();
  }
}

/** The rows as a table, with their sum. */
export function costTable(rows: readonly CostRow[]): string {
  const total = rows.reduce((sum, r) => sum + r.events_per_um3_h, 0);
  const line = (rule: string, events: number, share: number) => [rule, plain(events), plain(100 * share)];
  return textTable([
    ['rule', 'events per um3 and h', '%'],
    ...rows.map((r) => line(r.rule, r.events_per_um3_h, r.share)),
    line('all', total, 1),
  ]);
}

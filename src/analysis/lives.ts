import { columnChunks } from '../dataset/chunks.js';
import type { Dataset } from '../dataset/read.js';
import { placesOfConditions } from './compare/cells.js';

/** Time that a followed molecule was what and where it was; the last one lasts to the end, or ends with it gone. */
export interface Stay {
  readonly from_s: number;
  readonly to_s: number;
  /** As table `molecules` says it: `Leucine@cytosol`, `seated`. */
  readonly now: string;
}
export interface Life {
  readonly molecule: number;
  readonly stays: readonly Stay[];
  /** It left the cell, or became what is not followed; else it was still there at the end. */
  readonly gone: boolean;
}

/** Of each condition at a point, the first followed molecules of the first cell that has any. */
export async function livesAt(
  dataset: Dataset,
  point: number,
  most: number,
): Promise<readonly (readonly Life[])[]> {
  const { layout, plan } = dataset.manifest;
  const found = layout.conditions.map(() => new Map<number, Event[]>());
  if (!dataset.tables().includes('molecules')) return found.map(() => []);
  const first: (string | undefined)[] = layout.conditions.map(() => undefined);
  for await (const { rows, columns } of columnChunks(dataset, 'molecules', COLUMNS)) {
    const [conditionColumn, at, donor, cell, molecule, time_s, now] = columns;
    if (now?.type !== 'dictionary') break;
    const condition = placesOfConditions(conditionColumn!, layout.conditions);
    if (rows > 0 && (at!.values[0] as number) > point) break; // rows are in order of points
    for (let row = 0; row < rows; row++) {
      if (at!.values[row] !== point) continue;
      const c = condition[row]!;
      const who = `${donor!.values[row]} ${cell!.values[row]}`;
      first[c] ??= who;
      if (first[c] !== who) continue;
      const id = molecule!.values[row] as number;
      const known = found[c]!.get(id);
      if (known === undefined && found[c]!.size >= most) continue;
      const event = { time_s: time_s!.values[row] as number, now: now.dictionary[now.values[row]!]! };
      if (known === undefined) found[c]!.set(id, [event]);
      else known.push(event);
    }
  }
  return found.map((events) => [...events].map(([id, life]) => lifeOf(id, life, plan.duration_s)));
}

interface Event {
  readonly time_s: number;
  readonly now: string;
}
const COLUMNS = ['condition', 'point', 'donor', 'cell', 'molecule', 'time_s', 'now'] as const;

function lifeOf(molecule: number, events: readonly Event[], end_s: number): Life {
  const stays = events
    .map(({ time_s, now }, i) => ({ from_s: time_s, to_s: events[i + 1]?.time_s ?? end_s, now }))
    .filter(({ now }) => now !== 'gone');
  return { molecule, stays, gone: events[events.length - 1]!.now === 'gone' };
}

import type { Dataset } from '../dataset/read.js';
import { type CellKeys, rowsOfCell } from './one-cell.js';
import type { Place } from './places.js';
import { columnsOf, knownSignals, type Signal, statesOf } from './signals.js';

/** A molecule at one time: `type` is its name, with its state behind `#`. */
export interface Agent {
  /** Unique within the trajectory. */
  readonly id: number;
  readonly type: string;
  readonly place: Place;
}
export interface Frame {
  readonly time_s: number;
  readonly agents: readonly Agent[];
}
/** One cell through time: shares of signalling molecules, lives of followed ones. */
export interface Trajectory {
  readonly keys: CellKeys;
  /** Water of the simulated part of the myocyte. */
  readonly volume_um3: number;
  readonly frames: readonly Frame[];
  /** How many followed molecules are in the dataset, and how many of them are drawn. */
  readonly followed: number;
  readonly followedDrawn: number;
  /** Shares through time, by column. */
  readonly courses: Readonly<Record<string, readonly number[]>>;
}

/** Of each signalling molecule so many are drawn, whatever the cell holds. */
export const DRAWN = 50;
/** More followed molecules are not told apart on a screen. */
export const MOST_FOLLOWED = 2000;

/** Reads one cell; undefined if it has no rows, because it failed or is not there. Throws a DatasetError if there is no time course. */
export async function trajectoryOf(dataset: Dataset, keys: CellKeys): Promise<Trajectory | undefined> {
  const signals = knownSignals(dataset.describe('timecourse').columns.map(({ name }) => name));
  const columns = columnsOf(signals);
  const samples: { readonly time_s: number; readonly share: (column: string) => number }[] = [];
  for await (const [time_s, ...values] of rowsOfCell(dataset, 'timecourse', keys, ['time_s', ...columns]))
    if ((time_s as number) >= 0)
      samples.push({ time_s: time_s as number, share: (c) => values[columns.indexOf(c)] as number });
  if (samples.length === 0) return undefined;
  const lives = await livesOf(dataset, keys);
  const drawn = [...lives.values()].slice(0, MOST_FOLLOWED);
  let volume_um3 = dataset.manifest.plan.volume_um3;
  for await (const [volume] of rowsOfCell(dataset, 'cells', keys, ['volume_um3']))
    volume_um3 = volume as number;
  return {
    keys,
    volume_um3,
    followed: lives.size,
    followedDrawn: drawn.length,
    frames: samples.map(({ time_s, share }) => ({
      time_s,
      agents: [
        ...signals.flatMap((signal, s) => signalAgents(signal, s * DRAWN, share)),
        ...drawn.flatMap((life, i) => followedAgent(life, signals.length * DRAWN + i, time_s)),
      ],
    })),
    courses: Object.fromEntries(columns.map((c) => [c, samples.map(({ share }) => share(c))])),
  };
}

/** When a followed molecule came to be what and where. */
type Life = { readonly time_s: number; readonly now: string }[];

async function livesOf(dataset: Dataset, keys: CellKeys): Promise<ReadonlyMap<number, Life>> {
  const lives = new Map<number, Life>();
  if (!dataset.tables().includes('molecules')) return lives;
  for await (const [molecule, time_s, now] of rowsOfCell(dataset, 'molecules', keys, [
    'molecule',
    'time_s',
    'now',
  ])) {
    const life = lives.get(molecule as number) ?? [];
    life.push({ time_s: time_s as number, now: now as string });
    lives.set(molecule as number, life);
  }
  return lives;
}

function signalAgents(signal: Signal, first: number, share: (column: string) => number): readonly Agent[] {
  if (!columnsOf([signal]).every((column) => Number.isFinite(share(column)))) return [];
  return statesOf(signal, DRAWN, share).map((s, i) => {
    const { state, place } = signal.states[s]!;
    return { id: first + i, type: `${signal.molecule}#${state}`, place };
  });
}

function followedAgent(life: Life, id: number, time_s: number): readonly Agent[] {
  const now = life.findLast((event) => event.time_s <= time_s)?.now ?? 'gone';
  if (now === 'gone') return [];
  if (now === 'seated') return [{ id, type: 'followed#in a pocket of Sestrin', place: 'rim' }];
  const [molecule, compartment] = now.split('@');
  return [{ id, type: `followed#${molecule}`, place: placeOf(compartment!) }];
}

/** Where molecules of a compartment of the model are drawn. */
export function placeOf(compartment: string): Place {
  const place = COMPARTMENTS[compartment];
  if (place === undefined) throw new Error(`compartment "${compartment}" has no place in the drawing`);
  return place;
}
const COMPARTMENTS: Readonly<Record<string, Place>> = {
  cytosol: 'cytosol',
  rim: 'rim',
  matrix: 'matrix',
  lysosome: 'lysosome',
  protein: 'protein',
};

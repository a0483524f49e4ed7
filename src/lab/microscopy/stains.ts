import { streamFor } from '../../random/stream.js';
import type { MicroscopyProtocol, Pair } from '../../scenario/microscopy-schema.js';
import { type Overlap, overlapOf } from './colocalisation.js';
import { exposed, type Field, opticsOf, type Stained, scattered } from './optics.js';
import type { Fixed, Place, Section } from './sections.js';

/** One cell under the microscope: both channels, and how they overlap. */
export interface Seen {
  readonly cell: number;
  readonly guest: Field;
  readonly marker: Field;
  readonly overlap: Overlap;
}
/** A section stained for one pair. */
export interface Stain {
  readonly section: Section;
  readonly pair: Pair;
  readonly seen: readonly Seen[];
}

/** What a pair stains: of the guest it is asked whether it is where the marker is. */
export const CHANNELS: Readonly<
  Record<
    Pair,
    { guest: string; marker: string; guests: (p: Place) => number; markers?: (p: Place) => number }
  >
> = {
  'mTOR-LAMP2': { guest: 'mTOR', marker: 'LAMP2', guests: (p) => p.mtorc1 },
  'Rheb-TSC2': { guest: 'TSC2', marker: 'Rheb', guests: (p) => p.tsc, markers: (p) => p.rheb },
};

/** LAMP2 of a lysosome that an antibody finds: a stain, not an agent of the model. Assumed, alike on all. */
const LAMP2_PER_LYSOSOME = 200;

/** Stains and images every cell of a section; each picture has a stream of its own. */
export function stained(section: Section, pair: Pair, protocol: MicroscopyProtocol, seed: string): Stain {
  const { point, donor, condition, time_s } = section;
  const seen = section.cells.map((cell) => {
    const chance = streamFor(seed, 'noise', 'microscopy', pair, point, donor, condition, time_s, cell.cell);
    const optics = opticsOf(cell.volume_um3, protocol);
    const points = scattered(cell.lysosomes.length, optics, chance);
    const { guests, markers } = stainsOf(cell, pair, points);
    const guest = exposed(guests, optics, protocol, chance);
    const marker = exposed(markers, optics, protocol, chance);
    const none: Stained = { points: [], around: [], anywhere: 0 };
    const dark = () => meanPixel(exposed(none, { ...optics, side: CONTROL_SIDE }, protocol, chance));
    const overlap = overlapOf(guest, marker, { guest: dark(), marker: dark() });
    return { cell: cell.cell, guest, marker, overlap };
  });
  return { section, pair, seen };
}

/** Pixels along an edge of the section without the first antibody. */
const CONTROL_SIDE = 40;

/** Guests of a cell, and how many of them are where the marker is. */
export const trueOf = ({ lysosomes, elsewhere }: Fixed, pair: Pair): { on: number; all: number } => {
  const { guests } = CHANNELS[pair];
  const on = lysosomes.reduce((sum, p) => sum + guests(p), 0);
  return { on, all: on + guests(elsewhere) };
};

function stainsOf({ lysosomes, elsewhere }: Fixed, pair: Pair, points: Stained['points']) {
  const { guests, markers } = CHANNELS[pair];
  return {
    guests: { points, around: lysosomes.map(guests), anywhere: guests(elsewhere) },
    markers: {
      points,
      around: lysosomes.map(markers ?? (() => LAMP2_PER_LYSOSOME)),
      anywhere: markers?.(elsewhere) ?? 0,
    },
  };
}

const meanPixel = ({ photons }: Field): number => photons.reduce((sum, x) => sum + x, 0) / photons.length;

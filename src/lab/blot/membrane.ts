import type { Generator } from '../../random/generator.js';
import { logNormal } from '../../random/log-normal.js';
import type { BlotProtocol } from '../../scenario/blot-schema.js';
import type { Lysate } from './lysates.js';

/** What the model says of an antibody that the lysates cannot: its background, and whether it asks for a site. */
export interface Probe {
  readonly name: string;
  readonly background: number;
  readonly asksForSite: boolean;
}
/** One lane of a membrane as scanned; 1 is a film that could not be darker. */
export interface Lane {
  /** With the first antibody. */
  readonly band: number;
  /** Stripped and probed for the protein whatever its site; for a protein without a site, the stain of all protein. */
  readonly reference: number;
}

/**
 * One membrane: lanes loaded alike by protein, but for an error; transfer; the antibody's light, in proportion to what it binds
 * and to a background; a film that darkens as 1 - exp(-x); stripping that leaves a residue; the second antibody. What
 * lane and membrane do to the first band they do to the second, so that the ratio is rid of it.
 */
export function membrane(
  lysates: readonly Lysate[],
  probe: Probe,
  { noise, exposure }: BlotProtocol,
  chance: Generator,
): readonly Lane[] {
  const [first, second] = [logNormal(chance, noise.affinity), logNormal(chance, noise.affinity)];
  const lanes = lysates.map((lysate) => {
    const loaded = logNormal(chance, noise.loading);
    const there = loaded * logNormal(chance, noise.transfer);
    const { bound, total } = lysate.content.get(probe.name)!;
    const light = probe.asksForSite ? bound + probe.background * total : bound;
    return {
      band: (first * there * light) / lysate.protein,
      reference: probe.asksForSite ? (second * there * total) / lysate.protein : loaded,
      scans: [logNormal(chance, noise.densitometry), logNormal(chance, noise.densitometry)] as const,
    };
  });
  const stripped = lanes.map((lane) => ({
    ...lane,
    reference: lane.reference + (probe.asksForSite ? noise.residue * lane.band : 0),
  }));
  const brightest = Math.max(...stripped.map((l) => l.band));
  const darkest = Math.max(...stripped.map((l) => l.reference));
  const film = (light: number, most: number) => (most === 0 ? 0 : -Math.expm1((-exposure * light) / most));
  return stripped.map(({ band, reference, scans }) => ({
    band: film(band, brightest) * scans[0],
    reference: film(reference, darkest) * scans[1],
  }));
}

/** Bands over references, over that of the control lane. */
export function folds(lanes: readonly Lane[], control: number): readonly number[] {
  const ratios = lanes.map(({ band, reference }) => band / reference);
  return ratios.map((ratio) => ratio / ratios[control]!);
}

import type { Band, Box, Drawing, Text } from '../image/drawing.js';
import { CHARACTER } from '../image/font.js';
import type { Blots, Probed } from './blots.js';

/** Masses of a usual ladder, kDa. */
const LADDER = [250, 150, 100, 75, 50, 37, 25, 20, 15, 10];
/** How far a strip is cut above and below its band, as a factor of mass. */
const CUT = 1.4;
const LANE = 34;
const STRIP = 34;
const GAP = 6;

/** One replicate of a donor's membranes: for every antibody a strip, and below it the strip after stripping and re-probing. */
export function pictureOf({ gel, probed }: Blots, replicate = 0): Drawing {
  const labels = gel.lysates.map((l) => `${l.condition} ${minutes(l.time_s)}`);
  const names = probed.flatMap(({ probe }) => [probe.name, referenceName(probe.name, probe.asksForSite)]);
  const left = 6 + CHARACTER.width * 4 + LANE;
  const top = 12 + CHARACTER.width * Math.max(...labels.map((l) => l.length));
  const right = left + LANE * labels.length;
  const rows = probed.flatMap((p) => [rowOf(p, replicate, 'band'), rowOf(p, replicate, 'reference')]);
  const texts: Text[] = labels.map((text, lane) => ({
    x: left + LANE * (lane + 0.5),
    y: top - 8,
    text,
    upright: true,
  }));
  const strips: Box[] = [];
  const bands: Band[] = [];
  rows.forEach(({ darkness, mass_kDa, ladder }, row) => {
    const y = top + row * (STRIP + GAP) + Math.floor(row / 2) * GAP;
    strips.push({ x: left - LANE, y, width: right - left + LANE, height: STRIP });
    texts.push({ x: right + 8, y: y + STRIP / 2, text: names[row]!, upright: false });
    darkness.forEach((d, lane) => {
      bands.push({
        x: left + LANE * (lane + 0.5),
        y: y + STRIP / 2,
        width: LANE * 0.78,
        height: 7,
        darkness: d,
      });
    });
    if (!ladder) return;
    for (const mass of LADDER) {
      const place = Math.log(mass_kDa / mass) / Math.log(CUT);
      if (Math.abs(place) > 0.85) continue;
      const at = Math.round(y + (STRIP / 2) * (1 + place));
      bands.push({ x: left - LANE / 2, y: at, width: LANE * 0.6, height: 4, darkness: 0.75 });
      texts.push({ x: 4, y: at, text: String(mass), upright: false });
    }
  });
  const longest = Math.max(...names.map((n) => n.length));
  const height = top + rows.length * (STRIP + GAP) + Math.floor(rows.length / 2) * GAP + 6;
  return { width: right + 14 + CHARACTER.width * longest, height, strips, bands, texts };
}

/** What the second strip of an antibody shows. */
export const referenceName = (antibody: string, asksForSite: boolean): string =>
  asksForSite ? antibody.replace(/^p-/, '').replace(/\(.*\)$/, '') : 'total protein';

function rowOf({ membranes, mass_kDa, probe }: Probed, replicate: number, what: 'band' | 'reference') {
  const lanes = membranes[replicate]!;
  const most = Math.max(...lanes.map((l) => l[what]));
  return {
    /** The print is made so that the darkest lane is dark, whatever the exposure. */
    darkness: lanes.map((l) => (most === 0 ? 0 : (0.92 * l[what]) / most)),
    mass_kDa,
    ladder: what === 'band' || probe.asksForSite,
  };
}

const minutes = (time_s: number): string => `${Number((time_s / 60).toFixed(1))} min`;

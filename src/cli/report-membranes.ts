import type { Dataset } from '../dataset/read.js';
import { type Blots, blotsOf } from '../lab/blot/blots.js';
import { pictureOf } from '../lab/blot/picture.js';
import { svgOf } from '../lab/image/svg.js';
import { blotTargets } from '../model/blot-targets.js';
import type { Membrane } from '../report/page/membranes.js';
import { blotOf } from '../scenario/asked-assays.js';
import { densitometry } from './blot.js';

/** Gels of so many donors are shown. */
const MOST_DONORS = 3;

/** Western blots of a dataset at a point, if its scenario asks for them with antibodies that this version knows. */
export async function membranesOf(dataset: Dataset, point: number): Promise<readonly Membrane[]> {
  const asked = blotOf(dataset.manifest.plan)?.antibodies;
  const known = asked?.every((name) => blotTargets.some((target) => target.name === name)) ?? false;
  if (!known || !dataset.tables().includes('blot')) return [];
  const blots = (await blotsOf(dataset)).filter(({ gel }) => gel.point === point);
  return blots.slice(0, MOST_DONORS).map((one) => ({
    title: `Donor ${one.gel.donor}`,
    description: described(one),
    svg: svgOf(pictureOf(one)),
    csv: densitometry([one]),
  }));
}

const described = ({ gel, probed }: Blots): string =>
  `${gel.lysates.length} lanes. Largest fold over the control lane: ${probed
    .map(({ probe, folds }) => `${probe.name} ${Math.max(...folds[0]!).toPrecision(3)}`)
    .join(', ')}.`;

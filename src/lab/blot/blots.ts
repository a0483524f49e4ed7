import type { Dataset } from '../../dataset/read.js';
import { blotTargets } from '../../model/blot-targets.js';
import { streamFor } from '../../random/stream.js';
import { blotOf } from '../../scenario/asked-assays.js';
import type { BlotProtocol } from '../../scenario/blot-schema.js';
import { type Estimate, meanInterval, meanOf } from '../../stats/interval.js';
import { notMeasured } from '../problems.js';
import { type Gel, gelsOf, type Lysate } from './lysates.js';
import { folds, type Lane, membrane, type Probe } from './membrane.js';

/** All membranes of one antibody for one donor's gel. */
export interface Probed {
  readonly probe: Probe;
  readonly mass_kDa: number;
  /** By replicate, then by lane. */
  readonly membranes: readonly (readonly Lane[])[];
  /** By replicate, then by lane: normalised, over the control lane. */
  readonly folds: readonly (readonly number[])[];
}
/** Everything that was blotted of one donor at one sweep point. */
export interface Blots {
  readonly gel: Gel;
  readonly control: number;
  readonly probed: readonly Probed[];
}
/** The fold of a band over the control lane, with what the molecules did. */
export interface FoldFinding {
  readonly point: number;
  readonly condition: string;
  readonly time_s: number;
  readonly antibody: string;
  /** Over donors; of one donor, over its replicates. */
  readonly fold: Estimate;
  /** Of the molecules. */
  readonly truth: number;
  /** Of the molecules and the background that the antibody sees as well. */
  readonly apparent: number;
}

/** Blots the lysates of a dataset as its scenario asks. Throws a LabProblem where it asks for none. */
export async function blotsOf(dataset: Dataset): Promise<readonly Blots[]> {
  const { plan } = dataset.manifest;
  const protocol = blotOf(plan);
  if (protocol === undefined || !dataset.tables().includes('blot')) throw notMeasured('blot', dataset.folder);
  const gels = await gelsOf(dataset, protocol.lysates_s);
  return gels
    .filter(({ lysates }) => lysates.length > 0)
    .map((gel) => blotted(gel, protocol, plan.seed, plan.conditionNames[0]!));
}

/** The membranes of one gel; each has a stream of its own, so that no noise changes a molecule or another membrane. */
export function blotted(gel: Gel, protocol: BlotProtocol, seed: string, firstCondition: string): Blots {
  const control = gel.lysates.findIndex((l) => l.condition === (protocol.control ?? firstCondition));
  const probed = protocol.antibodies.map((name): Probed => {
    const target = blotTargets.find((t) => t.name === name)!;
    const probe = {
      name,
      background: target.background.value,
      asksForSite: target.total !== undefined,
    };
    const membranes = Array.from({ length: protocol.replicates }, (_, replicate) => {
      const chance = streamFor(seed, 'noise', 'blot', gel.point, gel.donor, name, replicate);
      return membrane(gel.lysates, probe, protocol, chance);
    });
    return { probe, mass_kDa: target.mass_kDa, membranes, folds: membranes.map((m) => folds(m, control)) };
  });
  return { gel, control, probed };
}

/** Folds by sweep point, antibody and lane, over donors. */
export function foldFindings(all: readonly Blots[]): readonly FoldFinding[] {
  const points = [...new Set(all.map((b) => b.gel.point))];
  return points.flatMap((point) => {
    const own = all.filter((b) => b.gel.point === point);
    const [first] = own as [Blots];
    return first.probed.flatMap(({ probe }, p) =>
      first.gel.lysates.map(({ condition, time_s }, lane): FoldFinding => {
        const byDonor = own.map((b) => b.probed[p]!.folds.map((replicate) => replicate[lane]!));
        const true_ = own.map((b) => trueFold(b, probe, lane, 0));
        const seen = own.map((b) => trueFold(b, probe, lane, probe.background));
        return {
          point,
          condition,
          time_s,
          antibody: probe.name,
          fold: meanInterval(byDonor.length === 1 ? byDonor[0]! : byDonor.map(meanOf)),
          truth: meanOf(true_),
          apparent: meanOf(seen),
        };
      }),
    );
  });
}

function trueFold({ gel, control }: Blots, probe: Probe, lane: number, background: number): number {
  const level = ({ content, protein }: Lysate) => {
    const { bound, total } = content.get(probe.name)!;
    return probe.asksForSite ? bound / total + background : bound / protein;
  };
  return level(gel.lysates[lane]!) / level(gel.lysates[control]!);
}

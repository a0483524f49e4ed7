import type { Bench, Sitting, Tally } from '../assays/assay.js';
import { LABEL_CLASSES } from '../engine/tables.js';
import { countOf } from '../meanfield/count.js';
import { integrate } from '../meanfield/integrate.js';
import { kineticsOf } from '../meanfield/kinetics.js';
import { systemOf } from '../meanfield/system.js';
import { networkOf } from '../network/expand.js';
import type { Network } from '../network/network.js';
import { startingAmounts } from '../network/start.js';
import { streamFor } from '../random/stream.js';
import type { Job, Plan } from '../scenario/plan.js';
import type { Given } from './given.js';
import type { Life } from './life.js';
import { countingAssaysOf, structure } from './prepared.js';

/** A cell without chance: amounts are real numbers, firings are integrals of rates. */
interface MeanCell extends Tally {
  readonly n: Float64Array;
}

/**
 * A life of the same rules as ordinary differential equations, of the twin with its volume and copies, under the same
 * stretches of constant inputs. Labels are not carried: what asks for them is empty.
 */
export function meanFieldLife(
  plan: Plan,
  job: Job,
  { volume_um3, value, copies, ratesIn, saturationsIn }: Given,
): Life {
  network ??= networkOf(structure);
  const net = network;
  const cell = { volume_um3, value, copies };
  const kinetics = kineticsOf(net, cell);
  const system = systemOf(kinetics, new Float64Array(structure.channels.length));
  const { path, advance } = integrate(system, startingAmounts(net, cell), 0);
  const mean: MeanCell = Object.assign(path, {
    firedSince_s: 0,
    firedLabelled: new Float64Array(path.fired.length * LABEL_CLASSES).fill(Number.NaN),
  });
  const sittings: readonly Sitting<MeanCell>[] = countingAssaysOf(plan).map(({ assay, bench }) => {
    const own: Bench<MeanCell> = {
      ...bench,
      counter: (pattern) => {
        const count = countOf(net, pattern);
        return ({ n }) => count(n);
      },
    };
    const noise = streamFor(plan.seed, 'noise', assay.name, job.donor, job.cell, job.condition, job.point);
    return assay.observe(own, {
      volume_um3,
      noise,
      own: streamFor(plan.seed, 'body', assay.name, job.donor, job.cell),
    });
  });
  return {
    cell: mean,
    events: () => 0,
    enter(stretch) {
      kinetics.lawInvK.set(saturationsIn(stretch) ?? kinetics.lawInvK);
      system.rate.set(ratesIn(stretch));
    },
    advance,
    follow() {},
    sample() {
      for (const sitting of sittings) sitting.sample(mean);
    },
    finish: () => Object.assign({}, ...sittings.map((sitting) => sitting.finish(mean))),
  };
}

/** Written out at the first cell. */
let network: Network | undefined;

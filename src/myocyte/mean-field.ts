import type { Bench, Sitting, Tally } from '../assays/assay.js';
import { saturationsOf } from '../compile/saturations.js';
import { LABEL_CLASSES } from '../engine/tables.js';
import type { Pattern } from '../language/agents.js';
import { type Count, countOf } from '../meanfield/count.js';
import { integrate, TOLERANCE, type Tolerance } from '../meanfield/integrate.js';
import { kineticsOf } from '../meanfield/kinetics.js';
import { type System, systemOf } from '../meanfield/system.js';
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
  tolerance: Tolerance = TOLERANCE,
): Life {
  prepared ??= prepare();
  const { network, system, counter } = prepared;
  const cell = { volume_um3, value, copies };
  const own = { rate: new Float64Array(system.channels), lawInvK: saturationsOf(structure, cell) };
  const { path, advance } = integrate(system, startingAmounts(network, cell), 0, tolerance);
  const mean: MeanCell = Object.assign(path, {
    firedSince_s: 0,
    firedLabelled: new Float64Array(path.fired.length * LABEL_CLASSES).fill(Number.NaN),
  });
  const sittings: readonly Sitting<MeanCell>[] = countingAssaysOf(plan).map(({ assay, bench }) => {
    const counting: Bench<MeanCell> = {
      ...bench,
      counter: (pattern) => {
        const count = counter(pattern);
        return ({ n }) => count(n);
      },
    };
    const noise = streamFor(plan.seed, 'noise', assay.name, job.donor, job.cell, job.condition, job.point);
    return assay.observe(counting, {
      volume_um3,
      noise,
      own: streamFor(plan.seed, 'body', assay.name, job.donor, job.cell),
    });
  });
  return {
    cell: mean,
    events: () => 0,
    enter(stretch) {
      own.lawInvK.set(saturationsIn(stretch) ?? own.lawInvK);
      own.rate.set(ratesIn(stretch));
    },
    advance(until_s) {
      system.rate.set(own.rate);
      system.lawInvK.set(own.lawInvK);
      advance(until_s);
    },
    follow() {},
    sample() {
      for (const sitting of sittings) sitting.sample(mean);
    },
    finish: () => Object.assign({}, ...sittings.map((sitting) => sitting.finish(mean))),
  };
}

interface Prepared {
  readonly network: Network;
  /** Of whichever cell it is that moves. */
  readonly system: System;
  readonly counter: (pattern: Pattern) => Count;
}
/** Written out at the first cell. */
let prepared: Prepared | undefined;

function prepare(): Prepared {
  const network = networkOf(structure);
  const counts = new WeakMap<Pattern, Count>();
  const kinetics = kineticsOf(network);
  return {
    network,
    system: systemOf(
      kinetics,
      new Float64Array(kinetics.channels),
      new Float64Array(kinetics.lawQuantity.length),
    ),
    counter: (pattern) => {
      const count = counts.get(pattern) ?? countOf(network, pattern);
      counts.set(pattern, count);
      return count;
    },
  };
}

import { below } from '../random/below.js';
import { streamFor } from '../random/stream.js';
import { replicateAt } from './expand.js';
import type { Ensemble, Job, Plan } from './plan.js';

/**
 * The set that a job lives, from 0; undefined where the plan has no ensemble. A shuffle of the sets by a stream of its own
 * is dealt out in turn, so that no set comes again before all have come, and more donors change nothing for those before.
 */
export function parameterSetOf(plan: Plan, { point, donor }: Job): number | undefined {
  const { ensemble, axes, seed } = plan;
  if (ensemble === undefined) return undefined;
  const byReplicate = axes.some(({ target }) => target.kind === 'replicate');
  const order = shuffled(seed, ensemble);
  return order[(byReplicate ? replicateAt(plan, point) : donor) % order.length]!;
}

const orders = new WeakMap<Ensemble, { readonly seed: string; readonly order: readonly number[] }>();

function shuffled(seed: string, ensemble: Ensemble): readonly number[] {
  const known = orders.get(ensemble);
  if (known?.seed === seed) return known.order;
  const stream = streamFor(seed, 'parameter set');
  const order = ensemble.sets.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(stream, i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  orders.set(ensemble, { seed, order });
  return order;
}

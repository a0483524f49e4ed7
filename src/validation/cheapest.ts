import type { Size } from './batches.js';
import type { ModelInputs } from './forcing-of.js';
import { protocolsOf } from './programme.js';
import { FAST_BUDGET_um3_h } from './size.js';
import type { Target } from './target.js';

/** The targets that cost least, in the order of the file, as many as the budget of a quick look holds. */
export function cheapest(targets: readonly Target[], inputs: ModelInputs, size: Size): readonly Target[] {
  const volume_um3 = Number.parseFloat(size.volume);
  const settle_h = Number.parseFloat(size.settle);
  const cost = (target: Target): number =>
    protocolsOf(target, inputs).reduce((sum, { timing, livesNothing }) => {
      const hours = timing.duration_min / 60 + settle_h;
      return sum + hours * volume_um3 * (livesNothing ? 1 : (size.cells ?? size.most));
    }, 0);
  let left = FAST_BUDGET_um3_h;
  const taken = new Set<string>();
  for (const { id, price } of targets
    .map((t) => ({ id: t.id, price: cost(t) }))
    .sort((a, b) => a.price - b.price)) {
    if (price > left) break;
    left -= price;
    taken.add(id);
  }
  return targets.filter((t) => taken.has(t.id));
}

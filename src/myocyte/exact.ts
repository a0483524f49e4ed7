import type { Sitting } from '../assays/assay.js';
import { instantiate } from '../compile/instantiate.js';
import { setRates } from '../engine/advance.js';
import type { Cell } from '../engine/cell.js';
import type { SavedState } from '../engine/kernel/kernel.js';
import { follow } from '../engine/labels.js';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';
import { replicateAt } from '../scenario/expand.js';
import type { Job, Plan } from '../scenario/plan.js';
import { watchOver } from './budget.js';
import type { Given } from './given.js';
import { labeller } from './labels.js';
import type { Life } from './life.js';
import { assaysOf, hybrid, kernel, structure } from './prepared.js';

/**
 * A life molecule by molecule, every event in turn or (hybrid) leaping over crowds. The streams of events, labels,
 * identities, leaps and assay noise are the cell's own and the same in every condition (common random numbers). `heed` is called
 * now and then between events, when the state can be saved; it may throw.
 */
export function exactLife(
  plan: Plan,
  job: Job,
  { stages, volume_um3, value, copies, ratesIn, saturationsIn }: Given,
  heed?: () => void,
): Life {
  const { labelSources } = structure.model;
  const replicate = replicateAt(plan, job.point);
  const again = replicate === 0 ? [] : ['replicate', replicate];
  const stream = (name: string) => streamFor(plan.seed, name, job.donor, job.cell, ...again);
  const start = streamFor(plan.seed, 'start', job.donor, job.cell);
  const tables = instantiate(structure, { volume_um3, value, copies, uniform: () => uniform53(start) });
  const streams = { events: stream('events'), labels: stream('labels'), identities: stream('identities') };
  const engine =
    plan.method === 'hybrid'
      ? hybrid.create(tables, { ...streams, leaps: stream('leaps') }, labelSources.length)
      : kernel.create(tables, streams, labelSources.length);
  const { cell, advance } = engine;
  let began = performance.now();
  let watch = watchOver(plan.budget ?? {});
  cell.watch = (events) => {
    watch(events);
    heed?.();
  };
  const noise = (assay: string) =>
    streamFor(plan.seed, 'noise', assay, job.donor, job.cell, job.condition, job.point);
  const own = (assay: string) => streamFor(plan.seed, 'body', assay, job.donor, job.cell);
  const sittings = assaysOf(plan).map(({ assay, bench }) =>
    assay.observe(bench, { volume_um3, noise: noise(assay.name), own: own(assay.name) }),
  );
  const label = labeller(cell, labelSources, stages);
  return {
    cell,
    events: () => cell.events,
    enter(stretch) {
      const saturations = saturationsIn(stretch);
      if (saturations !== undefined) engine.setSaturations(saturations);
      setRates(cell, ratesIn(stretch));
    },
    advance(until_s, was_until_s = until_s) {
      label(was_until_s);
      advance(until_s);
    },
    saved: {
      save: (): SavedExact => ({
        engine: engine.save(),
        notes: sittings.map(({ notes }) => notes),
        computed_s: (performance.now() - began) / 1000,
      }),
      restore(state) {
        const saved = state as SavedExact;
        engine.restore(saved.engine);
        sittings.forEach(({ notes }, i) => {
          Object.assign(notes, saved.notes[i]);
        });
        began = performance.now() - 1000 * saved.computed_s;
        watch = watchOver(plan.budget ?? {}, saved.computed_s);
      },
      goOn: engine.goOn,
    },
    follow: () => startFollowing(cell, plan),
    sample() {
      for (const sitting of sittings) sitting.sample(cell);
    },
    finish() {
      watch(cell.events);
      return Object.assign({}, ...sittings.map((sitting) => sitting.finish(cell)));
    },
  };
}

interface SavedExact {
  readonly engine: SavedState;
  /** By assay. */
  readonly notes: readonly Sitting['notes'][];
  readonly computed_s: number;
}

function startFollowing(cell: Cell, plan: Plan): void {
  for (const [name, n] of Object.entries(plan.follow))
    structure.crowds.forEach((crowd, q) => {
      if (crowd.agent.agentName === name) follow(cell, q, n === 'all' ? 0 : n, n === 'all');
    });
}

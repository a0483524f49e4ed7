import { bloodOf } from '../../src/lab/tracer/body.js';
import type { Isotopes, Tissue } from '../../src/lab/tracer/tissue.js';
import { tracerOf } from '../../src/scenario/asked-assays.js';
import type { Plan } from '../../src/scenario/plan.js';

/** Flows per um3 and hour, and amounts per um3, of a muscle that is steady: what comes in or is broken down goes out or is built in. */
export const STEADY = {
  inward: 70_000,
  outward: 78_000,
  breakdown: 65_000,
  synthesis: 57_000,
  free: 76_000,
  bound: 1.13e8,
};
const STEPS = 60;

/**
 * A muscle by arithmetic, with exact truths: free leucine mixes what comes in from plasma with unlabelled breakdown, and
 * there is no keto acid. Large, so that no count is rounded to sight.
 */
export function steadyTissue(plan: Plan, volume_um3 = 1e6): Tissue {
  const blood = bloodOf(plan, tracerOf(plan)!, 0, 0);
  const pools = new Map<string, Map<number, Isotopes>>();
  const flows = new Map<string, Map<number, Isotopes>>();
  const note = (into: typeof pools, name: string, t: number, all: number, c13: number) => {
    const series = into.get(name) ?? new Map<number, Isotopes>();
    into.set(name, series.set(t, { all: all * volume_um3, c13: c13 * volume_um3, n15: 0, both: 0 }));
  };
  let [e, built] = [0, 0];
  const every_h = plan.sampleEvery_s / 3600;
  note(pools, 'free leucine', 0, STEADY.free, 0);
  note(pools, 'protein-bound leucine', 0, STEADY.bound, 0);
  for (let t = plan.sampleEvery_s; t <= plan.duration_s; t += plan.sampleEvery_s) {
    let [into, held] = [0, 0];
    for (let i = 0; i < STEPS; i++) {
      const plasma = blood.leucine13C(t - plan.sampleEvery_s * (1 - (i + 0.5) / STEPS));
      const h = every_h / STEPS;
      const goal = (STEADY.inward * plasma) / (STEADY.inward + STEADY.breakdown);
      const next = goal + (e - goal) * Math.exp((-(STEADY.inward + STEADY.breakdown) / STEADY.free) * h);
      into += (plasma * STEADY.inward) / STEPS;
      held += (e + next) / 2 / STEPS;
      e = next;
    }
    built += held * STEADY.synthesis * every_h;
    note(pools, 'free leucine', t, STEADY.free, STEADY.free * e);
    note(pools, 'protein-bound leucine', t, STEADY.bound, built);
    note(flows, 'leucine in', t, STEADY.inward * every_h, into * every_h);
    note(flows, 'leucine out', t, STEADY.outward * every_h, STEADY.outward * held * every_h);
    note(flows, 'synthesis', t, STEADY.synthesis * every_h, STEADY.synthesis * held * every_h);
    note(flows, 'breakdown', t, STEADY.breakdown * every_h, 0);
    note(flows, 'CO2', t, 8561 * every_h, 8561 * blood.kic13C(t) * every_h);
    note(flows, 'transamination', t, 0, 0);
    note(flows, 'reamination', t, 0, 0);
  }
  return { point: 0, condition: 0, donor: 0, volume_um3, pools, flows };
}

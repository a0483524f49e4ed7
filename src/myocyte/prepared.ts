import type { Assay, Bench, CountingAssay } from '../assays/assay.js';
import { blot } from '../assays/blot.js';
import { census } from '../assays/census.js';
import { enzymes } from '../assays/enzymes.js';
import { fluxes } from '../assays/fluxes.js';
import { histories } from '../assays/histories.js';
import { microscopy } from '../assays/microscopy.js';
import { tracer } from '../assays/tracer.js';
import { crowdKey } from '../compile/crowds.js';
import { type Counter, counterOf, finderOf, partnerOf } from '../compile/observe.js';
import { type Structure, structureOf } from '../compile/structure.js';
import { createKernel, type Kernel } from '../engine/kernel/kernel.js';
import { createHybrid, type Hybrid } from '../engine/leap/hybrid.js';
import type { Pattern } from '../language/agents.js';
import { laboratory } from '../model/laboratory.js';
import { leucineModel } from '../model/leucine.js';
import { readouts } from '../model/readouts.js';
import type { Plan } from '../scenario/plan.js';

/** The leucine model compiled once a thread: compiling costs more than starting a cell. That it is fit to run, the tests check. */
export const structure: Structure = structureOf(leucineModel);

/** Its program, written at the first cell. */
export const kernel: Kernel = createKernel();

/** The same for `method: hybrid`. */
export const hybrid: Hybrid = createHybrid();

/** Assays by the name that scenarios use. */
export const ASSAYS: readonly Assay[] = [census, fluxes, histories, tracer, blot, enzymes, microscopy];
/** Those of them that need no molecules, only counts. */
export const COUNTING_ASSAYS: readonly CountingAssay[] = [census, fluxes];
const ALWAYS = [census.name, fluxes.name];

/** The assays of a plan, each with what it may know. */
export const assaysOf = (plan: Plan) => askedOf(plan, ASSAYS);

/** Of these, the assays that a cell without molecules can be measured by. */
export const countingAssaysOf = (plan: Plan) => askedOf(plan, COUNTING_ASSAYS);

function askedOf<A extends Assay>(
  plan: Plan,
  assays: readonly A[],
): readonly { readonly assay: A; readonly bench: Bench }[] {
  const asked = new Map(plan.assays.map(({ assay, options }) => [assay, options]));
  if (Object.keys(plan.follow).length > 0) asked.set(histories.name, asked.get(histories.name) ?? {});
  return assays
    .filter(({ name }) => ALWAYS.includes(name) || asked.has(name))
    .map((assay) => ({
      assay,
      bench: benchFor(plan, asked.get(assay.name) ?? {}),
    }));
}

/** Counters of patterns that were asked for before: readouts ask again for every cell. */
const counters = new WeakMap<Pattern, Counter>();
function counter(pattern: Pattern): Counter {
  const known = counters.get(pattern) ?? counterOf(structure, pattern);
  counters.set(pattern, known);
  return known;
}

const benchFor = (plan: Plan, options: Bench['options']): Bench => ({
  readouts,
  laboratory,
  options,
  counter,
  finder: (pattern) => finderOf(structure, pattern),
  partner: (agent, site) => partnerOf(structure, agent, site),
  channels: structure.channels.map(({ rule, rate }) => ({ rule: rule.id, rate })),
  crowds: structure.crowds.map(crowdKey),
  sampleEvery_s: plan.sampleEvery_s,
  duration_s: plan.duration_s,
});

import { rulesOf } from '../../src/language/model.js';
import { below } from '../../src/random/below.js';
import { exponential } from '../../src/random/exponential.js';
import type { Generator } from '../../src/random/generator.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';
import type { Engine, Experiment, Outcome } from './engine.js';
import { factors, moleculesIn, perSecond, spaceOf } from './reference-rates.js';
import { type Found, make, type Need, type Step, stepsOf } from './reference-steps.js';
import { crowdsKept, type Individual, matches, matching, observed, type World } from './reference-world.js';

/** Where an engine can go wrong. The reference engine takes the right one; wrong engines replace one line each. */
export interface Craft {
  readonly constant: (k: number, step: number) => number;
  readonly pairs: (n: number) => number;
  readonly pick: (g: Generator, n: number) => number;
  readonly wait: (g: Generator, total: number) => number;
  /** Whether a step's propensity is computed anew after another (or the same) fired. */
  readonly renews: (step: number, fired: number) => boolean;
  readonly carries: (label: number) => number;
}
export const RIGHT: Craft = {
  constant: (k) => k,
  pairs: (n) => (n * (n - 1)) / 2,
  pick: below,
  wait: (g, total) => exponential(g) / total,
  renews: () => true,
  carries: (label) => label,
};

/**
 * The naive engine: reads the rules as they stand, keeps every individual as an object, and at every event counts
 * everything again and searches from the start. Slow, and meant to be seen to be right.
 */
export const referenceEngine = (name = 'reference', craft: Craft = RIGHT): Engine => ({
  name,
  simulate: (experiment) => simulate(experiment, craft),
});

function simulate(experiment: Experiment, craft: Craft): Outcome {
  const { model, volume_um3, sampleAt_s, observe } = experiment;
  const g = streamFor(experiment.seed);
  const world = startingWorld(experiment, g);
  const steps = rulesOf(model).flatMap(stepsOf);
  const fired: Record<string, number> = Object.fromEntries(steps.map((s) => [nameOf(s), 0]));
  const changes = (experiment.inputs ?? []).filter((step) => step.from_s < sampleAt_s.at(-1)!);
  const propensities: number[] = [];
  let last = -1;
  let time_s = 0;

  const runUntil = (until_s: number): void => {
    for (;;) {
      for (const [i, step] of steps.entries())
        if (last < 0 || craft.renews(i, last))
          propensities[i] = craft.constant(propensity(step, world, volume_um3, craft), i);
      const total = propensities.reduce((sum, a) => sum + a, 0);
      const next = total > 0 ? time_s + craft.wait(g, total) : Number.POSITIVE_INFINITY;
      if (next > until_s) break;
      time_s = next;
      last = search(propensities, uniform53(g) * total);
      const step = steps[last]!;
      const found = find(step.needs, world, g, craft);
      if (found === undefined) {
        last = -1; // a stale propensity promised reactants that are gone: count everything anew
        continue;
      }
      step.fire(world, found, sourceLabel(step, experiment, g));
      fired[nameOf(step)]!++;
      experiment.onEvent?.({ time_s, channel: nameOf(step), changed: changed(step, found) });
    }
    time_s = until_s;
  };

  const counts: number[][] = [];
  for (const sample_s of sampleAt_s) {
    while (changes.length > 0 && changes[0]!.from_s <= sample_s) {
      runUntil(changes[0]!.from_s);
      Object.assign(world.inputs, changes.shift()!.values);
      last = -1;
    }
    runUntil(sample_s);
    counts.push(observe.map((o) => observed(world, o)));
  }
  return { counts, fired };
}

const nameOf = (step: Step): string => `${step.rule.id}.${step.rate}`;

function startingWorld({ model, volume_um3, storage }: Experiment, g: Generator): World {
  const inputs = Object.fromEntries(model.inputs.map((i) => [i.name, i.rest]));
  const world: World = { individuals: [], crowds: crowdsKept(storage ?? 'counts'), inputs };
  for (const { agent, copies, shares } of model.individuals)
    for (let i = rounded(moleculesIn(copies, volume_um3), g); i > 0; i--) {
      const where = Object.fromEntries(Object.entries(shares).map(([site, p]) => [site, drawn(p, g)]));
      make(world, { kind: 'individual', agent, where }, 0);
    }
  for (const { crowd, amount } of model.crowds)
    for (let i = rounded(moleculesIn(amount, spaceOf(crowd, volume_um3)), g); i > 0; i--)
      make(world, crowd, 0);
  return world;
}

function propensity(step: Step, world: World, volume_um3: number, craft: Craft): number {
  const rate = step.rule.rates[step.rate]!;
  const members = step.needs.filter((n) => n.kind === 'member');
  const place = members[0]?.crowd ?? placeOf(step, world);
  const space_um3 = place ? spaceOf(place, volume_um3) : volume_um3;
  const combinations = choices(step.needs, world, craft);
  if (combinations === 0) return 0;
  const per =
    rate.saturation === undefined
      ? perSecond(rate, volume_um3, space_um3)
      : perSecond(rate.saturation.kcat, volume_um3, space_um3) /
        (moleculesIn(rate.saturation.Km, space_um3) + world.crowds.count(members[0]!.crowd));
  return per * combinations * factors(step.rule, step.back, world, volume_um3);
}

/** The compartment into which a crowd's member is made. */
function placeOf(step: Step, _: World) {
  const { event } = step.rule;
  const plain = event.verb === 'by' ? event.event : event;
  return plain.verb === 'make' && plain.give.kind === 'crowd' ? plain.give : undefined;
}

/** In how many ways the needs can be met. */
function choices(needs: readonly Need[], world: World, craft: Craft): number {
  const [a, b] = needs.map((need) => ways(need, world));
  if (a === undefined) return 1;
  if (b === undefined) return a;
  return alike(needs[0]!, needs[1]!) ? craft.pairs(a) : a * b;
}

const ways = (need: Need, world: World): number =>
  need.kind === 'member'
    ? world.crowds.count(need.crowd)
    : need.kind === 'one'
      ? eligible(need, world).length
      : candidates(need, world).length;

function eligible({ pattern, unlike }: Extract<Need, { kind: 'one' }>, world: World): readonly Individual[] {
  const found = matching(world, pattern);
  return unlike === undefined
    ? found
    : found.filter(({ state }) => Object.entries(unlike).some(([site, to]) => state[site] !== to));
}

function candidates(need: Exclude<Need, { kind: 'member' }>, world: World): readonly Found[] {
  if (need.kind === 'one') return eligible(need, world).map((one) => ({ one, label: 0 }));
  const { a, b } = need;
  const mirrored = a.agentName === b.agentName && a.site === b.site;
  return world.individuals.flatMap((one) => {
    const partner = one.agent === a.agentName ? one.partner[a.site] : undefined;
    if (partner?.site !== b.site || !matches(one, a.of) || !matches(partner.who, b.of)) return [];
    const seenFromTheOtherEnd = mirrored && matches(one, b.of) && matches(partner.who, a.of);
    return seenFromTheOtherEnd && partner.who.place < one.place
      ? []
      : [{ one, other: partner.who, label: 0 }];
  });
}

/** Two needs that the same molecules meet: the reactants are then an unordered pair. */
function alike(a: Need, b: Need): boolean {
  if (a.kind === 'member' && b.kind === 'member')
    return a.crowd.agent === b.crowd.agent && a.crowd.in.name === b.crowd.in.name;
  return (
    a.kind === 'one' &&
    b.kind === 'one' &&
    a.pattern.agent === b.pattern.agent &&
    JSON.stringify(a.pattern.where) === JSON.stringify(b.pattern.where)
  );
}

/** Picks whoever meets the needs, each as likely as any other; takes members out of their crowds. */
function find(
  needs: readonly Need[],
  world: World,
  g: Generator,
  craft: Craft,
): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const need of needs) {
    if (need.kind !== 'pair' && need.counted) continue;
    if (need.kind === 'member') {
      const n = world.crowds.count(need.crowd);
      if (n === 0) return undefined;
      found.push({ label: craft.carries(world.crowds.take(need.crowd, craft.pick(g, n))) });
    } else {
      const among = candidates(need, world).filter((c) => c.one !== found[0]?.one);
      if (among.length === 0) return undefined;
      found.push(among[craft.pick(g, among.length)]!);
    }
  }
  return found;
}

function search(propensities: readonly number[], target: number): number {
  let left = target;
  for (const [i, a] of propensities.entries()) {
    if (left < a) return i;
    left -= a;
  }
  return propensities.findLastIndex((a) => a > 0);
}

function sourceLabel(step: Step, { labels }: Experiment, g: Generator): number {
  const share = step.source === undefined ? undefined : labels?.[step.source];
  return share ? search(share, uniform53(g)) : 0;
}

const changed = (step: Step, found: readonly Found[]) =>
  step.needs
    .filter((need) => need.kind === 'pair' || !need.counted)
    .flatMap((_, i) => [found[i]!.one, found[i]!.other])
    .filter((one): one is Individual => one !== undefined)
    .map(({ agent, place }) => ({ agent, place }));

function rounded(x: number, g: Generator): number {
  return Math.floor(x) + (x % 1 > 0 && uniform53(g) < x % 1 ? 1 : 0);
}

function drawn(shares: Readonly<Record<string, number>>, g: Generator): string {
  const states = Object.keys(shares);
  return states[search(Object.values(shares), uniform53(g))]!;
}

import { molecules, spaceOf } from '../compile/numbers.js';
import { stateIn } from '../compile/patterns.js';
import type { Structure } from '../compile/resolved.js';
import { startsOf } from '../network/start.js';
import { moleculeText } from './bngl-patterns.js';
import { crowdText } from './bngl-rules.js';
import type { Sitter } from './portray.js';
import { wholeNumbers } from './whole.js';

/** Seed species with their amounts: crowds, and whole molecules in every combination of states that they start in. */
export function seedsOf(
  structure: Structure,
  { volume_um3, value, copies, whole }: Sitter,
): readonly string[] {
  const { model, crowds, facets } = structure;
  const written = (amounts: readonly number[]) => (whole ? wholeNumbers(amounts) : amounts);
  const ofCrowds = crowds.flatMap((crowd) => {
    const start = model.crowds.find(
      (p) => p.crowd.agent === crowd.agent && p.crowd.in.name === crowd.in.name,
    );
    const amount = start ? molecules(start.amount, value, spaceOf(crowd, volume_um3)) : 0;
    return written([amount]).map((n) => `  ${crowdText(crowd)} ${n}`);
  });
  const together = { facets, kin: new Set(model.individuals.map((p) => p.agent.agentName)) };
  const starts = startsOf(structure, together);
  const ofIndividuals = model.individuals.flatMap((present) => {
    const own = starts.filter((start) => start.present === present);
    const total = molecules(present.copies, value, volume_um3) * copies(present.agent.agentName);
    const amounts = written(own.map(({ share }) => total * share));
    return own.map(({ complex }, i) => {
      const states = complex.parts.flatMap(({ type, code }) =>
        facets[type]!.sites.map((site) => [site.name, site.states[stateIn(code, site)]!] as const),
      );
      return `  ${moleculeText(present.agent, new Map(states), new Map(), 1)} ${amounts[i]!}`;
    });
  });
  return [...ofCrowds, ...ofIndividuals];
}

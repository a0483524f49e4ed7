import { MEASURES } from '../analysis/validation/measures.js';
import { type Formula, name, num, over, product, sum } from '../export/formula.js';
import type { ParameterOf, Portrait } from '../export/portrait.js';
import { unitId } from '../export/units.js';
import type { Pattern } from '../language/agents.js';
import type { Flux, Readout } from '../language/readouts.js';
import { MOLECULES_PER_UM3_AT_1_UM } from '../language/unit-table.js';
import { countingOf, type Weighted } from '../meanfield/count.js';
import type { Network } from '../network/network.js';

/** What measures are written with: the network, its portrait, the ids of its species, and the water of the cell. */
export interface Ground {
  readonly network: Network;
  readonly portrait: Portrait;
  readonly ids: readonly string[];
  readonly volume_um3: number;
  readonly readouts: readonly Readout[];
}

/** A measure at a moment, as a formula of amounts and inputs; rates are those of that moment. */
export interface Moment {
  readonly value: Formula;
  readonly unit: ParameterOf['unit'];
  readonly says: string;
}

/** A measure written out, or why it cannot be. */
export function momentOf(measure: string, ground: Ground): Moment | { readonly why: string } {
  const { from, says, unit } = MEASURES[measure]!;
  switch (from.kind) {
    case 'label':
      return { why: `"${measure}" asks for labels, which this network does not carry` };
    case 'given': {
      const input = ground.network.structure.model.inputs.find((i) => i.name === from.input);
      if (input === undefined) return { why: `"${measure}" asks for the label of an input` };
      return { value: name(input.name), unit: unitId(input.unit), says };
    }
    case 'events': {
      const firings = from.rules.map((rule) => {
        const at = rule.lastIndexOf('.');
        return { rule: rule.slice(0, at), rate: rule.slice(at + 1), weight: 1 };
      });
      return { value: perHour(ground, firings, 1), unit: 'dimensionless', says: `${says}, ${unit}` };
    }
    case 'column': {
      const readout = ground.readouts.find((r) => r.id === from.column);
      if (readout === undefined) return { why: `"${measure}" is no number of this model` };
      const value = product([num(from.factor), readingOf(readout, ground)]);
      const typed = readout.kind === 'concentration' ? 'uM' : readout.kind === 'copies' ? 'item' : undefined;
      return { value, unit: typed ?? 'dimensionless', says: `${says}, ${unit}` };
    }
  }
}

function readingOf(readout: Readout, ground: Ground): Formula {
  const counted = (patterns: readonly Pattern[]) => sum(patterns.map((p) => countOf(ground, p)));
  switch (readout.kind) {
    case 'concentration': {
      const perUM = MOLECULES_PER_UM3_AT_1_UM * ground.volume_um3 * readout.of.in.share;
      return product([over(countOf(ground, readout.of), num(perUM, 'item')), num(1, 'uM')]);
    }
    case 'copies':
      return sum(readout.of.map(([pattern, weight]) => product([num(weight), countOf(ground, pattern)])));
    case 'fraction':
      return over(counted(readout.of), counted(readout.among));
    case 'flux': {
      if (readout.per === 'um3') return perHour(ground, readout.firings, 1 / ground.volume_um3);
      const share = over(firing(ground, readout.firings), countOf(ground, readout.per.percentOf));
      return product([num(100 * 3600, 'second'), share]);
    }
  }
}

type Firings = readonly { readonly rule: string; readonly rate: string; readonly weight: number }[];

const perHour = (ground: Ground, firings: Firings | Flux['firings'], factor: number): Formula =>
  over(product([num(3600 * factor, 'second'), firing(ground, firings)]), num(1, 'item'));

/** Firings per second of rules, each times its weight: the sum of the laws of their reactions. */
function firing({ network, portrait }: Ground, firings: Firings): Formula {
  const { channels } = network.structure;
  return sum(
    network.reactions.flatMap(({ channel }, r) => {
      const { rule, rate } = channels[channel]!;
      const weight = firings.reduce((w, f) => (f.rule === rule.id && f.rate === rate ? w + f.weight : w), 0);
      return weight === 0 ? [] : [product([num(weight), portrait.reactions[r]!.law])];
    }),
  );
}

function countOf({ network, ids }: Ground, pattern: Pattern): Formula {
  const { sums, total } = countingOf(network, pattern);
  const written = (terms: Weighted) =>
    sum(terms.map(({ s, weight }) => product([num(weight), name(ids[s]!)])));
  const [first, ...others] = sums.map(written);
  return others.reduce((so, share) => over(product([so, share]), written(total)), first!);
}

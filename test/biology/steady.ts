import { ratesOf } from '../../src/compile/instantiate.js';
import { saturationsOf } from '../../src/compile/saturations.js';
import { structureOf } from '../../src/compile/structure.js';
import type { Pattern } from '../../src/language/agents.js';
import type { Model } from '../../src/language/model.js';
import { resolve } from '../../src/language/parameters.js';
import { countOf } from '../../src/meanfield/count.js';
import { integrate } from '../../src/meanfield/integrate.js';
import { kineticsOf } from '../../src/meanfield/kinetics.js';
import { systemOf } from '../../src/meanfield/system.js';
import { networkOf } from '../../src/network/expand.js';
import { startingAmounts } from '../../src/network/start.js';

/** What the mean field is given: constant inputs, overridden parameters, factors on copies. */
export interface Given {
  readonly inputs?: Readonly<Record<string, number>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly copies?: Readonly<Record<string, number>>;
}
/** The mean field of a model in 1 um3; local error 1e-9, so that what is equal by the rules is equal here. */
export function meanField(model: Model) {
  const structure = structureOf(model);
  const network = networkOf(structure);
  const kinetics = kineticsOf(network);
  const rest = new Map(model.inputs.map((i) => [i.name, i.rest]));
  /** Lives from the fasted start, for so many hours. */
  return (hours: number, given: Given = {}) => {
    const value = resolve(model, given.parameters);
    const cell = { volume_um3: 1, value, copies: (agent: string) => given.copies?.[agent] ?? 1 };
    const rates = ratesOf(structure, cell)((name) => given.inputs?.[name] ?? rest.get(name)!);
    const system = systemOf(kinetics, rates, saturationsOf(structure, cell));
    const { path, advance } = integrate(system, startingAmounts(network, cell), 0, {
      relative: 1e-9,
      absolute: 1e-9,
    });
    advance(hours * 3600);
    const count = (pattern: Pattern) => countOf(network, pattern)(path.n);
    /** Firings in the next hour, by rule and direction. */
    const firedNext = (): ReadonlyMap<string, number> => {
      path.fired.fill(0);
      advance((hours + 1) * 3600);
      const fired = new Map<string, number>();
      structure.channels.forEach(({ rule, rate }, c) => {
        const name = `${rule.id}.${rate}`;
        fired.set(name, (fired.get(name) ?? 0) + path.fired[c]!);
      });
      return fired;
    };
    return { count, firedNext };
  };
}

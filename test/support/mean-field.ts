import { ratesOf } from '../../src/compile/instantiate.js';
import { saturationsOf } from '../../src/compile/saturations.js';
import { structureOf } from '../../src/compile/structure.js';
import type { Pattern } from '../../src/language/agents.js';
import type { Model } from '../../src/language/model.js';
import { resolve } from '../../src/language/parameters.js';
import { countOf } from '../../src/meanfield/count.js';
import { integrate, TOLERANCE } from '../../src/meanfield/integrate.js';
import { kineticsOf } from '../../src/meanfield/kinetics.js';
import { systemOf } from '../../src/meanfield/system.js';
import { networkOf } from '../../src/network/expand.js';
import { startingAmounts } from '../../src/network/start.js';

/** A model's mean field in a cell of this volume with its inputs at rest but for those given. */
export function meanFieldOf(
  model: Model,
  volume_um3 = 1,
  tolerance = TOLERANCE,
  inputs: Readonly<Record<string, number>> = {},
) {
  const structure = structureOf(model);
  const network = networkOf(structure);
  const cell = { volume_um3, value: resolve(model), copies: () => 1 };
  const rest = new Map(model.inputs.map((i) => [i.name, i.rest]));
  const rate = ratesOf(structure, cell)((name) => inputs[name] ?? rest.get(name)!);
  const system = systemOf(kineticsOf(network), rate, saturationsOf(structure, cell));
  const { path, advance } = integrate(system, startingAmounts(network, cell), 0, tolerance);
  const count = (pattern: Pattern): number => countOf(network, pattern)(path.n);
  return { structure, network, system, path, advance, count };
}

import { baseRate, molecules, spaceOf } from '../compile/numbers.js';
import type { Channel } from '../compile/resolved.js';
import type { Drive } from '../language/inputs.js';
import type { Lookup } from '../language/parameters.js';
import { type Parameter, parametersOfRule } from '../language/parameters.js';
import type { Constant, Rate } from '../language/rates.js';
import type { Law } from '../language/rules.js';
import { type Formula, name, over, power, product, sum } from './formula.js';
import { plainId } from './ids.js';
import type { ParameterOf } from './portrait.js';
import { unitId } from './units.js';

/** What a channel's law is made of: the factor without amounts, and the parameters that it names. */
export interface ChannelLaw {
  /** Rate constant and drives; amounts and laws come after it. */
  readonly factor: Formula;
  /** A factor of the rate, given the formula of the quantity it looks at. */
  readonly bends: readonly ((quantity: Formula) => Formula)[];
  readonly parameters: readonly ParameterOf[];
}

/** The law of a channel in a cell of this volume. */
export function channelLaw(channel: Channel, volume_um3: number, value: Lookup): ChannelLaw {
  const { rule, rate } = channel;
  const named = new Map<Rate | Constant, Parameter>(parametersOfRule(rule).map((p) => [p.of, p]));
  const used: ParameterOf[] = [];
  const constant = (of: Constant, unit: string, x: number): Formula => {
    const { name: parameter, note, evidence, sources } = named.get(of)!;
    const id = plainId(`c_${parameter}`);
    used.push({
      id,
      value: x,
      unit,
      description: `${parameter}, declared as ${value(of)} ${of.unit}`,
      evidence: { evidence, note, sources },
    });
    return name(id);
  };
  const per = ({ input, per: x }: Proportional): Formula => {
    const id = plainId(`c_${rule.id}_per_${input.name}`);
    const unit = unitId(input.unit);
    used.push({
      id,
      value: x,
      unit,
      description: `What ${input.name} is divided by in ${rule.id}`,
      evidence: undefined,
    });
    return name(id);
  };
  const k = kOf(channel, volume_um3, value);
  const factor = product([name(k.id), ...channel.drives.map((d) => driveFormula(d, value, constant, per))]);
  const bends = channel.laws.map(({ law }) => {
    const K = constant(law.K, 'item', molecules(law.K, value, spaceOf(law.by, volume_um3)));
    return (quantity: Formula) => bend(law, quantity, K);
  });
  const source = rule.rates[rate]!;
  return {
    factor,
    bends,
    parameters: [
      {
        ...k,
        description: `${rule.id}.${rate}${source.saturation ? ' over its Km' : ''}, declared as ${value(source)} ${source.saturation ? source.saturation.kcat.unit : source.unit}, here in molecules and seconds for this volume`,
        evidence: source.source,
      },
      ...used,
    ],
  };
}

function kOf(channel: Channel, volume_um3: number, value: Lookup) {
  const reactants = [channel.qa, channel.qb].filter((q) => q >= 0).length;
  return {
    id: plainId(`k_${channel.rule.id}_${channel.rate}`),
    value: baseRate(channel, volume_um3, value),
    unit: ['item_per_s', 'per_s', 'per_item_s'][reactants]!,
  };
}

/** Written without numbers: a number with a unit is more than some readers of SBML can take. */
function bend(law: Law, n: Formula, K: Formula): Formula {
  const [x, y] = law.power === 2 ? [product([n, n]), product([K, K])] : [n, K];
  return over(law.kind === 'inhibited' ? y : x, sum([y, x]));
}

type ConstantFormula = (of: Constant, unit: string, value: number) => Formula;

function driveFormula(
  drive: Drive,
  value: Lookup,
  constant: ConstantFormula,
  per: (drive: Proportional) => Formula,
): Formula {
  const u = name(drive.input.name);
  const unit = unitId(drive.input.unit);
  const bare = (of: Constant) => constant(of, 'dimensionless', value(of));
  switch (drive.kind) {
    case 'proportional': {
      const ratio = unit === 'dimensionless' && drive.per === 1 ? u : over(u, per(drive));
      const factors = product(new Array<Formula>(Math.abs(drive.power)).fill(ratio));
      return drive.power < 0 ? over(UNITY, factors) : factors;
    }
    case 'saturating':
      return over(u, sum([constant(drive.K, unit, value(drive.K)), u]));
    case 'inhibiting': {
      const K = constant(drive.K, unit, value(drive.K));
      return over(K, sum([K, u]));
    }
    case 'hill': {
      const x = power(over(u, constant(drive.K, unit, value(drive.K))), bare(drive.n));
      return sum([bare(drive.base), product([bare(drive.amplitude), over(x, sum([UNITY, x]))])]);
    }
  }
}
type Proportional = Extract<Drive, { kind: 'proportional' }>;

const UNITY = name('unity');
/** The number 1 as a parameter, so that no law holds a number whose unit would have to be said. */
export const unity: ParameterOf = {
  id: 'unity',
  value: 1,
  unit: 'dimensionless',
  description: 'The number 1',
  evidence: undefined,
};

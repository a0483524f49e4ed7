import { compartment, crowd, individual, oneOf, seat } from '../../src/language/agents.js';
import { labelSource } from '../../src/language/inputs.js';
import { type Model, present, presentCrowd } from '../../src/language/model.js';
import { assumed, constant, k } from '../../src/language/rates.js';
import { bind, chapter, exchange, make, remove, rule } from '../../src/language/rules.js';

/**
 * A small leucine world for tests of labels and identities: inflow of labelled leucine, reversible transamination by
 * an enzyme that keeps the nitrogen, a sensor that seats leucine, and ways out.
 */
const test = assumed('a test model');
export const water = compartment('cytosol', 1, 'all water');
export const Leucine = crowd('Leucine', { atoms: ['C1', 'N'], description: 'leucine' });
export const KIC = crowd('KIC', { atoms: ['C1'], description: 'keto acid' });
export const Glutamate = crowd('Glutamate', { atoms: ['N'], description: 'glutamate' });
export const Enzyme = individual('Enzyme', {
  sites: { cofactor: oneOf('PLP', 'PMP') },
  carries: ['N'],
  in: water,
  description: 'aminotransferase',
});
export const Sensor = individual('Sensor', {
  sites: { pocket: seat('Leucine') },
  in: water,
  description: 'sensor',
});
export const plasma = labelSource('plasma', 'leucine outside');

const leucine = Leucine({ in: water });
const kic = KIC({ in: water });
const glutamate = Glutamate({ in: water });
const lifted = exchange([Enzyme({ cofactor: 'PLP' }), leucine], [Enzyme({ cofactor: 'PMP' }), kic], {
  C1: [['Leucine', 'KIC']],
  N: [['Leucine', 'Enzyme']],
});
const passed = exchange([Enzyme({ cofactor: 'PMP' })], [Enzyme({ cofactor: 'PLP' }), glutamate], {
  N: [['Enzyme', 'Glutamate']],
});

export const pingPong: Model = {
  name: 'ping-pong',
  version: '1',
  compartments: [water],
  individuals: [
    present(Enzyme, constant(12, 'molecules', test)),
    present(Sensor, constant(15, 'molecules', test)),
  ],
  crowds: [
    presentCrowd(leucine, constant(200, 'molecules', test)),
    presentCrowd(kic, constant(60, 'molecules', test)),
    presentCrowd(glutamate, constant(80, 'molecules', test)),
  ],
  inputs: [],
  labelSources: [plasma],
  chapters: [
    chapter('Ping-pong', [
      rule('in', 'leucine comes in', make(leucine, plasma), { k: k(20, 'molecules/um3/s', test) }),
      rule('out', 'leucine leaves', remove(leucine, 'outside'), { k: k(0.1, '1/s', test) }),
      rule('lift', 'the enzyme lifts the nitrogen', lifted, {
        forward: k(0.02, 'um3/s', test),
        backward: k(0.05, 'um3/s', test),
      }),
      rule('pass', 'the nitrogen goes on to glutamate', passed, {
        forward: k(2, '1/s', test),
        backward: k(0.02, 'um3/s', test),
      }),
      rule('burn', 'KIC is burnt', remove(kic, 'CO2'), { k: k(0.05, '1/s', test) }),
      rule('sense', 'the sensor seats leucine', bind(Sensor().pocket, leucine), {
        on: k(0.01, 'um3/s', test),
        off: k(1, '1/s', test),
      }),
    ]),
  ],
};

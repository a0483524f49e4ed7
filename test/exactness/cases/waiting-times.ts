import { crowd, individual, oneOf } from '../../../src/language/agents.js';
import { change, make, remove, rule } from '../../../src/language/rules.js';
import { kolmogorovSmirnov } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import type { Case } from '../case.js';

const X = crowd('X', { description: 'comes and goes' })({ in: water });
const Light = individual('Light', { sites: { is: oneOf('off', 'on') }, in: water, description: 'a switch' });
const [BIRTH, DEATH, ON, OFF, LIGHTS] = [6, 0.5, 0.7, 1.3, 5];
const model = tiny('waiting', {
  individuals: [[Light, LIGHTS]],
  crowds: [[X, 0]],
  rules: [
    rule('birth', 'X comes', make(X), { k: per(BIRTH, 'molecules/um3/s') }),
    rule('death', 'X goes', remove(X, 'gone'), { k: per(DEATH, '1/s') }),
    rule('switch', 'a light goes on and off', change(Light, { is: 'off' }, { is: 'on' }), {
      forward: per(ON, '1/s'),
      backward: per(OFF, '1/s'),
    }),
  ],
});
const EVENTS = { quick: 40_000, deep: 1_000_000 };

/** Waits in units of their own mean are exponential, event by event, and so are the waits of each channel. */
export const waitingTimes: Case = {
  name: 'waiting times',
  oracle:
    'closed form: wait times the total propensity, and integrated propensity of each channel, exponential of mean 1',
  run: (engine, depth) => {
    let x = 0;
    let on = 0;
    let last_s = 0;
    const all: number[] = [];
    const elapsed: Record<string, number> = {};
    const own: Record<string, number[]> = {
      'birth.k': [],
      'death.k': [],
      'switch.forward': [],
      'switch.backward': [],
    };
    engine.simulate({
      model,
      volume_um3: 1,
      seed: 'waiting',
      sampleAt_s: [EVENTS[depth] / 16],
      observe: [],
      onEvent: ({ time_s, channel }) => {
        const propensity: Record<string, number> = {
          'birth.k': BIRTH,
          'death.k': DEATH * x,
          'switch.forward': ON * (LIGHTS - on),
          'switch.backward': OFF * on,
        };
        const wait_s = time_s - last_s;
        last_s = time_s;
        let total = 0;
        for (const [name, a] of Object.entries(propensity)) {
          total += a;
          elapsed[name] = (elapsed[name] ?? 0) + a * wait_s;
        }
        all.push(wait_s * total);
        own[channel]!.push(elapsed[channel]!);
        elapsed[channel] = 0;
        if (channel === 'birth.k') x++;
        if (channel === 'death.k') x--;
        if (channel === 'switch.forward') on++;
        if (channel === 'switch.backward') on--;
      },
    });
    const exponential = (t: number) => 1 - Math.exp(-t);
    return [
      kolmogorovSmirnov('waits of any event', all, exponential),
      ...Object.entries(own).map(([name, waits]) =>
        kolmogorovSmirnov(`waits of ${name}`, waits, exponential),
      ),
    ];
  },
};

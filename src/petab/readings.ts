import type { Leaf } from '../analysis/validation/formula.js';
import { MEASURES } from '../analysis/validation/measures.js';
import { boundsOf, type Clock } from '../analysis/validation/window.js';
import { type Formula, minus, name, num, over } from '../export/formula.js';
import { plainId } from '../export/ids.js';
import type { ParameterOf, Portrait, StepOf } from '../export/portrait.js';
import { type Ground, type Moment, momentOf } from './measures.js';

/** A leaf in the time of the model: a level at `to_s`, or the mean from `from_s` to `to_s`. */
export interface Spell {
  readonly measure: string;
  readonly from_s: number;
  readonly to_s: number;
}

/** When a leaf is, with the model's time 0 where settling begins. */
export function spellOf({ measure, when }: Leaf, clock: Clock, settle_s: number): Spell {
  const [from, to] = boundsOf(when, MEASURES[measure]!, clock).map(
    (t) => 60 * (t + clock.zero_min) + settle_s,
  );
  return { measure, from_s: from!, to_s: to! };
}

/** Readings of a model: what has to be added to it so that its measures can be asked for. */
export interface Readings {
  /** What a spell is, for someone who asks when time has come to `at_s`, its end or later; or why it cannot be said. */
  readonly read: (spell: Spell, at_s: number) => Formula | { readonly why: string };
  readonly added: () => Pick<Portrait, 'parameters' | 'rules' | 'steps'>;
}

/**
 * Each measure is a parameter under a rule; means are differences of its integral, kept by events: integrals are smooth, so no
 * integrator can step over a window.
 */
export function readingsOf(ground: Ground): Readings {
  const parameters = new Map<string, ParameterOf>();
  const rules = new Map<string, Portrait['rules'][number]>();
  const steps = new Map<string, StepOf>();
  const add = (id: string, { unit }: Moment, description: string) =>
    parameters.set(id, { id, value: 0, unit, description, evidence: undefined });
  const keep = (id: string, moment: Moment, time_s: number, value: Formula): Formula => {
    add(id, moment, `kept at ${time_s} s: ${moment.says}`);
    steps.set(id, { time_s, values: [{ id, value }] });
    // A state that does not move by itself: a bare parameter loses what an event set it to in some simulators.
    rules.set(id, { id, kind: 'rate', value: over(num(0, moment.unit), num(1, 'second')) });
    return name(id);
  };
  return {
    read({ measure, from_s, to_s }, at_s) {
      const moment = momentOf(measure, ground);
      if ('why' in moment) return moment;
      const now = `m_${measure}`;
      add(now, moment, moment.says);
      rules.set(now, { id: now, kind: 'value', value: moment.value });
      if (from_s === to_s)
        return at_s === to_s ? name(now) : keep(plainId(`${now}_at_${to_s}`), moment, to_s, name(now));
      const integral = `integral_${measure}`;
      add(integral, moment, `seconds times ${moment.says}`);
      rules.set(integral, { id: integral, kind: 'rate', value: over(name(now), num(1, 'second')) });
      const start = keep(plainId(`${integral}_at_${from_s}`), moment, from_s, name(integral));
      const mean = over(minus(name(integral), start), num(to_s - from_s));
      return at_s === to_s ? mean : keep(plainId(`mean_${measure}_${from_s}_to_${to_s}`), moment, to_s, mean);
    },
    added: () => ({
      parameters: [...parameters.values()],
      rules: [...rules.values()],
      steps: [...steps.values()].sort((a, b) => a.time_s - b.time_s),
    }),
  };
}

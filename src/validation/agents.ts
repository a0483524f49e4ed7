import { type At, type Given, impossible, keys } from './given.js';
import { cannot } from './messages.js';
import type { Intervention } from './target.js';

/** 1 mU/L of insulin in pM. */
const PM_PER_MU_PER_L = 6.67;
/** Share of leucine in the usual mixture of essential amino acids. */
const LEUCINE_IN_EAA = 0.35;
/** Share of HMB in its calcium salt. */
const HMB_IN_SALT = 0.8;
/** Plasma amino acids over fasted in an infusion whose rate is not said: that of Bohe 2001 (J Physiol 532:575). */
const USUAL_INFUSION_fold = 1.7;

interface Agent {
  readonly called: RegExp;
  readonly gives: (given: Intervention, at: At, rest: Rest) => Given;
}
/** The fasted value of an input with its unit, in words. */
export type Rest = (input: string) => string;

/** What one intervention gives the cell, in the words of a scenario. */
export function interventionOf(given: Intervention, at: At, rest: Rest): Given {
  const agent = AGENTS.find(({ called }) => called.test(given.agent));
  return agent === undefined ? impossible(cannot.agent(given.agent)) : agent.gives(given, at, rest);
}

const when = ({ t_min }: Intervention, at: At): string => at(t_min ?? 0);
const noDose = (given: Intervention): Given => impossible(cannot.dose(given.agent, given.dose));

/** Grams of what was taken by mouth; nothing where the dose is not a mass. */
function grams({ dose, unit }: Intervention): number | undefined {
  if (typeof dose !== 'number') return undefined;
  if (/^g\b/.test(unit ?? '')) return dose;
  return /^mg\b/.test(unit ?? '') ? dose / 1000 : undefined;
}

/** From what it was before to a level in the medium or plasma. */
const step = (input: string, level: string, given: Intervention, at: At, rest: Rest): Given =>
  keys({
    [input]: [
      [when(given, at), rest(input)],
      [when(given, at), level],
    ],
  });

const inMedium = ({ unit, route }: Intervention): boolean =>
  /medium/.test(route ?? '') || /^[num]?M$/.test(unit ?? '');

const whey = (given: Intervention, at: At): Given => {
  const dose = grams(given);
  if (dose === undefined) return noDose(given);
  const own = /whey/i.test(given.agent);
  return keys(
    { whey: { dose: `${dose} g`, at: when(given, at) } },
    own ? {} : { notes: [`${given.agent} given as whey, which has plasma curves`] },
  );
};

const AGENTS: readonly Agent[] = [
  {
    called: /^(EAA|essential)/i,
    gives: (given, at) => {
      const mass = grams(given);
      const share = given.leucine_percent === undefined ? LEUCINE_IN_EAA : given.leucine_percent / 100;
      const leucine = given.leucine_g ?? (mass === undefined ? undefined : mass * share);
      return leucine === undefined
        ? noDose(given)
        : keys({ EAA: { leucine: `${Number(leucine.toPrecision(4))} g`, at: when(given, at) } });
    },
  },
  {
    called: /^leucine \(in/i,
    gives: (given, at) => {
      const dose = grams(given);
      return dose === undefined
        ? noDose(given)
        : keys({ EAA: { leucine: `${dose} g`, at: when(given, at) } });
    },
  },
  {
    called: /leucine/i,
    gives: (given, at, rest) => {
      if (inMedium(given))
        return typeof given.dose === 'number'
          ? step('plasma_leucine', `${given.dose} ${given.unit}`, given, at, rest)
          : noDose(given);
      const dose = grams(given);
      return dose === undefined
        ? noDose(given)
        : keys({ leucine: { dose: `${dose} g`, at: when(given, at) } });
    },
  },
  { called: /whey|milk|egg|casein|soy|protein/i, gives: whey },
  {
    called: /meal|feeding/i,
    gives: (given, at) => {
      const dose = grams(given);
      return dose === undefined
        ? noDose(given)
        : keys({ meal: { protein: `${dose} g`, at: when(given, at) } });
    },
  },
  {
    called: /amino acid/i,
    gives: (given, at) => {
      const unsaid = given.dose == null && /infusion|intravenous/i.test(`${given.unit} ${given.route}`);
      if (!unsaid && (typeof given.dose !== 'number' || !/^(x|fold)/.test(given.unit ?? '')))
        return noDose(given);
      const long = given.duration_min ?? undefined;
      return keys(
        {
          'amino acid infusion': {
            fold: `x${unsaid ? USUAL_INFUSION_fold : given.dose}`,
            at: when(given, at),
            ...(long === undefined ? {} : { for: `${long} min` }),
          },
        },
        unsaid
          ? { notes: [`how much was infused is not said: x${USUAL_INFUSION_fold}, as in Bohe 2001`] }
          : {},
      );
    },
  },
  {
    called: /HMB/i,
    gives: (given, at) => {
      const salt = /ca\b|cahmb|calcium/i.test(given.agent);
      const mass = grams(given);
      const dose = given.HMB_g ?? (mass === undefined ? undefined : mass * (salt ? HMB_IN_SALT : 1));
      return dose === undefined
        ? noDose(given)
        : keys({
            hmb: { dose: `${dose} g`, form: salt ? 'calcium salt' : 'free acid', at: when(given, at) },
          });
    },
  },
  {
    called: /^(KIC|alpha-?ketoisocaproate|BCKA)/i,
    gives: (given, at, rest) =>
      typeof given.dose === 'number' && inMedium(given)
        ? step('plasma_kic', `${given.dose} ${given.unit}`, given, at, rest)
        : noDose(given),
  },
  {
    called: /insulin/i,
    gives: (given, at, rest) => {
      if (typeof given.dose !== 'number') return noDose(given);
      const level_pM = /mU\/L|uU\/mL/i.test(given.unit ?? '') ? given.dose * PM_PER_MU_PER_L : undefined;
      if (level_pM === undefined && given.unit !== 'pM') return noDose(given);
      return step('insulin', `${level_pM ?? given.dose} pM`, given, at, rest);
    },
  },
  {
    called: /carbohydrate|glucose/i,
    gives: (given, at) =>
      keys(
        { insulin: { forcing: 'insulin-factor-anthony2000', at: when(given, at) } },
        { notes: ['carbohydrate given as the insulin it raised in the rat'] },
      ),
  },
  { called: /^norleucine/i, gives: () => keys({}, { notes: ['norleucine does nothing in the model'] }) },
];

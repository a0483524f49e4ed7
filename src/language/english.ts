import type { Pattern, SiteRef } from './agents.js';
import { figure } from './columns.js';
import type { Drive } from './inputs.js';
import type { Model } from './model.js';
import { cited } from './notation.js';
import type { Constant, Evidence, Rate } from './rates.js';
import type { Exchange, Law, Plain, Rule } from './rules.js';
import { catalystsOf, isBoundTo, plainOf, startOf } from './walk.js';

/** The model in English: a heading a chapter, a sentence a rule, built from what the rules say, not from what is said of them. */
export const english = (model: Model): string =>
  model.chapters.map((c) => `${c.title}\n\n${c.rules.map((r) => `${sentenceOf(r)}\n`).join('')}`).join('\n');

/** One rule in English: `Sensor with an empty pocket binds leucine in the cytosol (0.15 /(uM min), derived) and lets it go (3 /min, assumed).` */
export function sentenceOf(rule: Rule): string {
  const catalysts = catalystsOf(rule.event).map(noun);
  const bends = [...(rule.laws ?? []).map(lawPhrase), ...(rule.drives ?? []).map(drivePhrase)];
  const parts = [
    happens(plainOf(rule.event), rule.rates),
    ...(catalysts.length > 0 ? [`by ${catalysts.join(' and ')}`] : []),
    ...bends,
    ...routePhrases(plainOf(rule.event)),
  ];
  const more = [
    ...(rule.driven ? [' Energy is spent on it.'] : []),
    ...(rule.approximation === undefined ? [] : [` Approximation: ${rule.approximation}.`]),
  ];
  return `${capital(parts.join(', '))}.${more.join('')}`;
}

type Rates = Rule['rates'];

function happens(event: Plain, rates: Rates): string {
  const there = aside(rates.on ?? rates.forward ?? rates.k);
  const back = (words: string) => {
    const rate = rates.off ?? rates.backward;
    return rate === undefined ? '' : ` and ${words} ${aside(rate)}`;
  };
  switch (event.verb) {
    case 'bind':
      return `${binder(event.a)} binds ${held(event.b)} ${there}${back('lets it go')}`;
    case 'unbind': {
      const after = [
        ...written(event.a, event.writes.a),
        ...(event.b.kind === 'site' ? written(event.b, event.writes.b) : []),
      ];
      return `${binder(event.a)} lets go of ${held(event.b)} ${there}${after.length > 0 ? `, which leaves ${listed(after)}` : ''}`;
    }
    case 'change': {
      const becomes = Object.entries(event.to).map(([site, state]) => `${site} ${state}`);
      return `${noun(startOf(event))} turns to ${listed(becomes)} ${there}${back('back')}`;
    }
    case 'exchange': {
      const verb = event.take.length === 1 ? 'becomes' : 'become';
      const [taken, given] = [event.take, event.give].map((side) => listed(side.map(noun)) || 'nothing');
      return `${taken} ${verb} ${given} ${there}${back('back')}`;
    }
    case 'move':
      return `${named(event.crowd)} moves from the ${event.crowd.in.name} to the ${event.into.name} ${there}${back('back')}`;
    case 'make':
      return `${noun(event.give)} appears ${there}${event.labelledAs ? `, labelled as ${event.labelledAs.name}` : ''}`;
    case 'remove':
      return `${noun(event.take)} ends as ${event.fate} ${there}`;
  }
}

/** A pattern as a noun phrase: `Sensor with an empty pocket and mark plain`, `leucine in the cytosol`. */
function noun(pattern: Pattern): string {
  if (pattern.kind === 'crowd') return `${named(pattern)} in the ${pattern.in.name}`;
  const conditions = Object.entries(pattern.where).map(([site, c]) =>
    conditionPhrase(pattern.agent.sites[site]?.kind, site, c),
  );
  return `${pattern.agent.agentName}${conditions.length > 0 ? ` with ${listed(conditions)}` : ''}`;
}

function conditionPhrase(
  kind: 'value' | 'bond' | 'seat' | undefined,
  site: string,
  condition: unknown,
): string {
  if (isBoundTo(condition)) return `${noun(condition.partner)} at its ${site}`;
  if (Array.isArray(condition)) return `${site} ${condition.join(' or ')}`;
  if (kind === 'value') return `${site} ${String(condition)}`;
  if (condition === 'empty' || condition === 'free' || condition === 'bound')
    return `${condition === 'empty' ? 'an' : 'a'} ${condition} ${site}`;
  return condition === 'taken' ? `a filled ${site}` : `${lower(String(condition))} in its ${site}`;
}

const binder = (ref: SiteRef): string =>
  ref.site in ref.of.where ? noun(ref.of) : `${noun(ref.of)}, at its ${ref.site},`;

const held = (end: SiteRef | Pattern): string => (end.kind === 'site' ? noun(end.of) : noun(end));

const written = (ref: SiteRef, writes: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries(writes).map(([site, state]) => `${ref.agentName} with ${site} ${state}`);

function routePhrases(event: Plain): readonly string[] {
  return event.verb === 'exchange'
    ? (Object.keys(event.atoms) as (keyof Exchange['atoms'])[]).flatMap((atom) =>
        (event.atoms[atom] ?? []).map(([from, to]) => `${atom} going from ${from} to ${to}`),
      )
    : [];
}

function lawPhrase(law: Law): string {
  const verb = law.kind === 'inhibited' ? 'slowed' : 'quickened';
  return `${verb} by ${noun(law.by)}${law.power === 2 ? ' squared' : ''} (${law.name} ${quantity(law.K)})`;
}

function drivePhrase(drive: Drive): string {
  const u = drive.input.name;
  switch (drive.kind) {
    case 'proportional': {
      const power = drive.power === 1 ? '' : ` to the power ${drive.power}`;
      return `in proportion to ${u}${drive.per === 1 ? '' : `/${drive.per}`}${power}`;
    }
    case 'saturating':
      return `saturating with ${u} (K ${quantity(drive.K)})`;
    case 'inhibiting':
      return `slowed by ${u} (K ${quantity(drive.K)})`;
    case 'hill':
      return `${drive.amplitude.value < 0 ? 'falling' : 'rising'} with ${u} along a Hill curve from ${figure(drive.base.value)} to ${figure(drive.base.value + drive.amplitude.value)} (K ${quantity(drive.K)}, n ${figure(drive.n.value)})`;
  }
}

function aside(rate: Rate | undefined): string {
  if (rate === undefined) return '';
  if (rate.saturation === undefined) return `(${quantity(rate)}, ${restsOn(rate.source)})`;
  const { kcat, Km } = rate.saturation;
  return `(at most ${quantity(kcat)}, ${restsOn(kcat.source)}; half of it at ${quantity(Km)}, ${restsOn(Km.source)})`;
}

/** What a number rests on: `measured by Wolfson et al. 2016`, `assumed`. */
function restsOn({ evidence, sources }: Evidence): string {
  const link = { measured: 'by', derived: 'from', calibrated: 'with', assumed: 'in view of' }[evidence];
  return sources.length === 0 ? evidence : `${evidence} ${link} ${sources.map(cited).join(', ')}`;
}

const quantity = ({ value, unit }: Rate | Constant): string =>
  `${figure(value)}${unit === '1' ? '' : ` ${unit.replace(/^1\//, '/')}`}`;

const named = (pattern: Pattern): string => lower(pattern.agent.agentName);

/** Words become lower case within a sentence; names with digits or capitals inside (KIC, mTORC1) stay. */
const lower = (name: string): string => (/^[A-Z][a-z]+$/.test(name) ? name.toLowerCase() : name);

const capital = (sentence: string): string =>
  /^[a-z]+\b(?![A-Z0-9])/.test(sentence) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

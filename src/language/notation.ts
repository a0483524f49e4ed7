import type { Pattern, SiteRef } from './agents.js';
import type { Drive } from './inputs.js';
import { parametersOfRule } from './parameters.js';
import type { Citation, Constant } from './rates.js';
import type { Event, Law, Rule } from './rules.js';
import { isBoundTo, isReversible, startOf } from './walk.js';

/** A rule's event in the notation of reactions: `Sensor(mark: plain) -> Sensor(mark: marked), by Target(gap: on)`. */
export function notation(rule: Rule): string {
  return notationOf(rule.event, isReversible(rule) ? '<->' : '->');
}

/** A pattern: `Sensor(pocket: empty)`, or `Leucine[cytosol]` for a crowd. */
export function patternText(pattern: Pattern): string {
  if (pattern.kind === 'crowd') return `${pattern.agent.agentName}[${pattern.in.name}]`;
  const conditions = Object.entries(pattern.where).map(([site, c]) => `${site}: ${conditionText(c)}`);
  return `${pattern.agent.agentName}${conditions.length > 0 ? `(${conditions.join(', ')})` : ''}`;
}

/** The factors of a rate, as formulas in the rule's numbers: `1/(1 + KIC[matrix]/Ki)`. */
export function factorsOf(rule: Rule): readonly string[] {
  const names = new Map(parametersOfRule(rule).map((p) => [p.of, p.name.slice(rule.id.length + 1)]));
  const name = (of: Constant) => names.get(of)!;
  return [
    ...(rule.laws ?? []).map((law) => lawText(law, name)),
    ...(rule.drives ?? []).map((drive) => driveText(drive, name)),
  ];
}

/** A citation as running text has it: `Wolfson et al. 2016`. */
export const cited = (source: Citation): string => `${source.authors} ${source.year}`;

function notationOf(event: Event, arrow: string): string {
  switch (event.verb) {
    case 'bind':
      return `${endText(event.a)} + ${endText(event.b)} ${arrow} ${joined(event.a, event.b)}`;
    case 'unbind':
      return `${joined(event.a, event.b)} ${arrow} ${endText(event.a, event.writes.a)} + ${endText(event.b, event.writes.b)}`;
    case 'change': {
      const start = startOf(event);
      const end = { ...start, where: { ...start.where, ...event.to } };
      return `${patternText(start)} ${arrow} ${patternText(end)}`;
    }
    case 'exchange':
      return `${sideText(event.take)} ${arrow} ${sideText(event.give)}`;
    case 'move':
      return `${patternText(event.crowd)} ${arrow} ${patternText({ ...event.crowd, in: event.into })}`;
    case 'make':
      return `0 ${arrow} ${patternText(event.give)}${event.labelledAs ? ` as ${event.labelledAs.name}` : ''}`;
    case 'remove':
      return `${patternText(event.take)} ${arrow} ${event.fate}`;
    case 'by':
      return `${notationOf(event.event, arrow)}, by ${patternText(event.catalyst)}`;
  }
}

const sideText = (side: readonly Pattern[]): string => side.map(patternText).join(' + ') || '0';

const conditionText = (condition: unknown): string =>
  isBoundTo(condition)
    ? patternText(condition.partner)
    : Array.isArray(condition)
      ? condition.join(' or ')
      : String(condition);

type End = SiteRef | Extract<Pattern, { kind: 'crowd' }>;

const endText = (end: End, writes: Readonly<Record<string, string>> = {}): string =>
  end.kind === 'crowd'
    ? patternText(end)
    : `${patternText({ ...end.of, where: { ...end.of.where, ...writes } })}.${end.site}`;

/** The pair, its members without the conditions on the sites that hold: those are said by the dot. */
function joined(a: SiteRef, b: End): string {
  const member = (ref: SiteRef) =>
    patternText({
      ...ref.of,
      where: Object.fromEntries(Object.entries(ref.of.where).filter(([site]) => site !== ref.site)),
    });
  return `${member(a)}.${a.site}:${b.kind === 'crowd' ? b.agent.agentName : `${member(b)}.${b.site}`}`;
}

type NameOf = (of: Constant) => string;

function lawText(law: Law, name: NameOf): string {
  const bare = `${patternText(law.by)}/${name(law.K)}`;
  const ratio = law.power === 2 ? `(${bare})^2` : bare;
  return law.kind === 'inhibited' ? `1/(1 + ${ratio})` : `${ratio}/(1 + ${ratio})`;
}

function driveText(drive: Drive, name: NameOf): string {
  const u = drive.input.name;
  switch (drive.kind) {
    case 'proportional': {
      const ratio = drive.per === 1 ? u : `(${u}/${drive.per})`;
      return drive.power === 1 ? ratio : `${ratio}^${drive.power}`;
    }
    case 'saturating':
      return `${u}/(${name(drive.K)} + ${u})`;
    case 'inhibiting':
      return `1/(1 + ${u}/${name(drive.K)})`;
    case 'hill': {
      const [K, n, base, amplitude] = [drive.K, drive.n, drive.base, drive.amplitude].map(name);
      return `(${base} + ${amplitude} ${u}^${n}/(${K}^${n} + ${u}^${n}))`;
    }
  }
}

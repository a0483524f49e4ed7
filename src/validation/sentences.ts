import { cannot } from './messages.js';
import { type Clause, clausesOf } from './sentence-clauses.js';
import { comparisonIn } from './sentence-comparisons.js';
import { partOf } from './sentence-parts.js';
import { sameIn } from './sentence-sameness.js';
import { shapeIn } from './sentence-shapes.js';
import type { Around } from './sentence-values.js';
import { type Words, wordsOf } from './sentence-words.js';
import { statesOf } from './states.js';
import type { Target } from './target.js';

/** One statement of a sentence: as a formula, or the words that were not understood. */
export type Statement = { readonly formula: string } | { readonly unread: string; readonly why?: string };

/**
 * An inequality said in words, as formulas, one for each statement that it makes; nothing where none of it is
 * understood. A statement is read only if all of its words are.
 */
export function statementsOf(target: Target, sentence: string): readonly Statement[] | undefined {
  const w = wordsOf(target);
  const known = (words: string) =>
    w.armNamed(words) !== undefined || /^(fasted|rest|basal|post|[\d.]+ ?g)$/i.test(words);
  let before: Around = { w };
  const said = clausesOf(withoutWhatNobodyTook(sentence, target), known).flatMap(
    (clause): readonly Statement[] => {
      const formulas = clauseIn(clause, before);
      if (formulas === undefined) return [{ unread: clause.text }];
      before = { ...before, ...leftBy(clause, w) };
      return formulas.map((statement) =>
        'formula' in statement && comparesIdle(statement.formula, w)
          ? { unread: clause.text, why: cannot.sameArms() }
          : statement,
      );
    },
  );
  return said.some((s) => 'formula' in s || s.why !== undefined) ? said : undefined;
}

/** Arms of which the protocol says nothing would be one and the same. */
const comparesIdle = (formula: string, w: Words): boolean => {
  const arms = new Set([...formula.matchAll(/\[([^,\]]+), /g)].map(([, arm]) => arm!));
  const states = w.target.protocol.arms.flatMap((a) =>
    arms.has(a.id) ? [JSON.stringify(statesOf(w.target, a))] : [],
  );
  return arms.size > 1 && [...arms].every((arm) => w.idle.includes(arm)) && new Set(states).size === 1;
};

/** "Without leucine" goes without saying where no arm is given any. */
function withoutWhatNobodyTook(sentence: string, { protocol }: Target): string {
  const found = / without (leucine|amino acids|protein|insulin|food)$/i.exec(sentence);
  if (found === null) return sentence;
  const taken = protocol.arms.some((a) => a.interventions.length > 0 || a.forcing !== null);
  return taken ? sentence : sentence.slice(0, found.index);
}

/** A clause, or the two that "and", "while" or "but" joins in it. */
function clauseIn(clause: Clause, before: Around): readonly Statement[] | undefined {
  const around = clause.topic === undefined ? before : withTopic(clause.topic, before);
  if (around === undefined) return undefined;
  if (EXCEPT.test(clause.text)) return undefined;
  const whole = scopedIn(clause.text, clause.tolerance, around);
  if (whole !== undefined) return whole.map((formula) => ({ formula }));
  for (const joint of clause.text.matchAll(/,? (?:and|while|but) |, /g)) {
    const [a, b] = [clause.text.slice(0, joint.index), clause.text.slice(joint.index + joint[0].length)];
    const first =
      scopedIn(a, clause.tolerance, around) ??
      scopedIn(`${a}${predicateOf(b, around.w)}`, clause.tolerance, around);
    const second = scopedIn(b, clause.tolerance, { ...around, ...leftBy({ text: a }, around.w) });
    const bare = joint[0] === ', ';
    if (bare ? first === undefined || second === undefined : first === undefined && second === undefined)
      continue;
    return [...asStatements(first, a), ...asStatements(second, b)];
  }
  return undefined;
}

const asStatements = (formulas: readonly string[] | undefined, words: string): readonly Statement[] =>
  formulas?.map((formula) => ({ formula })) ?? [{ unread: words }];

/** What "A and B are raised" says of A: what follows the quantity or arm that B begins with. */
function predicateOf(text: string, w: Words): string {
  const words = text.split(' ');
  for (let i = words.length - 1; i > 0; i--)
    if (partOf(words.slice(0, i).join(' '), w) !== undefined) return ` ${words.slice(i).join(' ')}`;
  return '';
}

/** A topic that is an arm or a quantity, or says in words what the statement after it says in numbers. */
function withTopic(topic: string, before: Around): Around | undefined {
  const { w } = before;
  const part = partOf(topic.replace(/ does not differ between \w+$/, ''), w);
  if (topic.split(' while ').every((half) => /\bx ?[\d.]+ at [\d.]+ (?:min|h)$/.test(half))) return before;
  if (part === undefined || part.reference === true || part.when !== undefined) return undefined;
  return {
    w,
    arm: part.arm ?? before.arm,
    measure: part.measure ?? before.measure,
  };
}

/** What a statement leaves to the next: the quantity and arm that it begins with. */
function leftBy({ text }: Clause, w: Words): Partial<Around> {
  const begins = text.split(/ (?:<=|>=|<|>|=|elevated|raised|lower|higher) ?/)[0]!;
  const measure = partOf(begins, w)?.measure;
  const arm = / in the (.+?) arm\b/.exec(text)?.[1];
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(arm === undefined ? {} : { arm: w.armNamed(arm) }),
  };
}

const EACH = / (?:in|for) (?:both|each|all|either)(?: ([\w-]+?))??(?: (?:arms?|groups?|legs?|doses))?$/;
const IN_ARM = / in (?:the )?([\w.-]+?)(?: arm(?= |$)|$)/;
const EXCEPT = /\b(?:but|and) not\b|\bexcept\b/;
const EVERY_TIME = / at (?:every|each|all) times?(?: points?)?$/;

/** A statement in every arm that it is meant for. */
function scopedIn(
  text: string,
  tolerance: number | undefined,
  around: Around,
): readonly string[] | undefined {
  const { w } = around;
  if (EVERY_TIME.test(text) && w.times_min.length > 0)
    return every(w.times_min, (t) => scopedIn(text.replace(EVERY_TIME, ` at ${t} min`), tolerance, around));
  const same = sameIn(text, tolerance, around);
  if (same !== undefined) return same;
  const read = (words: string, arm: string | undefined) => {
    const inside = { ...around, arm };
    return shapeIn(words, tolerance, inside) ?? comparisonIn(words, tolerance, inside);
  };
  const each = EACH.exec(text);
  if (each !== null) {
    const meant = w.arms.filter((a) => each[1] === undefined || a.includes(each[1]));
    return meant.length < 2 ? undefined : every(meant, (arm) => read(text.replace(EACH, ''), arm));
  }
  const named = IN_ARM.exec(text);
  const direct = read(text, around.arm);
  if (direct !== undefined) return direct;
  if (named !== null) {
    const arm = w.armNamed(named[1]!);
    return arm === undefined ? undefined : read(text.replace(IN_ARM, ''), arm);
  }
  const done = w.arms.filter((a) => !w.idle.includes(a));
  return around.arm === undefined && (done.length === w.arms.length || done.length === 1)
    ? every(done, (arm) => read(text, arm))
    : undefined;
}

/** All of them, or nothing. */
function every<T>(
  members: readonly T[],
  read: (member: T) => readonly string[] | undefined,
): readonly string[] | undefined {
  const all = members.map(read);
  return all.some((x) => x === undefined) ? undefined : [...new Set(all.flatMap((x) => x!))];
}

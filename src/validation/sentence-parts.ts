import type { Words } from './sentence-words.js';
import { boutOf } from './states.js';

/** What is said about one side of a comparison: a number, or which measure, where, when, and as what. */
export interface Part {
  readonly number?: number;
  readonly factor?: number;
  readonly measure?: string;
  readonly arm?: string;
  readonly when?: string;
  /** A time said after a resting value, which is that of the other side: "above rest at 60 min". */
  readonly whenOfOther?: string;
  /** A resting or fasted value of whatever the other side speaks of. */
  readonly reference?: true;
  readonly as?: 'fold' | 'change' | 'increment' | 'peak' | 'peak increment' | 'share';
}

const REFERENCE =
  /^(?:the )?(?:own )?(?:fasted|fasting|basal|baseline|rest|resting|control|untreated|start)(?: value)?$/i;

/** Reads one side; nothing where any of its words is not understood. */
export function partOf(said: string, w: Words): Part | undefined {
  const text = said.trim().replace(/^(?:the|still|only|is|was|are) /i, '');
  const number = /^(-?\d+(?:\.\d+)?)( ?%)?$/.exec(text);
  if (number !== null) return { number: Number(number[1]) / (number[2] === undefined ? 1 : 100) };
  const scaled =
    /^(\d+(?:\.\d+)?) ?(?:x|times|\*) (.+)$/.exec(text) ?? /^(\d+(?:\.\d+)?) ?% of (.+)$/.exec(text);
  if (scaled !== null) {
    const part = partOf(scaled[2]!, w);
    const factor = Number(scaled[1]) / (/^[\d.]+ ?%/.test(text) ? 100 : 1);
    return part === undefined || part.number !== undefined ? undefined : { ...part, factor };
  }
  const fold = /^(.+) fed ?\/ ?fasted$/i.exec(text);
  const whose = fold === null ? undefined : w.armNamed(fold[1]!);
  if (whose !== undefined) return { arm: whose, as: 'fold' };
  const timed = timeIn(text, w);
  const named = namedIn(timed.rest.trim(), w);
  if (named === undefined) return undefined;
  if (timed.when !== undefined && named.reference === true) return { ...named, whenOfOther: timed.when };
  if (timed.when !== undefined && named.when !== undefined) return undefined;
  return { ...named, ...(timed.when === undefined ? {} : { when: timed.when }) };
}

const T = '(\\d+(?:\\.\\d+)?)';
const minutes = (t: string, unit: string | undefined): number => Number(t) * (unit === 'h' ? 60 : 1);

/** A time taken out of words. */
export function timeIn(text: string, w: Words): { readonly rest: string; readonly when?: string } {
  const window =
    new RegExp(`\\[${T}, ?${T}\\]`).exec(text) ??
    new RegExp(` ?\\b(?:at|from|between|over) ${T}(?: to |-| and )${T} ?min\\b`).exec(text);
  if (window !== null) return { rest: text.replace(window[0], ' '), when: `${window[1]}..${window[2]}` };
  const at = new RegExp(` ?\\b(?:at|by) ${T} ?(min|h)?(?: after(?:wards)?)?(?=\\s|$)`).exec(text);
  if (at !== null) {
    const t = minutes(at[1]!, at[2]);
    return { rest: text.replace(at[0], ' '), when: t === 0 ? 'fasted' : String(t) };
  }
  const exercise = w.target.protocol.arms.find((a) => a.exercise !== null)?.exercise;
  if (exercise == null) return { rest: text };
  const [from_min, to_min] = boutOf(exercise);
  const [during, after] = [/ ?during exercise\b/.exec(text), / ?immediately after\b/.exec(text)];
  if (during !== null) return { rest: text.replace(during[0], ' '), when: `${from_min}..${to_min}` };
  if (after !== null) return { rest: text.replace(after[0], ' '), when: String(to_min) };
  return { rest: text };
}

const AS: readonly (readonly [RegExp, NonNullable<Part['as']>])[] = [
  [/^peak increment$/i, 'peak increment'],
  [/^peak(?: of)?\b ?| peak$/i, 'peak'],
  [/^fold\b ?| fold$/i, 'fold'],
  [/^change\b ?(?:in )?| change$/i, 'change'],
  [/^increment\b ?(?:in )?| increment$/i, 'increment'],
];

function namedIn(text: string, w: Words): Part | undefined {
  if (w.armNamed(text) !== undefined) return { arm: w.armNamed(text)! };
  for (const [pattern, as] of AS)
    if (pattern.test(text)) {
      const rest = text.replace(pattern, '').replace(/^\((.*)\)$/, '$1');
      const inner = rest === '' || rest === 'of' ? {} : namedIn(rest.trim(), w);
      return inner === undefined || inner.as !== undefined ? undefined : { ...inner, as };
    }
  if (/^(?:the )?value$/i.test(text) || text === '') return {};
  if (REFERENCE.test(text)) return { reference: true, when: 'fasted' };
  if (/^(fed|post)$/i.test(text)) return {};
  const measure = w.measureNamed(text);
  const share = /\b(fraction|share)\b|%/.test(text) ? ({ as: 'share' } as const) : {};
  const own = w.arms.length > 1 && /^(hmb|leucine|insulin|kic)$/i.test(text) ? w.armNamed(text) : undefined;
  if (measure !== undefined && own === undefined)
    return /^basal\b/i.test(text) ? { measure, when: 'fasted', ...share } : { measure, ...share };
  return placedIn(text, w);
}

/** A measure with the arm it is of: "p-S6K(rest)", "rest p-S6K", "p-S6K in rest", "fed(3.5 g)". */
function placedIn(text: string, w: Words): Part | undefined {
  const called = /^(.+?)\(([^()]+)\)$/.exec(text);
  const pair = called === null ? / (?:in|at) /.exec(text) : null;
  const [what, where] =
    called !== null
      ? [called[1]!, called[2]!]
      : pair === null
        ? ['', '']
        : [text.slice(0, pair.index), text.slice(pair.index + pair[0].length)];
  if (what !== '') {
    const place = w.armNamed(where) === undefined ? namedIn(where, w) : { arm: w.armNamed(where)! };
    const value = w.measureNamed(what);
    if (place === undefined || place.measure !== undefined) return undefined;
    const bare = /^(fed|fold|peak|value)$/i.test(what);
    if (value === undefined && !bare) return undefined;
    const share = /\b(fraction|share)\b|%/.test(what) ? ({ as: 'share' } as const) : {};
    return { ...place, ...share, ...(value === undefined ? {} : { measure: value }) };
  }
  const words = text.split(' ');
  for (let i = words.length - 1; i > 0; i--) {
    const arm = w.armNamed(words.slice(0, i).join(' '));
    const tail = words.slice(i).join(' ');
    if (arm === undefined) continue;
    if (/^(fed|value|ratio)$/i.test(tail)) return { arm };
    if (REFERENCE.test(tail)) return { arm, when: 'fasted' };
    const measure = w.measureNamed(tail);
    if (measure !== undefined) return { arm, measure };
  }
  return undefined;
}

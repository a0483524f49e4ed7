import { MEASURES } from '../analysis/validation/measures.js';
import type { Target } from './target.js';
import { measureNamed } from './words.js';

/**
 * An inequality said in words, as a formula, where its words are of a kind that is understood: arms, times, folds,
 * peaks, "between", "within"; nothing where any of it is not.
 */
export function sentenceAsFormula(target: Target, sentence: string): string | undefined {
  for (const [pattern, write] of FORMS) {
    const found = pattern.exec(sentence.trim());
    const formula = found === null ? undefined : write(found, wordsOf(target));
    if (formula !== undefined) return formula;
  }
  return undefined;
}

/** What the words of a target stand for. */
interface Words {
  /** An arm as named, or the only one. */
  readonly arm: (name: string) => string | undefined;
  readonly sole: string | undefined;
  /** Whether these words are part of what the target observes. */
  readonly observes: (words: string) => boolean;
  /** `measure[arm, when]` of the words of a measure, or of the target's own. */
  readonly value: (
    measure: string | undefined,
    arm: string | undefined,
    when: string | undefined,
  ) => string | undefined;
  /** The window in which the target measures an arm that was fed. */
  readonly fed: (arm: string) => string;
  readonly last_min: number;
}

function wordsOf(target: Target): Words {
  const arms = target.protocol.arms.map((a) => a.id);
  const sole = arms.length === 1 ? arms[0] : undefined;
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  const spots = [...target.points, ...target.accept.bands];
  const own = Object.hasOwn(MEASURES, target.observable)
    ? target.observable
    : measureNamed(target.observable);
  return {
    sole,
    observes: (name) => plain(target.observable).includes(plain(name)),
    arm: (name) => arms.find((id) => plain(id) === plain(name)),
    value: (words, arm, when) => {
      const measure = words === undefined || words === '' ? own : measureNamed(words);
      return measure === undefined || arm === undefined || when === undefined
        ? undefined
        : `${measure}[${arm}, ${when}]`;
    },
    fed: (arm) => {
      const window = spots.find((s) => s.arm === arm && s.window !== undefined)?.window ?? [0, 180];
      return `${window[0]}..${window[1]}`;
    },
    last_min: Math.max(180, ...spots.flatMap((s) => [s.t_min ?? 0, ...(s.window ?? [])])),
  };
}

type Write = (found: RegExpExecArray, words: Words) => string | undefined;
const N = '(-?[\\d.]+)';
const CMP = '(<=|>=|<|>)';
const regex = (source: string) => new RegExp(`^${source}(?:\\s*[(,;].*)?$`, 'i');
const all = (
  parts: readonly (string | undefined)[],
  join: (p: readonly string[]) => string,
): string | undefined => (parts.some((p) => p === undefined) ? undefined : join(parts as readonly string[]));

const FORMS: readonly (readonly [RegExp, Write])[] = [
  [
    regex(`(?:peak)(?: of [\\w -]+)? between ${N} and ${N} min`),
    ([, a, b], w) =>
      all([w.value('', w.sole, `0..${w.last_min}`)], ([m]) => `${a} <= peak_time(${m}) <= ${b}`),
  ],
  [
    regex(`(?:(\\S+) )?fed ?/ ?fasted between ${N} and ${N}`),
    ([, name, a, b], w) => {
      const arm = name === undefined ? w.sole : w.arm(name);
      return arm === undefined
        ? undefined
        : all(
            [w.value('', arm, w.fed(arm)), w.value('', arm, 'fasted')],
            ([x, y]) => `${a} <= ${x} / ${y} <= ${b}`,
          );
    },
  ],
  [
    regex(`fed ${CMP} fasted`),
    ([, c], w) =>
      w.sole === undefined
        ? undefined
        : all(
            [w.value('', w.sole, w.fed(w.sole)), w.value('', w.sole, 'fasted')],
            ([x, y]) => `${x} ${c} ${y}`,
          ),
  ],
  [
    regex(`value at ${N} min ${CMP} value at ${N}(?: min)?`),
    ([, t, c, u], w) =>
      all(
        [w.value('', w.sole, t), w.value('', w.sole, Number(u) === 0 ? 'fasted' : u)],
        ([x, y]) => `${x} ${c} ${y}`,
      ),
  ],
  [
    regex(`(?:fold|value) at ${N} min ${CMP} ${N}(?: while .*)?`),
    ([, t, c, level], w) =>
      all([w.value('', w.sole, t), w.value('', w.sole, 'fasted')], ([x, y]) => `${x} / ${y} ${c} ${level}`),
  ],
  [
    regex(`(p-[\\w-]+) still above ${N} at ${N} min`),
    ([, m, level, t], w) =>
      all([w.value(m, w.sole, t), w.value(m, w.sole, 'fasted')], ([x, y]) => `${x} / ${y} > ${level}`),
  ],
  [
    regex(`([\\w. -]+?) (?:still |is )?(?:raised|elevated) at ${N} (min|h)`),
    ([, who, t, unit], w) => {
      const [arm, when] = [w.arm(who!), String(Number(t) * (unit === 'h' ? 60 : 1))];
      const measure = arm === undefined && !w.observes(who!) ? who : '';
      return all(
        [w.value(measure, arm ?? w.sole, when), w.value(measure, arm ?? w.sole, 'fasted')],
        ([x, y]) => `${x} > ${y}`,
      );
    },
  ],
  [
    regex(`([\\w. -]+?) ${CMP} ([\\w. -]+?) at ${N} min`),
    ([, a, c, b, t], w) =>
      all([w.value('', w.arm(a!), t), w.value('', w.arm(b!), t)], ([x, y]) => `${x} ${c} ${y}`),
  ],
  [
    regex(`at ${N} min ([\\w. -]+?) ${CMP} ([\\w. -]+?)`),
    ([, t, a, c, b], w) =>
      all([w.value('', w.arm(a!), t), w.value('', w.arm(b!), t)], ([x, y]) => `${x} ${c} ${y}`),
  ],
  [
    regex(`([\\w:-]+)\\(([\\w. -]+)\\) ${CMP} (?:${N} x )?([\\w:-]+)\\(([\\w. -]+)\\)`),
    ([, m, a, c, factor = '1', n, b], w) => {
      const [x, y] = [w.arm(a!), w.arm(b!)];
      return x === undefined || y === undefined
        ? undefined
        : all([w.value(m, x, w.fed(x)), w.value(n, y, w.fed(y))], ([u, v]) => `${u} ${c} ${factor} * ${v}`);
    },
  ],
  [
    regex(`([\\w.-]+) fold ${CMP} ([\\w.-]+) fold`),
    ([, a, c, b], w) => {
      const fold = (name: string) => {
        const arm = w.arm(name);
        return arm === undefined
          ? undefined
          : all([w.value('', arm, w.fed(arm)), w.value('', arm, 'fasted')], ([x, y]) => `${x} / ${y}`);
      };
      return all([fold(a!), fold(b!)], ([x, y]) => `${x} ${c} ${y}`);
    },
  ],
  [
    regex(`([\\w.-]+) ${CMP} ([\\w.-]+)`),
    ([, a, c, b], w) => {
      const [x, y] = [w.arm(a!), w.arm(b!)];
      const sides =
        x !== undefined && y !== undefined
          ? [w.value('', x, w.fed(x)), w.value('', y, w.fed(y))]
          : x === undefined && y === undefined && w.sole !== undefined
            ? [a, b].map((measure) => w.value(measure, w.sole, w.fed(w.sole!)))
            : [undefined];
      return all(sides, ([u, v]) => `${u} ${c} ${v}`);
    },
  ],
];

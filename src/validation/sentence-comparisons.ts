import { type Part, partOf } from './sentence-parts.js';
import {
  type Around,
  besideEachOther,
  besideNumber,
  sameUnit,
  type Value,
  valueAt,
  written,
} from './sentence-values.js';

/** Differences that studies call none, where a sentence does not say within what. */
const UNSAID = { equal: 0.1, identical: 0.01 } as const;

/** Words that compare, as signs. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/ (?:is |are )?not (?:higher|greater|more) than | does not rise above /i, ' <= '],
  [/ (?:is |are )?not (?:lower|less) than | does not fall below /i, ' >= '],
  [/ (?:is |are )?positive(?= )/i, ' > 0'],
  [/ (?:is |are )?negative(?= )/i, ' < 0'],
  [/^(.+?) (?:is )?(?:greater|higher) in (.+?) than (?:in )?/i, '$1 in $2 > '],
  [/^(.+?) (?:is )?(?:less|lower) in (.+?) than (?:in )?/i, '$1 in $2 < '],
  [/ (?:is |are |still |remains? )*(?:lower|less|smaller) than /i, ' < '],
  [/ (?:is |are |still |remains? )*(?:higher|greater|larger|more) than /i, ' > '],
  [/ (?:is |are |still |remains? )*below /i, ' < '],
  [/ (?:is |are |still |remains? )*(?:above|exceeds) /i, ' > '],
  [/ (?:is |are )?(?:at least|not below|no less than) /i, ' >= '],
  [/ (?:is |are )?(?:at most|not above|no more than) /i, ' <= '],
  [/ (?:is |are )?identical (?:to|with) /i, ' == '],
  [/ (?:is |are )?(?:equal to|equals|the same as|not different from|does not differ from) /i, ' = '],
  [/ (?:is |are |still |stays |remains |back )+(?=[<>=])/i, ' '],
  [/≤/g, '<='],
  [/≥/g, '>='],
];

/** `a < b`, `a = b`, `lo <= a <= hi`, `a between lo and hi` and their like, as formulas; nothing if any word is unknown. */
export function comparisonIn(
  said: string,
  tolerance: number | undefined,
  around: Around,
): readonly string[] | undefined {
  const text = SIGNS.reduce((t, [words, sign]) => t.replace(words, sign), ` ${said} `)
    .trim()
    .replace(/^(.+) ([<>]=?|=) (-?[\d.]+) ((?:at|by) [\d.]+ (?:min|h))$/, '$1 $4 $2 $3');
  const range = rangeIn(text, around);
  if (range !== undefined) return [range];
  const bits = text.split(/\s*(<=|>=|==|=|<|>)\s*/);
  if (bits.length === 3) {
    const one = single(bits[0]!, bits[1]!, bits[2]!, tolerance, around);
    return one === undefined ? undefined : [one];
  }
  if (bits.length !== 5) return undefined;
  const [a, op, b, then, c] = bits as [string, string, string, string, string];
  const middle = NUMBER.test(a) && NUMBER.test(c) ? sideBesideNumber(b, Number(a), around) : undefined;
  if (middle !== undefined && !/=$/.test(`${op}${then}`.replace(/[<>]=/g, '')))
    return [`${a} ${op} ${middle} ${then} ${c}`];
  const both = [single(a, op, b, tolerance, around), single(b, then, c, tolerance, around)];
  return both.some((x) => x === undefined) ? undefined : (both as string[]);
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** "a between 1.2 and 1.9", "a within 0.7-1.3 x fasted", "a ratio 0.9-1.1". */
function rangeIn(text: string, around: Around): string | undefined {
  const N = '(-?\\d+(?:\\.\\d+)?)';
  const found = new RegExp(`^(.+?) (?:(?:between|within|in|of) )?${N}(?: and | to |-)${N}(?: x (.+))?$`).exec(
    text,
  );
  if (found === null) return undefined;
  const [, left, lo, hi, reference] = found;
  if (reference === undefined) {
    const middle = sideBesideNumber(left!, Number(lo), around);
    return middle === undefined ? undefined : `${lo} <= ${middle} <= ${hi}`;
  }
  const pair = ratio(left!, reference, around);
  return pair === undefined ? undefined : `${lo} <= ${pair} <= ${hi}`;
}

function single(
  left: string,
  sign: string,
  right: string,
  tolerance: number | undefined,
  around: Around,
): string | undefined {
  if (sign === '=' || sign === '==') {
    const pair = ratio(left, right, around);
    const within = tolerance ?? (sign === '==' ? UNSAID.identical : UNSAID.equal);
    return pair === undefined ? undefined : `abs(${pair} - 1) <= ${within}`;
  }
  if (NUMBER.test(right)) {
    const side = sideBesideNumber(left, Number(right), around);
    return side === undefined ? undefined : `${side} ${sign} ${right}`;
  }
  if (NUMBER.test(left)) {
    const side = sideBesideNumber(right, Number(left), around);
    return side === undefined ? undefined : `${left} ${sign} ${side}`;
  }
  const pair = values(left, right, around);
  const sides = pair === undefined ? undefined : besideEachOther(pair[0], pair[1], around.w);
  return sides === undefined ? undefined : `${sides[0]} ${sign} ${sides[1]}`;
}

function values(left: string, right: string, around: Around): readonly [Value, Value] | undefined {
  const [a, b] = [partOf(left, around.w), partOf(right, around.w)];
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [valueAt(a, b, around), valueAt(b, a, around)];
  return x === undefined || y === undefined ? undefined : [x, y];
}

/** One value over another of the same measure. */
function ratio(left: string, right: string, around: Around): string | undefined {
  const pair = values(left, right, around);
  if (pair === undefined) return undefined;
  const [x, y] = pair;
  if (
    (x.measure !== y.measure && !sameUnit(x, y)) ||
    (x.measure === y.measure && x.arm === y.arm && x.when === y.when)
  )
    return undefined;
  const sides = besideEachOther(x, y, { ...around.w, inFolds: false });
  return sides === undefined ? undefined : over(sides);
}

/** A quotient, its members in brackets where they are more than a measure. */
const over = (sides: readonly [string, string]): string =>
  sides.map((s) => (/^[\w]+\[[^\]]*\]$/.test(s) ? s : `(${s})`)).join(' / ');

/** A side that stands beside a number: a ratio, a difference, or a value whose unit is known. */
function sideBesideNumber(text: string, number: number, around: Around): string | undefined {
  const { w } = around;
  const off = /^\|(.+?) ?\/ ?(.+?) - 1\|(.*)$/.exec(text);
  if (off !== null) {
    const pair = ratio(`${off[1]}`, `${off[2]}${off[3]}`, around);
    return pair === undefined ? undefined : `abs(${pair} - 1)`;
  }
  const apart = /^\|(.+?) - (.+?)\|(.*)$/.exec(text);
  if (apart !== null) return difference(apart[1]!, `${apart[2]}${apart[3]}`, around);
  const part = partOf(text, w);
  if (part !== undefined) {
    const value = valueAt(part, {}, around);
    return value === undefined ? undefined : besideNumber(value, number, w);
  }
  const quotient = /^(.+?) ?\/ ?(.+)$/.exec(text);
  if (quotient !== null) return ratio(quotient[1]!, quotient[2]!, around);
  return betweenArms(text, around);
}

/** "breakdown ratio": of the second of two arms to the first. */
function betweenArms(text: string, around: Around): string | undefined {
  const named = /^(.+) ratio$/.exec(text);
  const [first, second, ...others] = around.w.arms;
  const part: Part | undefined = named === null ? undefined : partOf(named[1]!, around.w);
  if (part?.measure === undefined || part.arm !== undefined || second === undefined || others.length > 0)
    return undefined;
  const [x, y] = [
    valueAt({ ...part, arm: second }, {}, around),
    valueAt({ ...part, arm: first! }, {}, around),
  ];
  return x === undefined || y === undefined ? undefined : over([written(x, around.w), written(y, around.w)]);
}

/** A difference of two arms where the target counts in ratios to its first. */
function difference(left: string, right: string, around: Around): string | undefined {
  const { w } = around;
  const pair = values(left, right, around);
  if (pair === undefined || !/^ratio/.test(w.unit) || pair[0].measure !== pair[1].measure) return undefined;
  const [x, y] = pair.map((value) => written(value, w));
  return `abs(${x} - ${y}) / ${written({ ...pair[0], arm: w.arms[0]! }, w)}`;
}

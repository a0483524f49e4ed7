import { partOf } from './sentence-parts.js';
import { NO_CHANGE } from './sentence-sameness.js';
import { type Around, type Value, valueAt, written } from './sentence-values.js';

/** Statements that are no comparison of two values: about peaks, courses, and what is raised or unchanged. */
export function shapeIn(
  text: string,
  tolerance: number | undefined,
  around: Around,
): readonly string[] | undefined {
  for (const [pattern, write] of SHAPES) {
    const found = new RegExp(`^${pattern}$`, 'i').exec(text);
    const formulas = found === null ? undefined : write(found, around, tolerance);
    if (formulas !== undefined && formulas.length > 0) return formulas;
  }
  return undefined;
}

type Write = (
  found: RegExpExecArray,
  around: Around,
  tolerance: number | undefined,
) => readonly string[] | undefined;

const N = '(\\d+(?:\\.\\d+)?)';
/** A value named in words, or the target's own. */
const valueIn = (words: string | undefined, around: Around): Value | undefined => {
  const part = partOf((words ?? '').replace(/ (?:elevation|response)$/i, ''), around.w);
  return part === undefined ? undefined : valueAt(part, {}, around);
};
const course = (v: Value, from: number, to: number): string => `${v.measure}[${v.arm}, ${from}..${to}]`;
const fasted = (v: Value): string => `${v.measure}[${v.arm}, fasted]`;
const whole = (v: Value, { w }: Around): string => course(v, 0, w.last_min);

/** A shape of one value. */
const of =
  (
    words: number,
    write: (v: Value, found: RegExpExecArray, around: Around) => readonly string[] | undefined,
  ): Write =>
  (found, around) => {
    const v = valueIn(found[words], around);
    return v === undefined ? undefined : write(v, found, around);
  };
const later = (first: string, second: string, how: 'peak_time' | 'half_time', around: Around) => {
  const [x, y] = [valueIn(first, around), valueIn(second, around)];
  return x === undefined || y === undefined
    ? undefined
    : [`${how}(${whole(x, around)}) > ${how}(${whole(y, around)})`];
};

/** A value before and after: in the arm where nothing is done and the other, or in the sole arm fasted and fed. */
const span: Write = ([, what, a, b, c, d], around) => {
  const { w } = around;
  const done = w.arms.filter((arm) => !w.idle.includes(arm));
  const [before, after] = w.sole === undefined ? [w.idle[0], done[0]] : [w.sole, w.sole];
  if (before === undefined || after === undefined || (w.sole === undefined && w.arms.length !== 2))
    return undefined;
  const [x, y] = [valueIn(what, { ...around, arm: before }), valueIn(what, { ...around, arm: after })];
  return x === undefined || y === undefined || x.measure !== 'bckdh_active'
    ? undefined
    : [`${a} <= ${fasted(x)} <= ${b}`, `${c} <= ${x.measure}[${y.arm}, ${y.when}] <= ${d}`];
};

const SHAPES: readonly (readonly [string, Write])[] = [
  [
    `(?:(.+?) )?peaks?(?: of (.+?))? (?:between|at) ${N}(?: and |-)${N} min`,
    (found, around) =>
      of(found[1] === undefined ? 2 : 1, (v) => [
        `${found[3]} <= peak_time(${whole(v, around)}) <= ${found[4]}`,
      ])(found, around, undefined),
  ],
  [
    `(?:(.+?) )?peaks?(?: of (.+?))? (?:at or before|by|before|within|earlier than) ${N} min`,
    (found, around) =>
      of(found[1] === undefined ? 2 : 1, (v) => [`peak_time(${whole(v, around)}) <= ${found[3]}`])(
        found,
        around,
        undefined,
      ),
  ],
  [
    `(.*?) ?peaks? at ${N} min among ([\\d, and]+)`,
    of(1, (v, [, , at, list]) =>
      list!
        .split(/,? and |, /)
        .filter((t) => Number(t) !== Number(at))
        .map((t) => `${v.measure}[${v.arm}, ${at}] > ${v.measure}[${v.arm}, ${t}]`),
    ),
  ],
  ['(.+?) peak later than (.+?) peak', ([, a, b], around) => later(a!, b!, 'peak_time', around)],
  ['(.+?) half-rise later than (.+?) half-rise', ([, a, b], around) => later(a!, b!, 'half_time', around)],
  [
    `(.*?) ?(falls|decays|declines|decreases|rises|increases) monotonically(?: from ${N} to ${N} min)?`,
    of(1, (v, [, , verb, from = '0', to = 'Infinity'], { w }) => {
      const times = w.times_min.filter((t) => t >= Number(from) && t <= Number(to));
      const sign = /rises|increases/i.test(verb!) ? '<' : '>';
      return times
        .slice(1)
        .map((t, i) => `${v.measure}[${v.arm}, ${times[i]}] ${sign} ${v.measure}[${v.arm}, ${t}]`);
    }),
  ],
  [
    '(.+?) elevation lasts longer in (?:the )?(.+?)(?: arm)?',
    ([, what, arm], around) => {
      const { w } = around;
      const [v, named] = [valueIn(`${what}`, { ...around, arm: w.armNamed(arm!) }), w.armNamed(arm!)];
      const rest = w.arms.filter((a) => a !== named);
      if (v === undefined || named === undefined || w.elevated === undefined) return undefined;
      const lasts = (x: Value) => `minutes_above(${whole(x, around)}, ${w.elevated} * ${fasted(x)})`;
      return rest.map((a) => `${lasts({ ...v, arm: a })} < ${lasts(v)}`);
    },
  ],
  [
    `(.+?) (?:elevated|raised) at some time <= ${N} min`,
    of(1, (v, [, , to], { w }) => [
      `peak(${course(v, 0, Number(to))}) > ${w.elevated === undefined ? '' : `${w.elevated} * `}${fasted(v)}`,
    ]),
  ],
  [
    `(.*?) ?back below ${N} by ${N} min`,
    of(1, (v, [, , level, from], { w }) =>
      Number(from) < w.last_min
        ? [`peak(${course(v, Number(from), w.last_min)}) / ${fasted(v)} < ${level}`]
        : undefined,
    ),
  ],
  [
    `(.*?) ?(?:back to|near|returns to) (?:basal|baseline|rest|fasted|resting)(?: values?)? (?:at|by) (?:\\d+-)?${N} (min|h)`,
    of(1, (v, [, , t, unit], { w }) => inBand(v, Number(t) * (unit === 'h' ? 60 : 1), w)),
  ],
  [`(.*?) ?x ?${N} at ${N} min`, of(1, (v, [, , , t], { w }) => inBand(v, Number(t), w))],
  [
    `(.+?) > start \\+ ${N} % of its excursion at ${N} min`,
    of(1, (v, [, , share, t], around) => [
      `${v.measure}[${v.arm}, ${t}] > ${fasted(v)} + ${Number(share) / 100} * (peak(${whole(v, around)}) - ${fasted(v)})`,
    ]),
  ],
  [
    '(?:across (?:cells|subjects|cells or subjects) )?corr\\((.+), (.+)\\) ([<>]) (-?[\\d.]+)',
    ([, a, b, sign, level], around) => {
      const [x, y] = [valueIn(a, around), valueIn(b, around)];
      return x === undefined || y === undefined
        ? undefined
        : [`corr(${written(x, around.w)}, ${written(y, around.w)}) ${sign} ${level}`];
    },
  ],
  [`(.+?) rises (?:from )?${N}-${N} (?:->|to) ${N}-${N}(?: ?%)?`, span],
  [
    '(.*?) ?(?:no rise|no increase|does not rise|not raised|not elevated)',
    of(1, (v, _, { w }) =>
      w.idle.includes(v.arm) ? undefined : [`${written(v, w)} <= ${1 + NO_CHANGE} * ${fasted(v)}`],
    ),
  ],
  [
    '(.+?) (?:is |are |still |arm )*(?:raised|elevated|increased|rises|up)(?: (at \\d+ (?:min|h)|immediately after))?',
    (found, around) => against('>', found, around),
  ],
  [
    '(.+?) (?:is |are |still |arm )*(?:lowered|reduced|decreased|falls|down)(?: (at \\d+ (?:min|h)|immediately after))?',
    (found, around) => against('<', found, around),
  ],
];

/** Above or below its own fasted value. */
function against(
  sign: '<' | '>',
  [, what, when]: RegExpExecArray,
  around: Around,
): readonly string[] | undefined {
  const v = valueIn([what, when].filter((x) => x !== undefined).join(' '), around);
  return v === undefined || v.as !== undefined || v.when === 'fasted'
    ? undefined
    : [`${written(v, around.w)} ${sign} ${fasted(v)}`];
}

/** What a sentence names without saying how near, where the target has a band for it at that time. */
function inBand(v: Value, t_min: number, w: Around['w']): readonly string[] | undefined {
  const band = v.measure === w.own ? w.foldBand(v.arm, t_min) : undefined;
  return band === undefined
    ? undefined
    : [`${band[0]} <= ${v.measure}[${v.arm}, ${t_min}] / ${fasted(v)} <= ${band[1]}`];
}

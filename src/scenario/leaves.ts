import * as z from 'zod';
import { points } from '../body/courses.js';
import { canDrive, FORCINGS } from '../body/forcing.js';
import type { Field, Treatment } from '../body/treatment.js';
import { eachKey } from './keyed.js';
import type { Course, Given, InputSource } from './plan.js';
import { say } from './problems.js';
import { exampleOf, isRatio, type Limits, readQuantity } from './quantity.js';

const YEAR_s = 366 * 86_400;
export const TIME: Limits = { unit: 's', min: -YEAR_s, max: YEAR_s };
const FACTOR: Limits = { unit: 'fold', min: 0, max: 1e6 };

/** "3 h" as a number in the unit of its limits; a bare number only where the quantity is a ratio. */
export function quantity(limits: Limits, says: string, key = ''): z.ZodType<number> {
  const why = (input: unknown): string => {
    if (input === undefined) return say.missingKey(key, exampleOf(limits));
    if (typeof input !== 'number') return say.wrongType('a quantity', input, `"${exampleOf(limits)}"`);
    const read = readQuantity(input, limits);
    return read.ok ? say.wrongType('a quantity', input, `"${exampleOf(limits)}"`) : read.message;
  };
  const written = isRatio(limits.unit)
    ? z.union([z.string(), z.number()], { error: (i) => why(i.input) })
    : z.string({ error: (i) => why(i.input) });
  return (written as z.ZodType<string | number>)
    .transform((raw, context): number => {
      const read = readQuantity(raw, limits);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: read.message });
      return z.NEVER;
    })
    .meta({ description: `${says === '' ? '' : `${says} `}For example "${exampleOf(limits)}".` });
}

/** A whole number. */
export const whole = (least: number, most: number, says: string): z.ZodType<number> =>
  z
    .number({ error: (i) => say.notWhole(i.input, least, most) })
    .refine((n) => Number.isInteger(n) && n >= least && n <= most, {
      error: (i) => say.notWhole(i.input, least, most),
    })
    .meta({ description: says });

/** One of some words. */
export function choice(
  options: readonly string[],
  says: string,
  kind = 'choice',
  key = kind,
): z.ZodType<string> {
  if (options.length === 0)
    return z
      .string()
      .refine(() => false, { error: (i) => say.noWords(kind, String(i.input)) }) as z.ZodType<string>;
  return z
    .enum(options as [string, ...string[]], {
      error: (i) => {
        if (i.input === undefined) return say.missingKey(key, options[0]!);
        return typeof i.input === 'string'
          ? say.unknownWord(kind, i.input, options)
          : say.wrongType(`one of ${options.slice(0, 6).join(', ')}`, i.input, options[0]!);
      },
    })
    .meta({ description: says });
}

/** The first of several forms that fits what was written; zod's union, whose problems are those of the form that was meant. */
export const many = <T>(forms: readonly z.ZodType<T>[]): z.ZodType<T> =>
  z.union(forms as unknown as [z.ZodType<T>, ...z.ZodType<T>[]]);

const pointsShape = { items: { type: 'array', minItems: 2, maxItems: 2 } };

/** `[[0 min, 125 uM], [30 min, 500 uM]]`: straight lines between points in order of time. */
export function course(limits: Limits): z.ZodType<Course> {
  return z
    .array(z.unknown())
    .transform((written, context): Course => {
      const pairs: [number, number][] = [];
      let problems = written.length === 0 ? 1 : 0;
      const refuse = (path: PropertyKey[], message: string) => {
        problems++;
        context.addIssue({ code: 'custom', path, message });
      };
      if (written.length === 0) context.addIssue({ code: 'custom', message: say.emptyCourse() });
      let latest: { time: number; text: string } | undefined;
      written.forEach((point, i) => {
        if (!Array.isArray(point) || point.length !== 2) {
          refuse([i], say.notAPoint(point));
          return;
        }
        const [time, value] = [TIME, limits].map((l, j) => {
          const raw: unknown = point[j];
          const read =
            typeof raw === 'string' || typeof raw === 'number'
              ? readQuantity(raw, l)
              : ({ ok: false, message: say.wrongType('a quantity', raw, `"${exampleOf(l)}"`) } as const);
          if (!read.ok) refuse([i, j], read.message);
          return read.ok ? read.value : undefined;
        });
        if (time === undefined) return;
        if (latest !== undefined && time < latest.time)
          refuse([i, 0], say.backwards(String(point[0]), latest.text));
        latest = { time, text: String(point[0]) };
        if (value !== undefined) pairs.push([time, value]);
      });
      return problems > 0 ? z.NEVER : points(pairs);
    })
    .meta({ ...pointsShape, description: 'Points [time, value], straight lines between.' });
}

/** What a scenario may say of an input: a forcing by id, a quantity, a factor such as x2, a time course, or a forcing changed. */
export function inputSource(input: {
  readonly name: string;
  readonly unit: string;
}): z.ZodType<InputSource | null> {
  const limits: Limits = { unit: input.unit, min: 0, max: 1e9 };
  const forcing = (id: string, at_s: number, factor: number): InputSource | string => {
    const found = FORCINGS.get(id);
    const fitting = [...FORCINGS.values()].filter((f) => canDrive(f, input.name)).map((f) => f.id);
    if (found === undefined) return say.neitherCurveNorQuantity(id, input.unit, fitting);
    if (!canDrive(found, input.name)) return say.wrongForcing(id, found.variable, input.name, fitting);
    return { kind: 'forcing', id, at_s, factor };
  };
  const word = z.union([z.string(), z.number()]).transform((raw, context): InputSource | null => {
    if (raw === 'none' || raw === 'rest') return null;
    const isFactor =
      typeof raw === 'string' &&
      !isRatio(input.unit) &&
      /^\s*[x×]\s*[\d.]|^[\d.]+\s*([x×]|fold)\s*$/.test(raw);
    const isNumber = typeof raw === 'number' || /^\s*[-+x×]?\s*\.?\d/.test(raw);
    if (!isNumber) {
      const found = forcing(raw, 0, 1);
      if (typeof found !== 'string') return found;
      context.addIssue({ code: 'custom', message: found });
      return z.NEVER;
    }
    const read = readQuantity(raw, isFactor ? FACTOR : limits);
    if (read.ok) return { kind: isFactor ? 'factor' : 'constant', value: read.value };
    context.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  });
  const points_ = course(limits).transform((c): InputSource => ({ kind: 'course', course: c }));
  const changed = z
    .strictObject(
      {
        forcing: z.string({
          error: (i) =>
            i.input === undefined
              ? say.missingKey('forcing', 'leu-plasma-glynn2010-3p5g')
              : say.wrongType('the id of a forcing', i.input, 'leu-plasma-glynn2010-3p5g'),
        }),
        at: quantity(TIME, 'When it begins.').optional(),
        scale: quantity(FACTOR, 'Factor on the rise above fasted.').optional(),
      },
      {
        error: (i) =>
          i.code === 'unrecognized_keys'
            ? eachKey(i.keys, (k) => say.unknownKey(k, ['forcing', 'at', 'scale'], 'in a forcing'))
            : undefined,
      },
    )
    .transform((given, context): InputSource => {
      const found = forcing(given.forcing, given.at ?? 0, given.scale ?? 1);
      if (typeof found !== 'string') return found;
      context.addIssue({ code: 'custom', path: ['forcing'], message: found });
      return z.NEVER;
    });
  return many<InputSource | null>([word, points_, changed]).meta({
    description: `A quantity in ${input.unit}, a factor, a forcing by id, or a time course [[0 min, ...], ...].`,
  });
}

const PART_LIMITS = (unit: string): Limits => ({ unit, min: 0, max: 1000 });

function field(f: Field, key: string): z.ZodType<number | string | boolean> {
  switch (f.kind) {
    case 'quantity':
      return quantity({ unit: f.unit, min: f.min, max: f.max }, f.says, key);
    case 'choice':
      return choice(f.options, f.says, key, key);
    case 'part':
      return many<number | string>([
        z
          .union([z.boolean(), z.enum(['on', 'off', 'yes', 'no'])])
          .transform((v) => (v === true || v === 'on' || v === 'yes' ? 'on' : 'off')),
        quantity(PART_LIMITS(f.unit), f.says, key),
      ]).meta({ description: `${f.says} "on", "off" or ${exampleOf(PART_LIMITS(f.unit))}.` });
  }
}

/** What a scenario may say of a treatment: a bare value, its fields, a list of either, "on" or "none". */
export function treatment(t: Treatment): z.ZodType<readonly Given[] | null> {
  const main = t.fields[t.main]!;
  const bare = field(main, t.main).transform((value): Given => ({ [t.main]: value }));
  const shape: Record<string, z.ZodType> = {};
  for (const [name, f] of Object.entries(t.fields)) {
    const needed = f.kind !== 'part' && f.default === undefined;
    shape[name] = needed ? field(f, name) : field(f, name).optional();
  }
  const known = Object.keys(shape);
  const object = z
    .strictObject(shape, {
      error: (i) =>
        i.code === 'unrecognized_keys'
          ? eachKey(i.keys, (k) => say.unknownKey(k, known, `under "${t.key}"`))
          : undefined,
    })
    .transform((v) => v as Given);
  const allDefault = Object.values(t.fields).every((f) => f.kind === 'part' || f.default !== undefined);
  const words = allDefault ? (['none', 'off', 'on'] as const) : (['none', 'off'] as const);
  const word = z
    .union([z.enum(words), z.boolean().refine((v) => allDefault || !v)])
    .transform((v): readonly Given[] | null => (v === 'on' || v === true ? [{}] : null));
  const one = many<Given>([bare, object]);
  return many<readonly Given[] | null>([
    one.transform((g): readonly Given[] => [g]),
    z.array(one).min(1, { error: () => say.wrongType('a treatment', [], '"none" to leave it out') }),
    word,
  ]).meta({ description: `${t.sentence} "none" takes back what base says.` });
}

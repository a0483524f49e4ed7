import { convert, parseQuantity, quantityIn } from '../language/units.js';
import { say } from './problems.js';

/** What a quantity of a scenario may be, in `unit`. */
export interface Limits {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** `min` itself is refused. */
  readonly open?: boolean;
}
export type Read =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

/** Reads "3 h" into a number of `limits.unit`, or says what is wrong with it. */
export function readQuantity(raw: string | number, limits: Limits): Read {
  const text = typeof raw === 'number' ? String(raw) : raw;
  const { unit, min, max } = limits;
  const quantity = quantityIn(text, unit);
  if (!quantity.ok) return { ok: false, message: say.quantity(withOwnExample(quantity.why, unit)) };
  const { value } = quantity;
  if (value < 0 && min >= 0) return { ok: false, message: say.negative(text) };
  const shown = (x: number) => shownAs(x, unit, text);
  if (limits.open === true && value <= min) return { ok: false, message: say.notAbove(text, shown(min)) };
  if (value < min || value > max) return { ok: false, message: say.outside(text, shown(min), shown(max)) };
  return { ok: true, value };
}

const USUAL: Readonly<Record<string, string>> = {
  s: '3 h',
  um3: '5 um3',
  g: '3.5 g',
  uM: '250 uM',
  nM: '20 nM',
  pM: '33 pM',
  '1/um3': '1 /um3',
  fraction: '20 %',
  fold: 'x1.5',
};
/** A quantity of that unit as one would write it. */
export const exampleOf = ({ unit }: Pick<Limits, 'unit'>): string => USUAL[unit] ?? `1 ${unit}`;

const withOwnExample = (why: string, unit: string): string =>
  USUAL[unit] === undefined
    ? why
    : why.replace(/write for example "[^"]*"$/, `write for example "${USUAL[unit]}"`);

/** True where a bare number can stand for the quantity: ratios need no unit. */
export const isRatio = (unit: string): boolean => {
  const quantity = parseQuantity(`1 ${unit}`);
  return quantity.ok && (quantity.dimension === 'ratio' || quantity.dimension === 'number');
};

/** A limit in the unit that was written, where that reads well. */
function shownAs(value: number, unit: string, written: string): string {
  const quantity = parseQuantity(written);
  const own = quantity.ok ? convert(value, unit, quantity.unit) : undefined;
  const inOwn = own?.ok === true && quantity.ok && quantity.unit !== '1';
  const [number, name] = inOwn ? [own.value, quantity.unit] : [value, unit];
  return `${Number(number.toPrecision(3))} ${name}`.replace(/ 1$/, '');
}

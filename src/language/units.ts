import {
  type Dimension,
  dimensionOf,
  exampleOf,
  ONE,
  type Scale,
  sameDimensions,
  scaleOf,
  times,
} from './unit-table.js';

/** A quantity as it was written, or a sentence that says why the text is none. */
export type Quantity =
  | { readonly ok: true; readonly value: number; readonly unit: string; readonly dimension: Dimension }
  | { readonly ok: false; readonly why: string };
/** A number in the unit asked for, or a sentence that says why there is none. */
export type Converted =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: string };

/**
 * Reads a number with its unit as a physiologist writes it: `250 uM`, `3 h`, `0.25 g/kg`, `0.15 1/(uM min)`, `3 /min`,
 * `85 %`, `1.5 fold`, `x1.5`, `1.5x`. A plain number has the unit '1'. The unit comes back in plain ASCII.
 */
export function parseQuantity(text: string): Quantity {
  const plain = toAscii(text);
  const match = /^(x?)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i.exec(plain);
  if (match === null) return no(`"${text}" does not begin with a number; write for example "250 uM"`);
  const [, cross, digits, rest] = match as unknown as [string, string, string, string];
  if (/^,\d/.test(rest)) return no(`"${text}" has a comma in its number; write "." for the decimal point`);
  const value = Number(digits);
  if (!Number.isFinite(value)) return no(`"${text}" is too large a number; write one below 1e308`);
  if (cross !== '' && rest !== '') return no(`"${text}" has "x" and a unit; write "${digits} ${rest}"`);
  const unit = cross !== '' || rest === 'x' || rest === '-fold' ? 'fold' : rest === '' ? '1' : rest;
  const scale = parseUnit(unit);
  return scale === undefined
    ? no(
        `"${unit}" in "${text}" is not a unit; write for example "250 uM", "3 h", "5 um3" or "0.15 1/(uM min)"`,
      )
    : { ok: true, value, unit, dimension: dimensionOfUnit(unit, scale) };
}

/** Turns a number from one unit into another of the same dimension; molecules and moles meet at 602.2 per um3 and uM. */
export function convert(value: number, from: string, into: string): Converted {
  const [a, b] = [parseUnit(toAscii(from)), parseUnit(toAscii(into))];
  if (a === undefined) return no(`"${from}" is not a unit; write for example "uM" or "1/min"`);
  if (b === undefined) return no(`"${into}" is not a unit; write for example "uM" or "1/min"`);
  if (!sameDimensions(a, b)) {
    const [is, asked] = [dimensionOfUnit(from, a), dimensionOfUnit(into, b)];
    return no(
      `"${from}" (${is}) cannot be turned into "${into}" (${asked}); give a unit of the same kind as "${into}"`,
    );
  }
  const ten = a.ten - b.ten;
  const scaled = a.times === b.times ? value : (value * a.times) / b.times;
  return { ok: true, value: ten >= 0 ? scaled * 10 ** ten : scaled / 10 ** -ten };
}

/** Reads a quantity and gives its number in the unit asked for; refuses what measures something else. */
export function quantityIn(text: string, unit: string): Converted {
  const quantity = parseQuantity(text);
  if (!quantity.ok) return quantity;
  const asked = parseUnit(toAscii(unit));
  if (asked === undefined) return no(`"${unit}" is not a unit; ask for one such as "uM" or "1/min"`);
  const dimension = dimensionOfUnit(unit, asked);
  const example = exampleOf(dimension);
  if (quantity.dimension === 'number' && dimension !== 'number' && dimension !== 'ratio')
    return no(`"${text}" has no unit; write for example "${example}"`);
  const converted = convert(quantity.value, quantity.unit, unit);
  if (converted.ok) return converted;
  return no(
    dimension === 'other'
      ? `"${text}" cannot be turned into ${unit}; write a number in that unit`
      : `"${text}" is not ${/^[aeiou]/.test(dimension) ? 'an' : 'a'} ${dimension}; write for example "${example}"`,
  );
}

const no = (why: string) => ({ ok: false, why }) as const;

/** Fold, percent and fraction are ratios of like to like: no base unit is left, but they are not bare numbers. */
const dimensionOfUnit = (unit: string, scale: Scale): Dimension => {
  const dimension = dimensionOf(scale);
  return dimension === 'number' && unit !== '1' ? 'ratio' : dimension;
};

const toAscii = (text: string): string =>
  text
    .trim()
    .replace(/[µμ]/g, 'u')
    .replace(/×/g, 'x')
    .replace(/[·⋅]/g, '*')
    .replace(/[−–]/g, '-')
    .replace(/⁻/g, '-')
    .replace(/[⁰¹²³]/g, (c) => String('⁰¹²³'.indexOf(c)));

/**
 * factors = factor (('*' | ' ' | '/')? factor)*, a factor being a symbol with an integer power or a bracket; '/' divides
 * by the one factor that follows.
 */
function parseUnit(text: string): Scale | undefined {
  const tokens = text.match(/um\^?3|[A-Za-z%]+|\^?-?\d+|[*/()]|\S/g) ?? [];
  if (tokens.length === 0) return undefined;
  let at = 0;

  const factors = (inBrackets: boolean): Scale | undefined => {
    let product = ONE;
    let operator: '*' | '/' | undefined = '*';
    while (at < tokens.length && tokens[at] !== ')') {
      const token = tokens[at]!;
      if (token === '*' || token === '/') {
        if (operator !== undefined && !(token === '/' && at === 0)) return undefined;
        operator = token;
        at++;
        continue;
      }
      const next = factor();
      if (next === undefined) return undefined;
      product = times(product, next, operator === '/' ? -1 : 1);
      operator = undefined;
    }
    return operator !== undefined || inBrackets !== (tokens[at] === ')') ? undefined : product;
  };

  const factor = (): Scale | undefined => {
    const token = tokens[at++]!;
    let base: Scale | undefined;
    if (token === '(') {
      base = factors(true);
      at++;
    } else base = scaleOf(token.replace('um^3', 'um3'));
    const power = tokens[at];
    if (base === undefined || token === '1' || power === undefined || !/^\^?-?\d+$/.test(power)) return base;
    at++;
    return times(ONE, base, Number(power.replace('^', '')));
  };

  const product = factors(false);
  return product === undefined || at < tokens.length ? undefined : settled(product);
}

/**
 * A kilogram that nothing is divided by is one of substance; one underneath is of body. A volume per time is one per
 * molecule, as rate constants in um3/min are.
 */
function settled(unit: Scale): Scale {
  if (unit.body > 0) return { ...unit, mass: unit.mass + unit.body, ten: unit.ten + 3 * unit.body, body: 0 };
  const perMolecule = unit.volume === 1 && unit.time === -1 && unit.amount === 0 && unit.body === 0;
  return perMolecule ? { ...unit, amount: -1 } : unit;
}

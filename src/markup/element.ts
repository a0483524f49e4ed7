import { escaped } from './escaped.js';

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of SVG or HTML. Attribute values are escaped; children are markup already, so text goes through `escaped`. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) =>
      value === true
        ? ` ${key}`
        : ` ${key}="${escaped(typeof value === 'number' ? short(value) : String(value))}"`,
    )
    .join('');
  return VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Coordinates to a hundredth of a pixel. */
export const short = (x: number): string => String(Math.round(x * 100) / 100);

const VOID = new Set(['meta', 'input', 'br', 'link']);

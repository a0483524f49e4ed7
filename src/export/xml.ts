import { escaped } from '../markup/escaped.js';

/** An element with its attributes in order; undefined attributes and empty children are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${legal(String(value))}"`)
    .join('');
  const inside = children.filter((c) => c !== '').join('\n');
  return inside === '' ? `<${tag}${written}/>` : `<${tag}${written}>\n${indented(inside)}\n</${tag}>`;
}

/** An element that holds text. */
export const textElement = (
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  text: string,
): string => {
  const [open] = element(tag, attributes).split('/>');
  return `${open}>${legal(text)}</${tag}>`;
};

/** Control characters cannot stand in XML 1.0 at all. */
const legal = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  escaped(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));

const indented = (text: string): string => text.replace(/^/gm, ' ');

import { MATHML } from './mathml.js';
import { refuse } from './problems.js';
import { childrenOf, type XmlElement } from './xml.js';

/** An attribute that must be there. */
export function textAttribute(e: XmlElement, name: string): string {
  return e.attributes.get(name) ?? refuse(e, `<${e.name}> lacks the attribute ${name}; add ${name}="..."`);
}

/** An identifier that must be there. */
export function idAttribute(e: XmlElement, name = 'id'): string {
  const id = textAttribute(e, name);
  if (!/^[A-Za-z_]\w*$/.test(id)) refuse(e, `"${id}" is not an identifier; use letters, digits and _`);
  return id;
}

/** A number, or undefined where the attribute is not there. */
export function numberAttribute(e: XmlElement, name: string): number | undefined {
  const text = e.attributes.get(name)?.trim();
  if (text === undefined) return undefined;
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (text === 'INF') return Number.POSITIVE_INFINITY;
  if (text === '-INF') return Number.NEGATIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  return refuse(e, `${name}="${text}" is not a number; write for example ${name}="1.5"`);
}

/** A truth value; `otherwise` where the attribute is not there (undefined: it must be). */
export function flagAttribute(e: XmlElement, name: string, otherwise?: boolean): boolean {
  const text = e.attributes.get(name)?.trim();
  if (text === undefined && otherwise !== undefined) return otherwise;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return refuse(e, `<${e.name}> has ${name}="${text ?? ''}"; write ${name}="true" or ${name}="false"`);
}

/** Child elements of the same namespace with this name. */
export const named = (e: XmlElement, name: string): XmlElement[] =>
  childrenOf(e).filter((c) => c.name === name && c.namespace === e.namespace);

/** The items of a list-of element, if it is there. */
export const listed = (e: XmlElement, list: string, item: string): XmlElement[] =>
  named(e, list).flatMap((l) => named(l, item));

/** The <math> child, if it is there. */
export const mathOf = (e: XmlElement): XmlElement | undefined =>
  childrenOf(e).find((c) => c.name === 'math' && c.namespace === MATHML);

/** Identifier and place of an element. */
export const declared = (e: XmlElement, name = 'id') => ({
  id: idAttribute(e, name),
  place: { line: e.line, column: e.column },
});

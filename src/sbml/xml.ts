import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { type Place, refuse } from './problems.js';

/** An element with its namespace; `content` holds child elements and text in document order. */
export interface XmlElement extends Place {
  readonly name: string;
  readonly namespace: string;
  /** Attributes without a namespace, by name. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Attributes of other namespaces. */
  readonly foreign: readonly { readonly namespace: string; readonly name: string; readonly value: string }[];
  readonly content: readonly (XmlElement | string)[];
  /** Namespaces by the prefixes that are declared here or further out. */
  readonly prefixes: Readonly<Record<string, string>>;
}

export interface XmlLimits {
  /** Characters. */
  readonly size: number;
  /** Elements within elements. */
  readonly depth: number;
}

export const XML_LIMITS: XmlLimits = { size: 10_000_000, depth: 200 };

/**
 * The root element of a well-formed document. Only the five predefined entities and character references are
 * known, a DOCTYPE is refused, and nothing outside the text is ever read. Throws SbmlError.
 */
export function parseXml(text: string, limits: XmlLimits = XML_LIMITS): XmlElement {
  if (text.length > limits.size)
    refuse(
      START,
      `the file has ${text.length} characters, more than the limit of ${limits.size}; split the model`,
    );
  if (text.trim() === '') refuse(START, 'the file is empty; give an SBML document');
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: XmlElement | undefined;
  let startOfTag = START;

  parser.on('error', (error) =>
    refuse(here(parser), `not well-formed XML: ${withoutPosition(error.message)}`),
  );
  parser.on('doctype', () =>
    refuse(here(parser), 'a DOCTYPE is not accepted, since it can define entities; remove it'),
  );
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      refuse(START, `the encoding is "${encoding}"; save the file as UTF-8`);
  });
  parser.on('opentagstart', (tag) => {
    startOfTag = { line: parser.line, column: Math.max(1, parser.column - tag.name.length - 1) };
    if (open.length >= limits.depth)
      refuse(startOfTag, `elements are nested deeper than ${limits.depth}; flatten <${tag.name}>`);
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, startOfTag, open.at(-1)?.prefixes ?? {});
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (data) => open.at(-1)?.content.push(data));
  parser.on('cdata', (data) => open.at(-1)?.content.push(data));
  parser.write(text).close();
  return root ?? refuse(START, 'the file holds no element; give an SBML document');
}

/** Child elements, in order. */
export const childrenOf = (e: XmlElement): XmlElement[] =>
  e.content.filter((c): c is XmlElement => typeof c !== 'string');

/** The text directly within an element, trimmed. */
export const textOf = (e: XmlElement): string =>
  e.content
    .filter((c) => typeof c === 'string')
    .join('')
    .trim();

type Building = XmlElement & { readonly content: (XmlElement | string)[] };
const START: Place = { line: 1, column: 1 };

function elementOf(tag: SaxesTagNS, place: Place, outer: XmlElement['prefixes']): Building {
  const own = new Map<string, string>();
  const foreign: SaxesAttributeNS[] = [];
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.uri === '') own.set(attribute.name, attribute.value);
    else if (attribute.uri !== XMLNS) foreign.push(attribute);
  }
  return {
    ...place,
    name: tag.local,
    namespace: tag.uri,
    attributes: own,
    foreign: foreign.map((a) => ({ namespace: a.uri, name: a.local, value: a.value })),
    content: [],
    prefixes: Object.keys(tag.ns).length === 0 ? outer : { ...outer, ...tag.ns },
  };
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const here = (parser: Place): Place => ({ line: parser.line, column: parser.column + 1 });
/** saxes writes "line:column: message". */
const withoutPosition = (message: string): string => message.replace(/^(undefined:)?\d+:\d+: /, '');

import { type Place, refuse } from '../sbml/problems.js';
import { childrenOf, type XmlElement } from '../sbml/xml.js';

/** A way from the root of a model to an element or one of its attributes. */
export interface Path {
  readonly place: Place;
  readonly text: string;
  readonly steps: readonly Step[];
  readonly attribute: string | undefined;
}
interface Step {
  readonly namespace: string;
  readonly name: string;
  readonly where: { readonly attribute: string; readonly value: string } | undefined;
}

const STEP = /\/([A-Za-z_][\w.-]*):([A-Za-z_][\w.-]*)(?:\[@([A-Za-z_]\w*)\s*=\s*(?:'([^']*)'|"([^"]*)")\])?/y;
const ATTRIBUTE = /^\/@([A-Za-z_]\w*)$/;

/** Reads `/sbml:sbml/sbml:model/.../sbml:species[@id='X']`, with `/@attribute` where one is meant. Throws SbmlError. */
export function readPath(text: string, at: XmlElement): Path {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  let end = 0;
  for (let found = STEP.exec(text); found !== null; found = STEP.exec(text)) {
    const [, prefix, name, attribute, single, double] = found;
    const namespace =
      at.prefixes[prefix!] ??
      refuse(at, `the prefix "${prefix}" of "${text}" is not declared; add xmlns:${prefix}`);
    const value = single ?? double;
    steps.push({
      namespace,
      name: name!,
      where: attribute === undefined ? undefined : { attribute, value: value! },
    });
    end = STEP.lastIndex;
  }
  const rest = text.slice(end);
  const attribute = ATTRIBUTE.exec(rest)?.[1];
  if (steps.length === 0 || (rest !== '' && attribute === undefined))
    refuse(
      at,
      `the XPath "${text}" is not supported; write /sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='X']`,
    );
  return { place: { line: at.line, column: at.column }, text, steps, attribute };
}

/** The one element that a path leads to. Throws SbmlError, at the path, where there is none or are several. */
export function elementAt(root: XmlElement, path: Path): XmlElement {
  let here: readonly XmlElement[] = [root].filter((e) => fits(e, path.steps[0]!));
  for (const step of path.steps.slice(1))
    here = here.flatMap((e) => childrenOf(e).filter((child) => fits(child, step)));
  if (here.length !== 1)
    refuse(
      path.place,
      `the XPath "${path.text}" leads to ${here.length === 0 ? 'nothing' : `${here.length} elements`} in the model ` +
        `(whose namespace is ${root.namespace})`,
    );
  return here[0]!;
}

/** The tree with attributes of one element set, or taken away where undefined. */
export function withAttributes(
  root: XmlElement,
  element: XmlElement,
  set: Readonly<Record<string, string | undefined>>,
): XmlElement {
  if (root !== element) {
    let touched = false;
    const content = root.content.map((child) => {
      const made = typeof child === 'string' ? child : withAttributes(child, element, set);
      touched ||= made !== child;
      return made;
    });
    return touched ? { ...root, content } : root;
  }
  const attributes = new Map(root.attributes);
  for (const [name, value] of Object.entries(set))
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  return { ...root, attributes };
}

const fits = (e: XmlElement, { namespace, name, where }: Step): boolean =>
  e.name === name &&
  e.namespace === namespace &&
  (where === undefined || e.attributes.get(where.attribute) === where.value);

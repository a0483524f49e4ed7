import { mathOf } from './infix.js';

/** A small model for a test, with formulas in everyday notation. */
export interface Sketch {
  readonly version?: 1 | 2;
  /** Sizes by compartment; undefined: none given. */
  readonly compartments?: Readonly<Record<string, number | undefined>>;
  readonly species?: Readonly<Record<string, number | SketchSpecies>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly variables?: Readonly<Record<string, number | undefined>>;
  readonly functions?: Readonly<Record<string, readonly [parameters: string, body: string]>>;
  readonly initial?: Readonly<Record<string, string>>;
  readonly rules?: Readonly<Record<string, string>>;
  readonly reactions?: Readonly<Record<string, SketchReaction>>;
  readonly events?: readonly SketchEvent[];
  /** Put in as they are, within <model>. */
  readonly more?: string;
  readonly modelAttributes?: string;
}
interface SketchSpecies {
  readonly amount?: number;
  readonly concentration?: number;
  readonly compartment?: string;
  readonly boundary?: boolean;
  readonly constant?: boolean;
  /** hasOnlySubstanceUnits is false. */
  readonly dense?: boolean;
  readonly more?: string;
}
interface SketchReaction {
  readonly from?: string;
  readonly to?: string;
  readonly law: string;
  readonly reversible?: boolean;
  readonly locals?: Readonly<Record<string, number>>;
  readonly more?: string;
}
interface SketchEvent {
  readonly when: string;
  readonly set: Readonly<Record<string, string>>;
  readonly priority?: string;
  readonly initialValue?: boolean;
  readonly persistent?: boolean;
  readonly fromTrigger?: boolean;
}

/** The SBML text of a sketch, one element a line. Species lie in `Cell` unless they say otherwise. */
export function sketch(s: Sketch): string {
  const version = s.version ?? 2;
  return `<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version${version}/core" level="3" version="${version}">
<model id="sketch" substanceUnits="item" timeUnits="second" ${s.modelAttributes ?? ''}>
${list('FunctionDefinitions', entries(s.functions), ([id, [parameters, body]]) => `<functionDefinition id="${id}">${lambda(parameters, body)}</functionDefinition>`)}
${list('Compartments', entries(s.compartments ?? { Cell: undefined }), ([id, size]) => `<compartment id="${id}" spatialDimensions="3" ${size === undefined ? '' : `size="${size}"`} constant="${!targets(s).has(id)}"/>`)}
${list('Species', entries(s.species), ([id, is]) => speciesText(id, typeof is === 'number' ? { amount: is } : is))}
${list('Parameters', [...entries(s.parameters).map((p) => [...p, true] as const), ...entries(s.variables).map((p) => [...p, false] as const)], ([id, value, constant]) => `<parameter id="${id}" ${value === undefined ? '' : `value="${value}"`} constant="${constant}"/>`)}
${list('InitialAssignments', entries(s.initial), ([id, math]) => `<initialAssignment symbol="${id}">${mathOf(math)}</initialAssignment>`)}
${list('Rules', entries(s.rules), ([id, math]) => `<assignmentRule variable="${id}">${mathOf(math)}</assignmentRule>`)}
${list('Reactions', entries(s.reactions), ([id, is]) => reactionText(id, is))}
${list('Events', s.events ?? [], eventText)}
${s.more ?? ''}
</model>
</sbml>`;
}

const entries = <T>(record: Readonly<Record<string, T>> | undefined): [string, T][] =>
  Object.entries(record ?? {});

const list = <T>(name: string, items: readonly T[], text: (item: T) => string): string =>
  items.length === 0 ? '' : `<listOf${name}>\n${items.map(text).join('\n')}\n</listOf${name}>`;

const targets = (s: Sketch) =>
  new Set([...Object.keys(s.rules ?? {}), ...(s.events ?? []).flatMap((e) => Object.keys(e.set))]);

const lambda = (parameters: string, body: string): string =>
  mathOf(body).replace(
    /<math([^>]*)>(.*)<\/math>/s,
    `<math$1><lambda>${parameters
      .split(',')
      .map((p) => `<bvar><ci>${p.trim()}</ci></bvar>`)
      .join('')}$2</lambda></math>`,
  );

function speciesText(id: string, is: SketchSpecies): string {
  const start =
    is.amount !== undefined
      ? `initialAmount="${is.amount}"`
      : is.concentration !== undefined
        ? `initialConcentration="${is.concentration}"`
        : '';
  return `<species id="${id}" compartment="${is.compartment ?? 'Cell'}" ${start} hasOnlySubstanceUnits="${!is.dense}" boundaryCondition="${is.boundary ?? false}" constant="${is.constant ?? false}" ${is.more ?? ''}/>`;
}

function reactionText(id: string, is: SketchReaction): string {
  const uses = (text: string | undefined, name: string) =>
    list(
      name,
      (text ?? '')
        .split('+')
        .map((t) => t.trim())
        .filter(Boolean),
      (term) => {
        const [n, species] = term.includes(' ') ? term.split(' ') : ['1', term];
        return `<speciesReference species="${species}" stoichiometry="${n}" constant="true"/>`;
      },
    );
  const locals = list(
    'LocalParameters',
    entries(is.locals),
    ([p, value]) => `<localParameter id="${p}" value="${value}"/>`,
  );
  return `<reaction id="${id}" reversible="${is.reversible ?? false}" ${is.more ?? ''}>
${uses(is.from, 'Reactants')}${uses(is.to, 'Products')}
<kineticLaw>${mathOf(is.law)}${locals}</kineticLaw>
</reaction>`;
}

const eventText = (e: SketchEvent): string => `<event useValuesFromTriggerTime="${e.fromTrigger ?? true}">
<trigger initialValue="${e.initialValue ?? false}" persistent="${e.persistent ?? true}">${mathOf(e.when)}</trigger>
${e.priority === undefined ? '' : `<priority>${mathOf(e.priority)}</priority>`}
${list('EventAssignments', entries(e.set), ([id, math]) => `<eventAssignment variable="${id}">${mathOf(math)}</eventAssignment>`)}
</event>`;

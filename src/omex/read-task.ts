import {
  declared,
  flagAttribute,
  listed,
  named,
  numberAttribute,
  textAttribute,
} from '../sbml/attributes.js';
import { refuse } from '../sbml/problems.js';
import { childrenOf, textOf, type XmlElement } from '../sbml/xml.js';
import { calculate, readCalculation } from './calculation.js';
import type { Setting, Task } from './experiment.js';
import { needed, stepsOf } from './read-simulation.js';
import { readPath } from './xpath.js';

/** A task or a repeated task; others are refused. Throws SbmlError. */
export function readTask(e: XmlElement): Task {
  if (e.name === 'task')
    return {
      ...declared(e),
      kind: 'task',
      model: textAttribute(e, 'modelReference'),
      simulation: textAttribute(e, 'simulationReference'),
    };
  if (e.name !== 'repeatedTask')
    refuse(e, `<${e.name}> is not supported; leucell runs task and repeatedTask`);
  if (flagAttribute(e, 'concatenate', false))
    refuse(e, 'concatenate="true" is not supported; give each iteration its own rows with "false"');
  const ranges = readRanges(e);
  const range = textAttribute(e, 'range');
  const iterations = ranges.get(range) ?? refuse(e, `there is no range "${range}" in this repeatedTask`);
  if (iterations.length === 0) refuse(e, `range "${range}" has no values; give it one`);
  const parts = listed(e, 'listOfSubTasks', 'subTask');
  if (parts.length === 0) refuse(e, 'there is no <subTask> in it; add one');
  for (const part of parts) {
    const [inner] = named(part, 'listOfChanges');
    if (inner) refuse(inner, 'changes of a single subTask are not supported; put them into the repeatedTask');
  }
  if (!flagAttribute(e, 'resetModel') && iterations.length * parts.length > 1)
    refuse(e, 'resetModel="false" is not supported: each iteration starts anew; write resetModel="true"');
  for (const [id, { length }] of [...ranges].map(([id, values]) => [id, values] as const))
    if (length < iterations.length)
      refuse(e, `range "${id}" has ${length} values, fewer than the ${iterations.length} of "${range}"`);
  const order = (part: XmlElement) => numberAttribute(part, 'order') ?? 0;
  return {
    ...declared(e),
    kind: 'repeatedTask',
    range,
    ranges,
    sets: listed(e, 'listOfChanges', 'setValue').map(readSetting),
    parts: [...parts].sort((a, b) => order(a) - order(b)).map((part) => textAttribute(part, 'task')),
  };
}

function readRanges(e: XmlElement): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const range of named(e, 'listOfRanges').flatMap(childrenOf))
    found.set(declared(range).id, valuesOf(range, found));
  return found;
}

function valuesOf(e: XmlElement, before: ReadonlyMap<string, readonly number[]>): readonly number[] {
  switch (e.name) {
    case 'vectorRange':
      return named(e, 'value').map((v) => {
        const x = Number(textOf(v));
        return textOf(v) === '' || Number.isNaN(x) ? refuse(v, `"${textOf(v)}" is not a number`) : x;
      });
    case 'uniformRange':
      return uniform(e);
    case 'functionalRange': {
      const other = textAttribute(e, 'range');
      const along = before.get(other) ?? refuse(e, `there is no range "${other}" before this one`);
      const math = readCalculation(e);
      return along.map((_, i) => calculate(math, (id) => before.get(id)?.[i]));
    }
    default:
      return refuse(e, `<${e.name}> is not supported; write uniformRange, vectorRange or functionalRange`);
  }
}

function uniform(e: XmlElement): readonly number[] {
  const [start, end, steps] = [needed(e, 'start'), needed(e, 'end'), stepsOf(e)];
  const type = e.attributes.get('type') ?? 'linear';
  if (type !== 'linear' && type !== 'log') refuse(e, `type="${type}" is not known; write "linear" or "log"`);
  if (type === 'log' && !(start > 0 && end > 0)) refuse(e, 'a range with type="log" lies above 0');
  const share = (i: number) => (steps === 0 ? 0 : i / steps);
  return Array.from({ length: steps + 1 }, (_, i) =>
    type === 'log' ? start * (end / start) ** share(i) : start + (end - start) * share(i),
  );
}

const readSetting = (e: XmlElement): Setting => ({
  model: textAttribute(e, 'modelReference'),
  path: readPath(textAttribute(e, 'target'), e),
  math: readCalculation(e),
});

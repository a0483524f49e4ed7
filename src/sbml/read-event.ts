import { flagAttribute, idAttribute, listed, mathOf, named } from './attributes.js';
import type { Assignment, SbmlEvent } from './document.js';
import { readMath } from './mathml.js';
import type { XmlElement } from './xml.js';

/** An <event>; undefined where it has no trigger, since it then never happens. Throws SbmlError. */
export function readEvent(e: XmlElement, index: number): SbmlEvent | undefined {
  const trigger = named(e, 'trigger')[0];
  const condition = trigger && mathOf(trigger);
  if (condition === undefined) return undefined;
  const priority = named(e, 'priority').map(mathOf)[0];
  return {
    id: e.attributes.get('id') ?? `event ${index + 1}`,
    place: { line: e.line, column: e.column },
    trigger: {
      math: readMath(condition),
      initialValue: flagAttribute(trigger!, 'initialValue'),
      persistent: flagAttribute(trigger!, 'persistent'),
    },
    valuesFromTrigger: flagAttribute(e, 'useValuesFromTriggerTime'),
    priority: priority && readMath(priority),
    assignments: listed(e, 'listOfEventAssignments', 'eventAssignment').flatMap(readEventAssignment),
  };
}

function readEventAssignment(e: XmlElement): Assignment[] {
  const math = mathOf(e);
  if (math === undefined) return [];
  return [
    { variable: idAttribute(e, 'variable'), place: { line: e.line, column: e.column }, math: readMath(math) },
  ];
}

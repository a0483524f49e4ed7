import { declared, listed, named, numberAttribute, textAttribute } from '../sbml/attributes.js';
import { refuse } from '../sbml/problems.js';
import type { XmlElement } from '../sbml/xml.js';
import type { TimeCourse } from './experiment.js';
import { KISAO_SEED } from './kisao.js';

const MOST_STEPS = 1_000_000;

/** A uniform time course; other simulations are refused. Throws SbmlError. */
export function readSimulation(e: XmlElement): TimeCourse {
  if (e.name !== 'uniformTimeCourse')
    refuse(e, `<${e.name}> is not supported; leucell runs uniformTimeCourse`);
  const initial = needed(e, 'initialTime');
  const start = needed(e, 'outputStartTime');
  const end = needed(e, 'outputEndTime');
  const steps = stepsOf(e);
  if (initial !== 0) refuse(e, `initialTime="${initial}" is not supported; models start at 0`);
  if (!(start >= 0 && end >= start && end < Number.POSITIVE_INFINITY))
    refuse(e, `outputStartTime="${start}" and outputEndTime="${end}" are no times in order from 0 on`);
  const algorithm = named(e, 'algorithm')[0] ?? refuse(e, 'there is no <algorithm>; add one with a kisaoID');
  const parameters = listed(algorithm, 'listOfAlgorithmParameters', 'algorithmParameter');
  const isSeed = (p: XmlElement) => kisaoOf(p) === KISAO_SEED;
  const seed = parameters.find(isSeed);
  return {
    ...declared(e),
    times_s: Array.from({ length: steps + 1 }, (_, i) =>
      steps === 0 ? start : start + ((end - start) * i) / steps,
    ),
    kisao: kisaoOf(algorithm),
    algorithm: { line: algorithm.line, column: algorithm.column },
    seed: seed && textAttribute(seed, 'value'),
    unused: parameters
      .filter((p) => !isSeed(p))
      .map((p) => ({
        kisao: textAttribute(p, 'kisaoID'),
        place: { line: p.line, column: p.column },
      })),
  };
}

/** Steps between the first value and the last; older documents call them points. */
export function stepsOf(e: XmlElement): number {
  const steps = numberAttribute(e, 'numberOfSteps') ?? numberAttribute(e, 'numberOfPoints');
  if (steps === undefined)
    refuse(e, `<${e.name}> lacks the attribute numberOfSteps; add numberOfSteps="..."`);
  if (!(Number.isInteger(steps) && steps >= 0 && steps <= MOST_STEPS))
    refuse(e, `${steps} is not a number of steps; write a whole number from 0 to ${MOST_STEPS}`);
  return steps;
}

/** A number that must be there. */
export const needed = (e: XmlElement, name: string): number =>
  numberAttribute(e, name) ?? refuse(e, `<${e.name}> lacks the attribute ${name}; add ${name}="..."`);

function kisaoOf(e: XmlElement): number {
  const text = textAttribute(e, 'kisaoID');
  const digits = /^(?:urn:miriam:biomodels\.kisao:)?KISAO[:_](\d{7})$/.exec(text)?.[1];
  return digits === undefined
    ? refuse(e, `kisaoID="${text}" is not a KiSAO term; write for example KISAO:0000029`)
    : Number(digits);
}

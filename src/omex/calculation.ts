import { declared, listed, mathOf } from '../sbml/attributes.js';
import { type Compiled, compile } from '../sbml/compile.js';
import { number, type Resolved, some } from '../sbml/expression.js';
import { readMath } from '../sbml/mathml.js';
import { refuse } from '../sbml/problems.js';
import { newEffort, resolve } from '../sbml/resolve.js';
import type { XmlElement } from '../sbml/xml.js';
import type { Calculation } from './experiment.js';
import { needed } from './read-simulation.js';

/** The formula of a range, a setting or a data generator; variables of the model are known to data generators only. */
export function readCalculation(e: XmlElement, variables = false): Calculation {
  const [variable] = listed(e, 'listOfVariables', 'variable');
  if (!variables && variable)
    refuse(variable, `variables are not supported in <${e.name}>; use ranges and parameters`);
  const at = mathOf(e) ?? refuse(e, `there is no <math> in <${e.name}>; add it`);
  const parameters = listed(e, 'listOfParameters', 'parameter').map(
    (p) => [declared(p).id, needed(p, 'value')] as const,
  );
  return { at, formula: readMath(at), parameters: new Map(parameters) };
}

/** Its value, where names that are no parameters mean what `meaning` says. Throws SbmlError for other names. */
export function calculate(math: Calculation, meaning: (id: string) => number | undefined): number {
  const result = resolved(math, (id) => {
    const value = meaning(id);
    return value === undefined ? undefined : number(value);
  });
  return result.kind === 'number' ? result.value : refuse(math.at, 'this formula has no value here');
}

/** The formula as a function of the values of these variables, in their order. Throws SbmlError for other names. */
export function calculator(math: Calculation, variables: readonly string[]): Compiled {
  const formula = resolved(math, (id) => {
    const index = variables.indexOf(id);
    return index < 0 ? undefined : { kind: 'count', index };
  });
  return compile(formula, new Float64Array(0));
}

function resolved(math: Calculation, meaning: (id: string) => Resolved | undefined): Resolved {
  const formula = resolve(math.formula, {
    functions: new Map(),
    effort: newEffort(),
    calling: [],
    time: { kind: 'time' },
    nameOf: (name, place) => {
      const own = math.parameters.get(name);
      if (own !== undefined) return number(own);
      return meaning(name) ?? refuse(place, `nothing here is called "${name}"; declare it`);
    },
  });
  if (some(formula, (part) => part.kind === 'time'))
    refuse(math.at, 'the csymbol time belongs to models; use a variable with symbol="urn:sedml:symbol:time"');
  return formula;
}

import type { FunctionDefinition } from './document.js';
import { apply, operandsOf, piecewise, type Resolved, type Written } from './expression.js';
import { type Place, refuse } from './problems.js';

/** What names stand for. */
export interface Scope {
  readonly effort: Effort;
  /** Functions whose bodies are being put in. */
  readonly calling: readonly string[];
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly time: Resolved;
  nameOf(name: string, place: Place): Resolved;
}

/** What putting one formula together has cost so far, so that a hostile one is refused in time. */
interface Effort {
  calls: number;
  readonly sizes: WeakMap<object, Size>;
}
export const newEffort = (): Effort => ({ calls: 0, sizes: new WeakMap() });

interface Size {
  readonly parts: number;
  readonly depth: number;
}

/** Operators and leaves that one formula may grow to when functions and rules are put in, and their nesting. */
const MOST_PARTS = 20_000;
const DEEPEST = 1_000;
const MOST_CALLS = 100_000;

/** The formula with every name looked up and every function put in; numbers are computed at once. Throws SbmlError. */
export function resolve(f: Written, scope: Scope): Resolved {
  switch (f.kind) {
    case 'number':
      return f;
    case 'time':
      return scope.time;
    case 'name':
      return bounded(scope.nameOf(f.name, f.place), f.place, f.name, scope);
    case 'apply':
      return apply(f.op, ...f.args.map((a) => resolve(a, scope)));
    case 'piecewise':
      return piecewise(
        f.pieces.map((p) => ({ value: resolve(p.value, scope), when: resolve(p.when, scope) })),
        resolve(f.otherwise, scope),
      );
    case 'call': {
      const args = f.args.map((a) => resolve(a, scope));
      return bounded(call(f.name, args, f.place, scope), f.place, f.name, scope);
    }
  }
}

function call(name: string, args: readonly Resolved[], place: Place, scope: Scope): Resolved {
  const definition = scope.functions.get(name);
  if (definition === undefined)
    refuse(place, `there is no function "${name}"; define it in listOfFunctionDefinitions`);
  const { parameters, body } = definition.lambda;
  if (parameters.length !== args.length)
    refuse(place, `function "${name}" takes ${parameters.length} arguments, not ${args.length}`);
  if (scope.calling.includes(name)) refuse(place, `function "${name}" calls itself; write it without`);
  if (++scope.effort.calls > MOST_CALLS)
    refuse(place, `one formula calls functions more than ${MOST_CALLS} times; simplify "${name}"`);
  return resolve(body, {
    functions: scope.functions,
    effort: scope.effort,
    calling: [...scope.calling, name],
    time: scope.time,
    nameOf: (inner, at) =>
      args[parameters.indexOf(inner)] ?? refuse(at, `function "${name}" has no argument "${inner}"`),
  });
}

function bounded(f: Resolved, place: Place, name: string, scope: Scope): Resolved {
  const { parts, depth } = sizeOf(f, scope.effort.sizes);
  if (parts > MOST_PARTS || depth > DEEPEST)
    refuse(
      place,
      `with "${name}" put in, the formula grows beyond ${MOST_PARTS} parts or ${DEEPEST} levels; simplify it`,
    );
  return f;
}

function sizeOf(f: Resolved, sizes: WeakMap<object, Size>): Size {
  const known = sizes.get(f);
  if (known) return known;
  const inside = operandsOf(f).map((operand) => sizeOf(operand, sizes));
  const size = {
    parts: inside.reduce((sum, i) => sum + i.parts, 1),
    depth: inside.reduce((deepest, i) => Math.max(deepest, i.depth), 0) + 1,
  };
  sizes.set(f, size);
  return size;
}

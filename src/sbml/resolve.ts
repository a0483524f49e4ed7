import type { FunctionDefinition } from './document.js';
import { apply, operandsOf, piecewise, type Resolved, type Written } from './expression.js';
import { type Place, refuse } from './problems.js';

/** What names stand for. */
export interface Scope {
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly time: Resolved;
  nameOf(name: string, place: Place): Resolved;
}

/** Operators and leaves that one formula may grow to when functions and rules are put in, and their nesting. */
const MOST_PARTS = 20_000;
const DEEPEST = 1_000;

/** The formula with every name looked up and every function put in; numbers are computed at once. Throws SbmlError. */
export function resolve(f: Written, scope: Scope): Resolved {
  switch (f.kind) {
    case 'number':
      return f;
    case 'time':
      return scope.time;
    case 'name':
      return bounded(scope.nameOf(f.name, f.place), f.place, f.name);
    case 'apply':
      return apply(f.op, ...f.args.map((a) => resolve(a, scope)));
    case 'piecewise':
      return piecewise(
        f.pieces.map((p) => ({ value: resolve(p.value, scope), when: resolve(p.when, scope) })),
        resolve(f.otherwise, scope),
      );
    case 'call':
      return bounded(
        call(
          f.name,
          f.args.map((a) => resolve(a, scope)),
          f.place,
          scope,
        ),
        f.place,
        f.name,
      );
  }
}

function call(name: string, args: readonly Resolved[], place: Place, scope: Scope): Resolved {
  const definition = scope.functions.get(name);
  if (definition === undefined)
    refuse(place, `there is no function "${name}"; define it in listOfFunctionDefinitions`);
  const { parameters, body } = definition.lambda;
  if (parameters.length !== args.length)
    refuse(place, `function "${name}" takes ${parameters.length} arguments, not ${args.length}`);
  const functions = new Map(scope.functions);
  functions.delete(name); // a function may not call itself
  return resolve(body, {
    functions,
    time: scope.time,
    nameOf: (inner, at) =>
      args[parameters.indexOf(inner)] ?? refuse(at, `function "${name}" has no argument "${inner}"`),
  });
}

const measured = new WeakMap<object, { readonly parts: number; readonly depth: number }>();

function bounded(f: Resolved, place: Place, name: string): Resolved {
  const { parts, depth } = measure(f);
  if (parts > MOST_PARTS || depth > DEEPEST)
    refuse(
      place,
      `with "${name}" put in, the formula grows beyond ${MOST_PARTS} parts or ${DEEPEST} levels; simplify it`,
    );
  return f;
}

function measure(f: Resolved): { readonly parts: number; readonly depth: number } {
  const known = measured.get(f);
  if (known) return known;
  const inside = operandsOf(f).map(measure);
  const size = {
    parts: inside.reduce((sum, i) => sum + i.parts, 1),
    depth: inside.reduce((deepest, i) => Math.max(deepest, i.depth), 0) + 1,
  };
  measured.set(f, size);
  return size;
}

import { apply, number, piecewise, type Written } from './expression.js';
import { arityOf, isRelation, OPERATORS, type Operator } from './operators.js';
import { refuse } from './problems.js';
import { childrenOf, textOf, type XmlElement } from './xml.js';

export const MATHML = 'http://www.w3.org/1998/Math/MathML';
/** The value that SBML Level 3 gives its csymbol avogadro. */
const AVOGADRO = 6.02214179e23;

/** A function definition: names of arguments and what becomes of them. */
export interface Lambda {
  readonly parameters: readonly string[];
  readonly body: Written;
}

/** The formula in a <math> element. Throws SbmlError for what is not in SBML's subset, or needs a memory of the past. */
export function readMath(math: XmlElement): Written {
  return formulaOf(onlyChild(math));
}

/** The lambda in a <math> element. */
export function readLambda(math: XmlElement): Lambda {
  const lambda = skipSemantics(onlyChild(math));
  if (lambda.name !== 'lambda') refuse(lambda, `<${lambda.name}> stands where a function needs a <lambda>`);
  const inside = childrenOf(lambda);
  const body = inside.at(-1) ?? refuse(lambda, 'the <lambda> is empty; give it a formula');
  const parameters = inside.slice(0, -1).map((bvar) => {
    if (bvar.name !== 'bvar') refuse(bvar, `<${bvar.name}> stands where <bvar> is expected`);
    return textOf(onlyChild(bvar));
  });
  return { parameters, body: formulaOf(body) };
}

function formulaOf(raw: XmlElement): Written {
  const e = skipSemantics(raw);
  if (e.namespace !== MATHML) refuse(e, `<${e.name}> is not in the MathML namespace ${MATHML}`);
  switch (e.name) {
    case 'cn':
      return number(numberOf(e));
    case 'ci':
      return { kind: 'name', name: textOf(e), place: e };
    case 'csymbol':
      return symbolOf(e);
    case 'apply':
      return applicationOf(e);
    case 'piecewise':
      return piecesOf(e);
    case 'true':
      return number(1);
    case 'false':
      return number(0);
    case 'pi':
      return number(Math.PI);
    case 'exponentiale':
      return number(Math.E);
    case 'infinity':
      return number(Number.POSITIVE_INFINITY);
    case 'notanumber':
      return number(Number.NaN);
    default:
      return refuse(e, `<${e.name}> is not among the MathML elements that SBML knows here`);
  }
}

function symbolOf(e: XmlElement): Written {
  const url = e.attributes.get('definitionURL')?.trim() ?? '';
  if (url === `${SYMBOLS}time`) return { kind: 'time' };
  if (url === `${SYMBOLS}avogadro`) return number(AVOGADRO);
  if (url === `${SYMBOLS}delay`)
    refuse(e, 'delay() needs the past of a run and is not supported; leave it out');
  return refuse(e, `the csymbol "${url}" is not supported; time and avogadro are`);
}

const SYMBOLS = 'http://www.sbml.org/sbml/symbols/';

function applicationOf(e: XmlElement): Written {
  const [head, ...operands] = childrenOf(e);
  if (head === undefined) refuse(e, '<apply> is empty; give it an operator');
  if (head.name === 'ci') {
    return { kind: 'call', name: textOf(head), args: operands.map(formulaOf), place: head };
  }
  if (head.name === 'csymbol') return symbolOf(head);
  if (head.name === 'root' || head.name === 'log') return qualified(e, head, operands);
  if (head.name === 'minus' && operands.length === 1) return apply('negate', formulaOf(operands[0]!));
  const op = operatorOf(head);
  const args = operands.map(formulaOf);
  if (arityOf(op) === 1) {
    if (args.length !== 1) refuse(e, `<${head.name}> has ${args.length} operands; it takes 1`);
    return apply(op, args[0]!);
  }
  return isRelation(op) ? chain(e, op, args) : fold(e, op, args);
}

function operatorOf(head: XmlElement): Operator {
  const name = head.name === 'negate' ? '' : head.name;
  if (head.namespace !== MATHML || !Object.hasOwn(OPERATORS, name))
    refuse(head, `<${head.name}> is not an operator that SBML knows`);
  return name as Operator;
}

/** a < b < c means a < b and b < c. */
function chain(e: XmlElement, op: Operator, args: readonly Written[]): Written {
  if (args.length < 2 || (op === 'neq' && args.length > 2)) refuse(e, `<${op}> has ${args.length} operands`);
  return balanced(
    'and',
    args.slice(1).map((b, i) => apply(op, args[i]!, b)),
  );
}

/** Operators of any number of operands, by twos; with none, what leaves a formula as it is. */
function fold(e: XmlElement, op: Operator, args: readonly Written[]): Written {
  if (/^(minus|divide|power|quotient|rem|implies)$/.test(op) && args.length !== 2)
    refuse(e, `<${op}> has ${args.length} operands; it takes 2`);
  const [first, ...rest] = args;
  if (first !== undefined) {
    const alone = rest.length === 0 && /^(and|or|xor)$/.test(op);
    return alone ? apply('neq', first, number(0)) : balanced(op, args);
  }
  if (op === 'min' || op === 'max') refuse(e, `<${op}> has no operands; give it one`);
  return number(op === 'times' || op === 'and' ? 1 : 0);
}

/** By halves, so that a sum of a hundred thousand is 17 levels deep and no stack overflows. */
function balanced(op: Operator, args: readonly Written[]): Written {
  if (args.length === 1) return args[0]!;
  const half = Math.ceil(args.length / 2);
  return apply(op, balanced(op, args.slice(0, half)), balanced(op, args.slice(half)));
}

function qualified(e: XmlElement, head: XmlElement, operands: readonly XmlElement[]): Written {
  const qualifier = operands.find((o) => o.name === 'degree' || o.name === 'logbase');
  const rest = operands.filter((o) => o !== qualifier);
  if (rest.length !== 1) refuse(e, `<${head.name}> has ${rest.length} operands; it takes 1`);
  const by = qualifier ? formulaOf(onlyChild(qualifier)) : number(head.name === 'root' ? 2 : 10);
  return apply(head.name as 'root' | 'log', by, formulaOf(rest[0]!));
}

const MOST_PIECES = 1_000;

function piecesOf(e: XmlElement): Written {
  const pieces: { value: Written; when: Written }[] = [];
  let otherwise: Written = number(Number.NaN);
  const parts = childrenOf(e);
  if (parts.length > MOST_PIECES)
    refuse(e, `<piecewise> has ${parts.length} pieces; ${MOST_PIECES} is the most`);
  for (const part of parts) {
    const inside = childrenOf(part);
    if (part.name === 'otherwise') otherwise = formulaOf(onlyChild(part));
    else if (part.name === 'piece' && inside.length === 2)
      pieces.push({ value: formulaOf(inside[0]!), when: formulaOf(inside[1]!) });
    else
      refuse(
        part,
        `<${part.name}> of ${inside.length} elements in <piecewise>; write <piece> of value and condition`,
      );
  }
  return piecewise(pieces, otherwise);
}

function numberOf(e: XmlElement): number {
  const type = e.attributes.get('type') ?? 'real';
  const texts = e.content.map((c) =>
    typeof c === 'string' ? c.trim() : c.name === 'sep' ? '\0' : `<${c.name}>`,
  );
  const parts = texts.join('').split('\0');
  const [a, b] = parts.map((text) =>
    /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN,
  );
  const two = type === 'e-notation' || type === 'rational';
  const value =
    type === 'e-notation' ? Number(`${parts[0]}e${parts[1]}`) : type === 'rational' ? a! / b! : a!;
  const known = two || type === 'real' || type === 'integer';
  if (!known || parts.length !== (two ? 2 : 1) || Number.isNaN(a) || Number.isNaN(b) || Number.isNaN(value))
    refuse(e, `"${parts.join(' ')}" is not a number of type ${type}`);
  return value;
}

function skipSemantics(e: XmlElement): XmlElement {
  if (e.name !== 'semantics') return e;
  return skipSemantics(childrenOf(e)[0] ?? refuse(e, '<semantics> is empty; give it a formula'));
}

function onlyChild(e: XmlElement): XmlElement {
  const children = childrenOf(e);
  if (children.length !== 1) refuse(e, `<${e.name}> holds ${children.length} formulas; give it one`);
  return children[0]!;
}

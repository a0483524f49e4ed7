/** MathML of a formula in everyday notation, for models that tests write: 1.5e3, names, + - * / ^, comparisons, && ||, calls. */
export function mathOf(text: string): string {
  const tokens = text.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|\w+|[<>=!]=|&&|\|\||\S/g) ?? [];
  let at = 0;
  const next = (...any: string[]) => any.includes(tokens[at] ?? '');
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`"${text}": ${token} instead of ${expected}`);
    return token;
  };
  const level = (operators: Record<string, string>, inner: () => string) => () => {
    let left = inner();
    while (next(...Object.keys(operators))) left = application(operators[take()]!, left, inner());
    return left;
  };

  function primary(): string {
    if (next('(')) {
      take('(');
      const inside = formula();
      take(')');
      return inside;
    }
    if (next('-')) {
      take('-');
      return application('minus', power());
    }
    const token = take();
    if (/^[\d.]/.test(token)) return token.includes('e') ? eNotation(token) : `<cn>${token}</cn>`;
    if (!next('(')) return leaf(token);
    take('(');
    const args: string[] = [];
    while (!next(')')) {
      args.push(formula());
      if (next(',')) take(',');
    }
    take(')');
    return call(token, args);
  }
  const power = (): string => {
    const base = primary();
    if (!next('^')) return base;
    take('^');
    return application('power', base, power());
  };
  const product = level({ '*': 'times', '/': 'divide' }, power);
  const sum = level({ '+': 'plus', '-': 'minus' }, product);
  const comparison = level({ '>=': 'geq', '<=': 'leq', '>': 'gt', '<': 'lt', '==': 'eq', '!=': 'neq' }, sum);
  const both = level({ '&&': 'and' }, comparison);
  const formula = level({ '||': 'or' }, both);

  const body = formula();
  if (at < tokens.length) throw new Error(`"${text}": what is "${tokens[at]}"?`);
  return `<math xmlns="http://www.w3.org/1998/Math/MathML">${body}</math>`;
}

const OPERATORS =
  /^(abs|exp|ln|floor|ceiling|factorial|min|max|quotient|rem|and|or|xor|not|implies|(arc)?(sin|cos|tan|sec|csc|cot)h?|geq|leq|gt|lt|eq|neq|plus|times)$/;
const SYMBOLS = 'http://www.sbml.org/sbml/symbols';

const application = (op: string, ...args: string[]) => `<apply><${op}/>${args.join('')}</apply>`;

function eNotation(token: string): string {
  const [mantissa, exponent] = token.split(/e/i);
  return `<cn type="e-notation">${mantissa}<sep/>${exponent}</cn>`;
}

function leaf(name: string): string {
  if (name === 'time' || name === 'avogadro')
    return `<csymbol encoding="text" definitionURL="${SYMBOLS}/${name}"> ${name} </csymbol>`;
  if (/^(true|false|pi|exponentiale|infinity|notanumber)$/.test(name)) return `<${name}/>`;
  return `<ci> ${name} </ci>`;
}

function call(name: string, args: readonly string[]): string {
  if (name === 'root') return `<apply><root/><degree>${args[0]}</degree>${args[1]}</apply>`;
  if (name === 'log') return `<apply><log/><logbase>${args[0]}</logbase>${args[1]}</apply>`;
  if (name === 'sqrt') return application('root', ...args);
  if (name === 'delay')
    return `<apply><csymbol encoding="text" definitionURL="${SYMBOLS}/delay">delay</csymbol>${args.join('')}</apply>`;
  if (name === 'piecewise') {
    const pieces = [];
    for (let i = 0; i + 1 < args.length; i += 2) pieces.push(`<piece>${args[i]}${args[i + 1]}</piece>`);
    const rest = args.length % 2 === 1 ? `<otherwise>${args.at(-1)}</otherwise>` : '';
    return `<piecewise>${pieces.join('')}${rest}</piecewise>`;
  }
  return OPERATORS.test(name)
    ? application(name, ...args)
    : `<apply><ci>${name}</ci>${args.join('')}</apply>`;
}

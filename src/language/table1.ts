import { columns, type Format, figure, heading } from './columns.js';
import type { Model } from './model.js';
import { cited, factorsOf, notation } from './notation.js';
import { type Parameter, parametersOf, parametersOfRule } from './parameters.js';
import type { Rule } from './rules.js';

/**
 * Table 1 of a methods section: chapter by chapter, what happens, with every number, its evidence and its source; then the
 * starting amounts. `~` before a rule's id marks a rate law that stands for a mechanism not resolved.
 */
export function table1(model: Model, format: Format): string {
  const chapters = model.chapters.map(
    (c) => heading(c.title, format) + columns(HEAD, c.rules.flatMap(rowsOf(format)), format, RIGHT),
  );
  const amounts = parametersOf(model).filter((p) => /^(copies|amount)\./.test(p.name));
  return [
    ...chapters,
    heading('What a fasted cell starts with', format) + parameterRows(amounts, format),
  ].join('\n');
}

/** Every number that a scenario may override or sweep, by name. */
export const parameterTable = (model: Model, format: Format): string =>
  parameterRows(parametersOf(model), format);

const HEAD = ['rule', 'what happens', 'number', 'value', 'unit', 'evidence', 'source'];
const RIGHT = ['value'];

/** One row a rule in Markdown, the lines of a cell under each other; as text, one row a line. */
const rowsOf =
  (format: Format) =>
  (rule: Rule): readonly (readonly string[])[] => {
    const numbers = parametersOfRule(rule);
    const cells = [
      [`${isApproximate(rule) ? '~' : ''}${rule.id}`],
      whatHappens(rule),
      numbers.map((p) => p.name.slice(rule.id.length + 1)),
      numbers.map((p) => figure(p.value)),
      numbers.map((p) => p.unit),
      numbers.map((p) => p.evidence),
      numbers.map((p) => p.sources.map(cited).join('; ')),
    ];
    if (format === 'markdown') return [cells.map((lines) => lines.join('\n'))];
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, i) => cells.map((lines) => lines[i] ?? ''));
  };

function whatHappens(rule: Rule): readonly string[] {
  const factors = factorsOf(rule);
  const saturable = Object.values(rule.rates).some((rate) => rate.saturation !== undefined);
  return [
    rule.sentence,
    notation(rule),
    ...(factors.length > 0 ? [`rate x ${factors.join(' x ')}`] : []),
    ...(saturable ? ['approximation: k E S/(Km + S), the complex is not resolved'] : []),
    ...(rule.approximation === undefined ? [] : [`approximation: ${rule.approximation}`]),
    ...(rule.driven ? ['driven: energy not shown is spent'] : []),
  ];
}

/** A rate law that stands for an unresolved mechanism: saturable rates, laws of amounts, and what the rule itself says. */
const isApproximate = (rule: Rule): boolean =>
  rule.approximation !== undefined ||
  (rule.laws ?? []).length > 0 ||
  Object.values(rule.rates).some((rate) => rate.saturation !== undefined);

const parameterRows = (parameters: readonly Parameter[], format: Format): string =>
  columns(
    ['parameter', 'value', 'unit', 'evidence', 'source', 'note'],
    parameters.map((p) => [
      p.name,
      figure(p.value),
      p.unit,
      p.evidence,
      p.sources.map(cited).join('; '),
      p.note,
    ]),
    format,
    RIGHT,
  );

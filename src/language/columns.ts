/** How a table is written: aligned columns for a terminal, or Markdown for a page. */
export type Format = 'text' | 'markdown';

/** A head and rows as a table; columns named in `right` are set flush right. Ends with a line break. */
export function columns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  format: Format,
  right: readonly string[] = [],
): string {
  const all = [head, ...rows].map((row) => row.map((cell) => (format === 'markdown' ? escaped(cell) : cell)));
  const widths = head.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)));
  const toRight = head.map((name) => right.includes(name));
  const lines = all.map((row) => row.map((cell, i) => padded(cell, widths[i]!, toRight[i]!)));
  if (format === 'text') return lines.map((line) => `${line.join('  ').trimEnd()}\n`).join('');
  const rule = widths.map((width, i) =>
    toRight[i] ? `${'-'.repeat(Math.max(1, width - 1))}:` : '-'.repeat(width),
  );
  return [lines[0]!, rule, ...lines.slice(1)].map((line) => `| ${line.join(' | ')} |\n`).join('');
}

/** A heading in the same format. */
export const heading = (title: string, format: Format): string =>
  format === 'markdown' ? `## ${title}\n\n` : `${title}\n${'-'.repeat([...title].length)}\n`;

/** A number with at most four significant digits: 0.15, 70000, 2.5e6. */
export function figure(value: number): string {
  const rounded = Number(value.toPrecision(4));
  return Math.abs(rounded) >= 1e6 ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}

const escaped = (cell: string): string => cell.replace(/\|/g, '\\|').replace(/\n/g, '<br>');

function padded(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...cell].length));
  return right ? space + cell : cell + space;
}

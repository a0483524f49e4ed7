import { stripVTControlCharacters } from 'node:util';

/** Rows as aligned columns: the first column to the left, numbers to the right, two spaces between. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => padded(cell, widths[i]!, i > 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

const width = (cell: string): number => [...stripVTControlCharacters(cell)].length;

function padded(cell: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)));
  return right ? space + cell : cell + space;
}

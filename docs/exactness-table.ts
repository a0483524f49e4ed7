/** A number of a table: three digits, or a power of ten. */
export function small(p: number): string {
  return p === 0 ? '< 1e-300' : p < 0.001 ? p.toExponential(1) : p.toFixed(3);
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

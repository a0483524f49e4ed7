/** A number for a reader: three significant digits, thousands apart, no exponent where it can be read without. */
export function figure(x: number): string {
  if (!Number.isFinite(x)) return '–';
  const size = Math.abs(x);
  if (size === 0) return '0';
  if (size >= 1e7 || size < 1e-4) return x.toExponential(2).replace('e+', 'e').replace('-', '−');
  const rounded = Number(x.toPrecision(3));
  const digits = size >= 100 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded
    .toFixed(digits)
    .replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ' ')
    .replace('-', '−');
}

/** A number without needless zeros: 4, 2.5, 0.333. */
export const lean = (x: number): string => String(Number(x.toPrecision(3)));

/** A p value; below 0.001 only that it is so. */
export const chance = (p: number): string =>
  Number.isNaN(p) ? '–' : p < 0.001 ? '< 0.001' : p > 0.995 ? '1' : p.toFixed(p < 0.1 ? 3 : 2);

/** A value with its interval. */
export const between = (
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
): string => (Number.isFinite(value) ? `${figure(value)} [${figure(low)}, ${figure(high)}]` : '–');

/** Names as people list them: a, b and c. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** Rows as CSV (RFC 4180), numbers in full, what is not finite left empty. */
export const csv = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

function field(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return /[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}

/** A title as a sentence begins; p-S6K1, mTORC1 and their like stay as they are. */
export const sentence = (title: string): string =>
  /^[a-z]+\b(?!-)/.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;

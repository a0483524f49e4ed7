/** A number with three significant digits and no exponent where a person can read it without. */
export function plain(x: number): string {
  if (Number.isNaN(x)) return '-';
  if (!Number.isFinite(x)) return x > 0 ? 'infinite' : '-infinite';
  if (x === 0) return '0';
  const size = Math.abs(Number(x.toPrecision(3)));
  if (size >= 1e6 || size < 1e-3) return x.toExponential(2);
  if (size >= 100) return x.toFixed(0);
  return x.toFixed(2 - Math.floor(Math.log10(size)));
}

/** A count as people say it: 950, 12 thousand, 3.4 million. */
export function count(n: number): string {
  const steps = [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e4, 'thousand'],
  ] as const;
  for (const [size, word] of steps)
    if (n >= size) return `${plain(n / (word === 'thousand' ? 1e3 : size))} ${word}`;
  return String(Math.round(n));
}

/** A span of wall time: 0.4 s, 12 s, 3 min, 2 h 5 min. */
export function span(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown';
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** Bytes in the units of disks: 950 B, 1.2 MB. */
export function bytes(n: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let i = 0;
  let value = n;
  while (value >= 1000 && i < units.length - 1) {
    value /= 1000;
    i += 1;
  }
  return `${i === 0 ? Math.round(value) : plain(value)} ${units[i]}`;
}

/** "500 MB" or "2 GB" as megabytes, at least 16 and at most a million; undefined if it is not that. */
export function memoryIn(text: string): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([MG])B\s*$/.exec(text);
  if (found === null) return undefined;
  const megabytes = Number(found[1]) * (found[2] === 'G' ? 1000 : 1);
  return megabytes >= 16 && megabytes <= 1e6 ? megabytes : undefined;
}

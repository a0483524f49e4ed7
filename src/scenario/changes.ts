/** A tree of what is said, whose leaves are YAML as it was typed. */
interface Said {
  [key: string]: Said | string;
}

/**
 * What `--set path=value` says several times as one YAML text: paths as in a sweep, `fed.insulin`, `conditions.fed.leucine.dose`,
 * `base.sestrin2-leucine.off`. Undefined for a word that has no value or no path.
 */
export function changesText(
  sets: readonly string[],
  parameters: readonly string[],
): { readonly text: string } | { readonly bad: string } {
  const all: Said = {};
  for (const set of sets) {
    const [, path, value] = /^\s*([^=]+?)\s*=\s*(.+)$/s.exec(set) ?? [];
    const steps = path === undefined ? [] : stepsOf(path, parameters);
    if (value === undefined || steps.length === 0) return { bad: set };
    let place = all;
    for (const step of steps.slice(0, -1)) {
      const next = place[step];
      place[step] = typeof next === 'object' ? next : {};
      place = place[step] as Said;
    }
    place[steps.at(-1)!] = value;
  }
  return { text: `${written(all)}\n` };
}

function stepsOf(path: string, parameters: readonly string[]): readonly string[] {
  if (path === 'duration') return [path];
  const inside = path.startsWith('conditions.') ? path.slice('conditions.'.length) : path;
  const dot = inside.indexOf('.');
  if (dot <= 0 || dot === inside.length - 1) return [];
  const [where, rest] = [inside.slice(0, dot), inside.slice(dot + 1)];
  const place = where === 'base' ? ['base'] : ['conditions', where];
  return parameters.includes(rest) ? [...place, 'parameters', rest] : [...place, ...rest.split('.')];
}

const written = (said: Said | string): string =>
  typeof said === 'string'
    ? said
    : `{ ${Object.entries(said)
        .map(([key, value]) => `${JSON.stringify(key)}: ${written(value)}`)
        .join(', ')} }`;

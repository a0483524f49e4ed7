import { problemsFrom } from '../scenario/issues.js';
import { type Problem, problemAt, say } from '../scenario/problems.js';
import { parseYaml, type Source } from '../scenario/yaml.js';
import { problemsOfTargets } from './messages.js';
import type { Spot, Target } from './target.js';
import { targetsSchema } from './target-schema.js';

export type TargetsRead =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the text of a targets file, or says everything that is wrong with it, each thing at its line and column. */
export function readTargets(text: string, file: string): TargetsRead {
  if (text.trim() === '')
    return { ok: false, problems: [problemAt({ file, line: 1, column: 1 }, problemsOfTargets.noTargets())] };
  const { source, problems } = parseYaml(text, file);
  if (source === undefined) return { ok: false, problems };
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value))
    return {
      ok: false,
      problems: [
        ...problems,
        problemAt(source.at([]), say.wrongType('a targets file', 'this', '"targets: [...]"')),
      ],
    };
  const parsed = targetsSchema().safeParse(source.value);
  if (!parsed.success)
    return { ok: false, problems: [...problems, ...problemsFrom(parsed.error.issues, source)] };
  const { targets } = parsed.data;
  const found = [...problems, ...meetings(targets, source)];
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, targets };
}

/** What is wrong only together: names said twice, arms that do not exist, bands upside down. */
function meetings(targets: readonly Target[], source: Source): readonly Problem[] {
  const found: Problem[] = [];
  const report = (path: readonly PropertyKey[], message: string) =>
    found.push(problemAt(source.at(path), message));
  const ids = new Set<string>();
  targets.forEach((target, i) => {
    const here = ['targets', i] as const;
    if (ids.has(target.id)) report([...here, 'id'], problemsOfTargets.twice(target.id));
    ids.add(target.id);
    const arms = target.protocol.arms.map((arm) => arm.id);
    arms.forEach((id, a) => {
      if (arms.indexOf(id) < a) report([...here, 'protocol', 'arms', a, 'id'], problemsOfTargets.twice(id));
    });
    target.protocol.arms.forEach((arm, a) => {
      for (const [key, curve] of Object.entries(arm.forcing ?? {}))
        if (typeof curve !== 'string' && curve.t_min?.length !== curve.values?.length)
          report(
            [...here, 'protocol', 'arms', a, 'forcing', key],
            problemsOfTargets.uneven(curve.t_min?.length ?? 0, curve.values?.length ?? 0),
          );
    });
    const spotIs = (path: readonly PropertyKey[], spot: Spot) => {
      if (!arms.includes(spot.arm)) report([...path, 'arm'], problemsOfTargets.noSuchArm(spot.arm, arms));
      const [from, to] = spot.window ?? [0, 0];
      if (from > to) report([...path, 'window'], problemsOfTargets.windowBackwards(from, to));
    };
    target.points.forEach((point, p) => {
      spotIs([...here, 'points', p], point);
    });
    target.accept.bands.forEach((band, b) => {
      const path = [...here, 'accept', 'bands', b];
      spotIs(path, band);
      if (band.lo !== null && band.hi !== null && band.lo > band.hi)
        report(path, problemsOfTargets.bandUpsideDown(band.lo, band.hi));
    });
  });
  return found;
}

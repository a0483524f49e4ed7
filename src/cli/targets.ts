import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { scenarioParser } from '../scenario/parse.js';
import { problemText } from '../scenario/problems.js';
import type { ToPlan } from '../validation/place.js';
import { readTargets } from '../validation/read-targets.js';
import type { Target } from '../validation/target.js';
import { Refusal } from './exit.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { packageFile } from './package-info.js';
import { modelVocabulary } from './vocabulary.js';

/** The targets of a file, or those shipped. */
export function targetsOf(io: Io, file: string | undefined): readonly Target[] {
  const path = file === undefined ? packageFile('validation', 'targets.yaml') : resolve(io.cwd, file);
  const read = readTargets(textOf(path, file ?? path), file ?? path);
  if (!read.ok) throw new Refusal(problemText(read.problems));
  return read.targets;
}

function textOf(path: string, given: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refusal(say.unreadableTargets(given, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

/** What turns the text of a scenario into a plan. */
export function toPlan(): ToPlan {
  const parse = scenarioParser(modelVocabulary());
  return (text, name) => {
    const read = parse(text, `${name}.yaml`);
    return read.ok ? read.plan : { why: read.problems.map((p) => p.message).join(' ') };
  };
}

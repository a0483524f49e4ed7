import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifiers } from '../model/identifiers.js';
import { leucineModel } from '../model/leucine.js';
import { readouts } from '../model/readouts.js';
import { type Asked, petabOf } from '../petab/problem.js';
import { programmeOf } from '../validation/programme.js';
import { MEAN_FIELD } from './calibration-run.js';
import { Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { outputFolder } from './output-folder.js';
import { toPlan } from './targets.js';
import { modelInputs } from './vocabulary.js';

/** Writes targets, and constants if there are any, as a PEtab problem into a new folder, and says what is not in it. */
export function writePetab(io: Io, given: string, asked: Asked): Exit {
  const folder = outputFolder(given, '', io.cwd);
  const inputs = modelInputs();
  const programme = programmeOf(asked.targets, inputs, MEAN_FIELD, toPlan());
  const made = petabOf(asked, programme, { model: leucineModel, readouts, identifiers });
  for (const row of made.left) io.err(`not in the problem: ${row}\n`);
  if (made.refused.length > 0) throw new Refusal(made.refused.join('\n'));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of made.files) writeFileSync(join(folder, name), text);
  io.out(
    `${join(given, 'problem.yaml')}: ${made.measurements} measurements, ${asked.constants.length} constants to estimate\n`,
  );
  return Exit.done;
}

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Machine, machineOf } from '../sbml/machine.js';
import { refuse } from '../sbml/problems.js';
import { readSbml } from '../sbml/read.js';
import { XML_LIMITS } from '../sbml/xml.js';
import { Refusal } from './exit.js';
import { cannotRead } from './sbml-messages.js';

/** An SBML file ready to run. Throws SbmlError for what is wrong in it, a Refusal where it cannot be read. */
export function loadSbml(file: string, cwd: string, concentrations: ReadonlySet<string>): Machine {
  return machineOf(readSbml(textOf(file, cwd)), concentrations);
}

function textOf(file: string, cwd: string): string {
  const start = { line: 1, column: 1 };
  let bytes: Buffer;
  try {
    const path = resolve(cwd, file);
    const { size } = statSync(path);
    if (size > XML_LIMITS.size)
      refuse(start, `the file has ${size} bytes, more than the limit of ${XML_LIMITS.size}; split the model`);
    bytes = readFileSync(path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : new Refusal(cannotRead(file, error));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(start, 'the file is not UTF-8 text; save it as UTF-8');
  }
}

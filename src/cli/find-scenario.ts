import { existsSync, readdirSync } from 'node:fs';
import { extname, isAbsolute, join, resolve } from 'node:path';
import { Refusal } from './exit.js';
import { scenarioNotFound, scenarioNotShipped } from './messages.js';
import { packageFolder } from './package-info.js';

/** The file meant by `quick`, `scenarios/quick.yaml` or a path of one's own: yours first, then the one shipped here. */
export function findScenario(given: string, cwd: string): string {
  if (existsSync(resolve(cwd, given))) return given;
  const shipped = isAbsolute(given)
    ? []
    : [join(packageFolder(), given), join(shippedFolder(), `${given}.yaml`)];
  const found = shipped.find(existsSync);
  if (found !== undefined) return found;
  // A path is left to the reader, who says what is wrong with it.
  if (extname(given) !== '' || /[\\/]/.test(given)) return given;
  throw new Refusal(scenarioNotFound(given, shippedScenarios()));
}

/** The file of a shipped scenario. Refuses a name that none has. */
export function shippedScenarioFile(name: string): string {
  if (!shippedScenarios().includes(name)) throw new Refusal(scenarioNotShipped(name, shippedScenarios()));
  return join(shippedFolder(), `${name}.yaml`);
}

/** Names of the scenarios shipped with the package. */
export const shippedScenarios = (): readonly string[] =>
  readdirSync(shippedFolder())
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();

const shippedFolder = (): string => join(packageFolder(), 'scenarios');

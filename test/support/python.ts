import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const INTERPRETER = fileURLToPath(
  new URL(
    process.platform === 'win32' ? '../../.venv/Scripts/python.exe' : '../../.venv/bin/python',
    import.meta.url,
  ),
);
const MAKE = fileURLToPath(new URL('make-venv.sh', import.meta.url));
const CI = process.env.LEUCELL_CI === '1';

/**
 * Whether Python with these packages is at .venv. If not, says so on stderr, so that tests can be skipped by it; with
 * LEUCELL_CI=1 the environment is made instead, and whatever is then still missing is an error.
 */
export function pythonWith(...packages: readonly string[]): boolean {
  if (CI && !existsSync(INTERPRETER)) execFileSync('sh', [MAKE], { stdio: 'inherit' });
  try {
    python(['-c', `import ${packages.join(', ')}`]);
    return true;
  } catch (cause) {
    const missing = `no Python with ${packages.join(', ')} at .venv (made by: sh test/support/make-venv.sh)`;
    if (CI) throw new Error(missing, { cause });
    process.stderr.write(`SKIPPED: ${missing}\n`);
    return false;
  }
}

/** Runs Python and returns what it printed. Throws with its messages if it fails. */
export const python = (args: readonly string[]): string =>
  execFileSync(INTERPRETER, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });

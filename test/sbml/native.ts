import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['src/sbml', 'src/engine', 'src/random'];

/**
 * The sources as plain modules that node itself loads: vitest turns every import into a property read, which makes the
 * engine's loop three times slower, and two cases of the suite take 90 million events each.
 */
export async function loadNative() {
  const out = `${ROOT}node_modules/.cache/leucell-native-${process.pid}-${process.env.VITEST_POOL_ID ?? 0}`;
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  for (const folder of FOLDERS) {
    mkdirSync(`${out}/${folder}`, { recursive: true });
    for (const file of readdirSync(`${ROOT}${folder}`).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(`${ROOT}${folder}/${file}`, 'utf8');
      const options = {
        module: ts.ModuleKind.ES2022,
        target: ts.ScriptTarget.ES2022,
        useDefineForClassFields: false,
      };
      const { outputText } = ts.transpileModule(text, { compilerOptions: options });
      writeFileSync(`${out}/${folder}/${file.replace(/\.ts$/, '.js')}`, outputText);
    }
  }
  writeFileSync(`${out}/package.json`, '{"type":"module"}');
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(`${out}/src/sbml/${file}`).href);
  const [ensemble, machine, read] = await Promise.all([
    load('ensemble.js'),
    load('machine.js'),
    load('read.js'),
  ]);
  return { ...ensemble, ...machine, ...read } as typeof import('../../src/sbml/ensemble.js') &
    typeof import('../../src/sbml/machine.js') &
    typeof import('../../src/sbml/read.js');
}

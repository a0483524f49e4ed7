/** The map of docs/architecture.md as a test: who may import whom, which package lives where, and how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** By folder of src: the folders it may import, `type` for types (and the contracts below) only. A new folder needs a row. */
const MAY: Readonly<Record<string, Readonly<Record<string, 'all' | 'type'>>>> = {
  language: {},
  stats: {},
  markup: {},
  random: {},
  body: { language: 'all', scenario: 'type' },
  model: { language: 'all' },
  engine: { random: 'all' },
  compile: { language: 'all', engine: 'type' },
  assays: { language: 'all', engine: 'type', random: 'all', myocyte: 'type' },
  scenario: { language: 'all', body: 'all', random: 'all' },
  myocyte: each('language model body compile engine random assays scenario network meanfield'),
  dataset: { scenario: 'type', myocyte: 'type', stats: 'all' },
  runner: { scenario: 'all', dataset: 'all', myocyte: 'type' },
  analysis: { dataset: 'all', stats: 'all' },
  report: { analysis: 'all', markup: 'all' },
  scene: { dataset: 'all' },
  watch: { ...each('dataset analysis report scene markup'), scenario: 'type' },
  lab: each('language model body compile engine random scenario dataset stats analysis markup'),
  sensitivity: each('random stats scenario dataset analysis'),
  network: each('language compile engine'),
  meanfield: each('language compile network'),
  sbml: each('language engine compile random stats'),
  omex: each('sbml random'),
  export: each('language compile network markup'),
  study: each('language compile network scenario myocyte export omex'),
  petab: each('language compile network meanfield export scenario validation analysis'),
  validation: each('language body scenario analysis markup'),
  calibration: { ...each('random scenario validation analysis dataset'), myocyte: 'type' },
  cli: {
    ...each(
      'model language scenario dataset runner analysis report validation calibration sbml lab export scene watch omex sensitivity study petab',
    ),
    stats: 'type',
  },
  workers: each('myocyte runner calibration scenario'),
};
/** Files that two folders agree on: types, what a plan is called and means, and the constants that the format is written in. */
const CONTRACTS = [
  'src/engine/tables.ts',
  'src/myocyte/record.ts',
  'src/scenario/plan.ts',
  'src/scenario/plan-hash.ts',
  'src/scenario/points.ts',
];
/** Where a package, or a word, may stand: a pattern of paths. Packages without a row stand nowhere. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  'apache-arrow': /^src\/dataset\//,
  'parquet-wasm': /^src\/dataset\/parquet\.ts$/,
  'd3-scale': /^src\/report\//,
  'd3-shape': /^src\/report\//,
  '@resvg/resvg-js': /^src\/cli\//,
  piscina: /^(src\/runner\/|workers\/cell\.ts$)/,
  commander: /^src\/cli\//,
  picocolors: /^src\/cli\//,
  seedrandom: /^src\/random\//,
  yaml: /^src\/scenario\//,
  zod: /^src\/(scenario|validation)\//,
  'ml-levenberg-marquardt': /^src\/calibration\//,
  'ml-matrix': /^src\/calibration\//,
  saxes: /^src\/sbml\//,
  fflate: /^src\/omex\//,
  h5wasm: /^src\/omex\//,
  'node:http': /^src\/watch\/server\.ts$/,
  'node:fs': /^src\/(dataset\/|cli\/|scenario\/read\.ts$)/,
};
const WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bDate\b/, /^src\/(cli\/|runner\/[^/]*progress|dataset\/(manifest|crate))/],
  [/\bMath\.random\b/, /^src\/(cli\/|runner\/[^/]*progress|dataset\/manifest)/],
  [/\bprocess\.exit\b/, /^src\/cli\//],
];
const LONGEST = 300;

interface Import {
  readonly from: string;
  readonly type: boolean;
}
const files = ['src', 'workers']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path, readFileSync(path, 'utf8')] as const);

it('lets folders import only what the map allows', () => {
  expect(files.flatMap(([path, text]) => importsOf(text).flatMap((i) => walls(path, i)))).toEqual([]);
});
it('keeps words out where runs must not depend on the clock, on chance or on leaving', () => {
  expect(files.flatMap(([path, text]) => wordsOf(path, text))).toEqual([]);
});
it('has no cycles of files', () => {
  const graph = new Map(
    files.map(([path, text]) => [path, importsOf(text).map((i) => target(path, i.from))]),
  );
  expect(cyclesOf(graph)).toEqual([]);
});
it('has no barrel but src/index.ts', () => {
  expect(
    files.filter(([path, text]) => path !== 'src/index.ts' && isBarrel(text)).map(([path]) => path),
  ).toEqual([]);
});
it('has no file too long to read, tables of the model and generated files aside', () => {
  const long = files.filter(([path, text]) => isTooLong(path, text)).map(([path]) => path);
  expect(long).toEqual([]);
});

it('has worker threads load no package that they do not use', () => {
  expect(packagesOf('workers/cell.ts')).toEqual(['piscina', 'seedrandom']);
});

it('sees what it forbids', () => {
  const seen = (path: string, line: string) => importsOf(line).flatMap((i) => walls(path, i)).length;
  expect(seen('src/language/x.ts', "import { a } from '../model/a.js';")).toBe(1);
  expect(seen('src/compile/x.ts', "import type { A } from '../engine/a.js';")).toBe(0);
  expect(seen('src/compile/x.ts', "import { type A, b } from '../engine/a.js';")).toBe(1);
  expect(seen('src/compile/x.ts', "import {\n  type A,\n  type B,\n} from '../engine/a.js';")).toBe(0);
  expect(seen('src/runner/x.ts', "const m = await import('../myocyte/run.js');")).toBe(1);
  expect(seen('src/engine/x.ts', "export * from '../assays/a.js';")).toBe(1);
  expect(seen('src/newcomer/x.ts', "import { a } from '../language/a.js';")).toBe(1);
  expect(seen('src/cli/x.ts', "import { tableToIPC } from 'apache-arrow';")).toBe(1);
  expect(seen('src/engine/x.ts', "import { readFile } from 'node:fs/promises';")).toBe(1);
  expect(seen('src/engine/x.ts', "import 'leftpad';")).toBe(1);
  expect(seen('src/dataset/x.ts', "import { tableToIPC } from 'apache-arrow';")).toBe(0);
  expect(wordsOf('src/engine/x.ts', 'const t = Date.now() + Math.random();')).toHaveLength(2);
  expect(wordsOf('src/engine/x.ts', '// Date\nconst s = "Date"; /* Math.random */')).toEqual([]);
  expect(
    cyclesOf(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
        ['d', ['a']],
      ]),
    ),
  ).toEqual(['a > b > c > a']);
  expect(seen('src/runner/x.ts', "import type { CellRecord } from '../myocyte/record.js';")).toBe(0);
  expect(seen('src/compile/x.ts', "import { Take } from '../engine/tables.js';")).toBe(0);
  const rows = "a('b'),\n".repeat(301);
  expect(isTooLong('src/body/x.ts', rows)).toBe(true);
  expect(isTooLong('src/body/x.ts', rows.slice(0, -8))).toBe(false);
  expect(isTooLong('src/body/x.ts', `/** Generated by docs/x.ts. */\n${rows}`)).toBe(false);
  expect(isTooLong('src/model/x.ts', rows)).toBe(false);
  expect(isTooLong('src/model/x.ts', `const f = () => 1;\n${rows}`)).toBe(true);
  expect(isBarrel("export * from './a.js';\nexport { b } from './b.js';\n")).toBe(true);
  expect(isBarrel("export { b } from './b.js';\nexport const c = 1;\n")).toBe(false);
});

function each(folders: string): Readonly<Record<string, 'all'>> {
  return Object.fromEntries(folders.split(' ').map((folder) => [folder, 'all']));
}

function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  const still = [...code.matchAll(/^(?:import|export)\b([^'"`;=(]*?)\bfrom\s*'([^']+)'/gm)].map(
    ([, what, from]) => ({
      from: from!,
      type: /^\s+type\b/.test(what!) || /^\s*\{(\s*type\s[^,}]*,?)+\s*\}\s*$/.test(what!),
    }),
  );
  const live = [...code.matchAll(/\bimport\(\s*'([^']+)'|^import\s*'([^']+)'/gm)].map(([, from, bare]) => ({
    from: (from ?? bare)!,
    type: false,
  }));
  return [...still, ...live];
}

function walls(path: string, { from, type }: Import): readonly string[] {
  if (!from.startsWith('.')) {
    const name = from.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, '$1');
    const home = PACKAGES[name] ?? (name.startsWith('node:') ? /^/ : /^$/);
    return home.test(path) ? [] : [`${path} imports ${from}`];
  }
  const [own, other] = [folderOf(path), folderOf(target(path, from))];
  if (own === 'index' || own === other) return [];
  const may = MAY[own]?.[other];
  return may === 'all' || (may === 'type' && (type || CONTRACTS.includes(target(path, from))))
    ? []
    : [`${path} imports ${type ? 'types of ' : ''}${target(path, from)}`];
}

/** Packages that a file loads, itself or by way of others. */
function packagesOf(file: string): readonly string[] {
  const texts = new Map(files);
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, type } of importsOf(texts.get(path) ?? '')) {
      if (type || from.startsWith('node:')) continue;
      if (from.startsWith('.')) visit(target(path, from));
      else found.add(from.replace(/\/.*/, ''));
    }
  };
  visit(file);
  return [...found].sort();
}

const target = (path: string, from: string): string => join(dirname(path), from).replace(/\.js$/, '.ts');

const folderOf = (path: string): string => path.replace(/^src\//, '').replace(/(\/|\.ts$).*/, '');

const wordsOf = (path: string, text: string): readonly string[] => {
  const code = withoutComments(text).replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
  return WORDS.filter(([word, home]) => word.test(code) && !home.test(path)).map(
    ([word]) => `${path} says ${word.source}`,
  );
};

const isTooLong = (path: string, text: string): boolean => {
  const code = withoutComments(text);
  const table = path.startsWith('src/model/') && !/\bfunction\b|=>/.test(code);
  const most = path.startsWith('workers/') ? 20 : LONGEST;
  return text.trimEnd().split('\n').length > most && !table && !/\bgenerated\b/i.test(text.slice(0, 300));
};

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const isBarrel = (text: string): boolean => {
  const code = withoutComments(text).trim();
  return code !== '' && code.replace(/^(import|export)\b[^'"`;]*\bfrom\s*'[^']+';/gm, '').trim() === '';
};

function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.add([...path.slice(path.indexOf(file)), file].join(' > '));
    else if (!done.has(file)) for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...found];
}

/**
 * The build's second step: the command line and the worker threads as few files instead of some 650, with the parts that they share
 * in dist/src/chunks. They take the places that tsc gave them, so every path stays as it was; the library stays as tsc wrote it.
 * See docs/decisions/0015-bundled-entry-points.md.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Packages that find files of their own beside them, are compiled code, or need not be installed. */
const LEFT_OUT = ['piscina', 'h5wasm', 'parquet-wasm', '@resvg/resvg-js'];

rmSync('dist/src/chunks', { recursive: true, force: true });
const common = {
  outdir: 'dist',
  outbase: '.',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: LEFT_OUT,
  sourcemap: true,
  sourcesContent: false,
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: { js: 'const require = process.getBuiltinModule;' },
  plugins: [{ name: 'without chance', setup: withoutChance }],
  // The file that only declares the types of WebAssembly is imported for nothing else.
  logOverride: { 'ignored-bare-import': 'silent' },
  logLevel: 'warning',
};
const { metafile } = await build({
  ...common,
  entryPoints: ['src/cli/main.ts', 'workers/cell.ts', 'workers/judge.ts'],
  // As deep as the folders of src: `new URL('../../workers/cell.js', import.meta.url)` holds in a chunk too.
  chunkNames: 'src/chunks/[name]-[hash]',
  splitting: true,
  metafile: true,
});
// What is timed beside other programs starts as the command line does.
await build({ ...common, entryPoints: ['bench/trajectory.ts'] });

/** seedrandom loads Node's cryptography to seed itself where it is given no seed, which it always is here. */
function withoutChance({ onResolve, onLoad }) {
  onResolve({ filter: /^crypto$/ }, () => ({ path: 'crypto', namespace: 'without-chance' }));
  onLoad({ filter: /^/, namespace: 'without-chance' }, () => ({ contents: '' }));
}

/** The terms of every package whose code is in the bundles, as they ask. */
const packages = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
);
writeFileSync(
  'dist/src/chunks/LICENSES.txt',
  [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
      return [
        `${name} ${version}: ${license}`,
        ...texts.map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
      ].join('\n\n');
    })
    .join(`\n${'-'.repeat(80)}\n`),
);

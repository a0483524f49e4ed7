/**
 * The build's second step: the command line and the worker threads as few files instead of some 650, with the parts that they share
 * in dist/src/chunks. They take the places that tsc gave them, so every path stays as it was; the library stays as tsc wrote it.
 * See docs/decisions/0015-bundled-entry-points.md.
 */
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Packages that find files of their own beside them, are compiled code, or need not be installed. */
const LEFT_OUT = ['piscina', 'h5wasm', 'parquet-wasm', '@resvg/resvg-js'];

rmSync('dist/src/chunks', { recursive: true, force: true });
await build({
  entryPoints: ['src/cli/main.ts', 'workers/cell.ts', 'workers/judge.ts'],
  outdir: 'dist',
  outbase: '.',
  // As deep as the folders of src: `new URL('../../workers/cell.js', import.meta.url)` holds in a chunk too.
  chunkNames: 'src/chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: LEFT_OUT,
  sourcemap: true,
  sourcesContent: false,
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
  },
  // The file that only declares the types of WebAssembly is imported for nothing else.
  logOverride: { 'ignored-bare-import': 'silent' },
  logLevel: 'warning',
});

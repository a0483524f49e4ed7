/** One benchmark model lived once: rows on standard output, as the C reference programs print them. */
import { counterOf } from '../src/compile/observe.js';
import { ready } from './engine.js';
import { BENCHMARKS } from './models/all.js';

const [name = '', seed = '1', engine = 'kernel'] = process.argv.slice(2);
const benchmark = BENCHMARKS[name];
if (benchmark === undefined || (engine !== 'kernel' && engine !== 'reference')) {
  process.stderr.write(
    `usage: node trajectory.js ${Object.keys(BENCHMARKS).join('|')} [seed] [kernel|reference]\n`,
  );
  process.exitCode = 2;
} else {
  const { structure, cell, advance } = ready(benchmark.model, seed, 1, engine);
  const counters = Object.values(benchmark.observables).map((pattern) => counterOf(structure, pattern));
  const lines = [`time\t${Object.keys(benchmark.observables).join('\t')}`];
  const begun = process.cpuUsage();
  for (let row = 0; row < benchmark.rows; row++) {
    const at_s = (benchmark.end_s * row) / (benchmark.rows - 1);
    advance(at_s);
    lines.push(`${at_s}\t${counters.map((count) => count(cell)).join('\t')}`);
  }
  const spent = process.cpuUsage(begun);
  lines.push(`# events ${cell.events}`, `# loop_cpu_s ${(spent.user + spent.system) / 1e6}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Directions of the rules of the model by falling number of firings in three hours of a cell, for src/model/often.ts. */
import { leucineModel } from '../src/model/leucine.js';
import { ready } from './engine.js';

const VOLUME_UM3 = 20;
const HOURS = 3;
const MOST = 72;

const { structure, cell, advance } = ready(leucineModel, 'often', VOLUME_UM3, 'hybrid');
advance(3600 * HOURS);
const fired = new Map<string, number>();
structure.channels.forEach(({ rule, rate }, c) => {
  const name = `${rule.id} ${rate}`;
  fired.set(name, (fired.get(name) ?? 0) + cell.fired[c]!);
});
const names = [...fired].sort(([, m], [, n]) => n - m).map(([name]) => name);
process.stdout.write(`${names.slice(0, MOST).join('\n')}\n`);

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { instantiate } from '../../src/compile/instantiate.js';
import { structureOf } from '../../src/compile/structure.js';
import { advance } from '../../src/engine/advance.js';
import { createCell } from '../../src/engine/create.js';
import { crowd, individual, oneOf } from '../../src/language/agents.js';
import { resolve } from '../../src/language/parameters.js';
import { change, exchange, make, remove, rule } from '../../src/language/rules.js';
import { streamFor } from '../../src/random/stream.js';
import { per, tiny, water } from '../support/tiny-model.js';
import { depth } from './case.js';

const X = crowd('X', { description: 'comes and goes' })({ in: water });
const Y = individual('Y', { sites: { is: oneOf('new', 'old') }, in: water, description: 'comes and goes' });
const model = tiny('busy', {
  individuals: [[Y, 100]],
  crowds: [[X, 100]],
  rules: [
    rule('in', 'X comes', make(X), { k: per(100, 'molecules/um3/s') }),
    rule('out', 'X goes', remove(X, 'gone'), { k: per(1, '1/s') }),
    rule('born', 'X becomes Y', exchange([X], [Y()]), { k: per(1, '1/s') }),
    rule('age', 'Y ages', change(Y, { is: 'new' }, { is: 'old' }), { k: per(1, '1/s') }),
    rule('die', 'Y goes', remove(Y({ is: 'old' }), 'gone'), { k: per(1, '1/s') }),
  ],
});
const SPAN = depth === 'deep' ? 1_000_000 : 50_000;
const LEAK_BYTES = 500_000;

/** Removed molecules leave their place for reuse and events leave nothing behind: ten times the events, no more memory. */
it(`does not grow from ${SPAN} to ${10 * SPAN} events`, () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const tables = instantiate(structureOf(model), {
    volume_um3: 1,
    value: resolve(model),
    copies: () => 1,
    uniform: () => 0,
  });
  const [events, labels, identities] = ['events', 'labels', 'identities'].map((name) => streamFor(name));
  const cell = createCell(tables, { events: events!, labels: labels!, identities: identities! });
  const used = (until: number): number => {
    while (cell.events < until) advance(cell, cell.time_s + 1);
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const early = used(SPAN);
  const late = used(10 * SPAN);
  expect(late - early).toBeLessThan(LEAK_BYTES);
  expect(cell.parts).toBeLessThan(1000);
});

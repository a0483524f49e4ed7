import { expect, it } from 'vitest';
import { instantiate } from '../../src/compile/instantiate.js';
import { structureOf } from '../../src/compile/structure.js';
import { advance } from '../../src/engine/advance.js';
import { createCell } from '../../src/engine/create.js';
import { follow } from '../../src/engine/labels.js';
import { GONE, SEATED } from '../../src/engine/tables.js';
import { crowd, individual, seat } from '../../src/language/agents.js';
import { resolve } from '../../src/language/parameters.js';
import { bind, make, remove, rule } from '../../src/language/rules.js';
import { streamFor } from '../../src/random/stream.js';
import { kolmogorovSmirnov, THRESHOLD } from '../support/statistics.js';
import { per, tiny, water } from '../support/tiny-model.js';
import { depth } from './case.js';

const X = crowd('X', { description: 'followed' })({ in: water });
const S = individual('S', { sites: { pocket: seat('X') }, in: water, description: 'seats X' });
const [LOSS, OFF, FOLLOWED] = [0.7, 2, 100];
const model = tiny('followed molecules among others', {
  individuals: [[S, 30]],
  crowds: [[X, 300]],
  rules: [
    rule('inflow', 'others come', make(X), { k: per(40, 'molecules/um3/s') }),
    rule('loss', 'X goes', remove(X, 'gone'), { k: per(LOSS, '1/s') }),
    rule('sit', 'S seats X', bind(S().pocket, X), { on: per(0.01, 'um3/s'), off: per(OFF, '1/s') }),
  ],
});
const CELLS = depth === 'deep' ? 500 : 40;

/** Members of a crowd are exchangeable, so each lives as long as its own rate says whoever else comes and goes. */
it('gives followed molecules free and seated spells of the right length', () => {
  const structure = structureOf(model);
  const free: number[] = [];
  const seated: number[] = [];
  for (let i = 0; i < CELLS; i++) {
    const tables = instantiate(structure, {
      volume_um3: 1,
      value: resolve(model),
      copies: () => 1,
      uniform: () => 0,
    });
    const cell = createCell(tables, {
      events: streamFor('events', i),
      labels: streamFor('labels', i),
      identities: streamFor('identities', i),
    });
    follow(cell, 0, FOLLOWED);
    advance(cell, 40);
    for (let id = 0; id < FOLLOWED; id++) {
      const spells = cell.followed.log.filter((e) => e.molecule === id);
      expect(spells.at(-1)!.to).toBe(GONE);
      let lived_s = 0;
      spells.slice(1).forEach((end, s) => {
        const spell_s = end.time_s - spells[s]!.time_s;
        if (spells[s]!.to === SEATED) seated.push(spell_s);
        else lived_s += spell_s;
      });
      free.push(lived_s);
    }
  }
  const findings = [
    kolmogorovSmirnov('time spent free until lost', free, (t) => 1 - Math.exp(-LOSS * t)),
    kolmogorovSmirnov('time in the seat', seated, (t) => 1 - Math.exp(-OFF * t)),
  ];
  expect(seated.length).toBeGreaterThan(500);
  expect(findings.filter((finding) => !(finding.p > THRESHOLD))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantiate } from '../../src/compile/instantiate.js';
import { structureOf } from '../../src/compile/structure.js';
import { step } from '../../src/engine/advance.js';
import type { Cell } from '../../src/engine/cell.js';
import { createCell } from '../../src/engine/create.js';
import { bond, crowd, individual, oneOf, seat, to } from '../../src/language/agents.js';
import { resolve } from '../../src/language/parameters.js';
import {
  bind,
  by,
  change,
  exchange,
  make,
  type Rule,
  remove,
  rule,
  unbind,
} from '../../src/language/rules.js';
import { leucineModel } from '../../src/model/leucine.js';
import { MOST_SPECIES, networkOf } from '../../src/network/expand.js';
import type { Network } from '../../src/network/network.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';
import { amountsIn, propensitiesOf } from '../support/network-of-cell.js';
import { cook, recipes } from '../support/random-model.js';
import { per, tiny, water } from '../support/tiny-model.js';

const w = { in: water };
const Food = crowd('Food', { description: 'is eaten' });
const Lock = individual('Lock', {
  sites: { hole: bond(), paint: oneOf('red', 'blue') },
  in: water,
  description: 'has a hole',
});
const Key = individual('Key', { sites: { bit: bond() }, in: water, description: 'fits' });
const Twin = individual('Twin', { sites: { hand: bond() }, in: water, description: 'holds another' });
const Bowl = individual('Bowl', { sites: { inside: seat('Food') }, in: water, description: 'holds food' });
const k = { k: per(1, '1/s') };

const network = (rules: readonly Rule[]): Network =>
  networkOf(
    structureOf(
      tiny('small', {
        individuals: [
          [Lock, 3],
          [Key, 2],
          [Twin, 4],
          [Bowl, 1],
        ],
        crowds: [[Food(w), 5]],
        rules,
      }),
    ),
  );
const species = (net: Network): readonly string[] => net.species.map((s) => s.name).sort();
const lines = ({ species, reactions, structure }: Network): readonly string[] =>
  reactions
    .map(({ channel, reactants, products, weight, counted }) => {
      const side = (terms: typeof reactants) =>
        terms.map((t) => `${t.weight === 1 ? '' : `${t.weight} `}${species[t.species]!.name}`).join(' + ');
      const { rule, rate } = structure.channels[channel]!;
      return `${rule.id}.${rate}: ${side(reactants)} > ${side(products)}${weight === 1 ? '' : ` x${weight}`}${counted < 0 ? '' : ' counting'}`;
    })
    .sort();

it('binds and parts', () => {
  const net = network([
    rule('fit', '', bind(Lock({ paint: 'red' }).hole, Key().bit), {
      on: per(1, 'um3/s'),
      off: per(1, '1/s'),
    }),
    rule('paint', '', change(Lock, { paint: 'red' }, { paint: 'blue' }), k),
  ]);
  expect(species(net)).toEqual([
    'Bowl(inside~empty)',
    'Food@water',
    'Key(bit)',
    'Lock(hole!1,paint~blue).Key(bit!1)',
    'Lock(hole!1,paint~red).Key(bit!1)',
    'Lock(hole,paint~blue)',
    'Lock(hole,paint~red)',
    'Twin(hand)',
  ]);
  expect(lines(net)).toEqual([
    'fit.off: Lock(hole!1,paint~red).Key(bit!1) > Lock(hole,paint~red) + Key(bit)',
    'fit.on: Lock(hole,paint~red) + Key(bit) > Lock(hole!1,paint~red).Key(bit!1)',
    'paint.k: Lock(hole!1,paint~red).Key(bit!1) > Lock(hole!1,paint~blue).Key(bit!1)',
    'paint.k: Lock(hole,paint~red) > Lock(hole,paint~blue)',
  ]);
});

it('counts a pair of one kind once for each order', () => {
  const net = network([
    rule('hold', '', bind(Twin().hand, Twin().hand), { on: per(1, 'um3/s'), off: per(1, '1/s') }),
  ]);
  expect(lines(net)).toEqual([
    'hold.off: Twin(hand!1).Twin(hand!1) > 2 Twin(hand) x2',
    'hold.on: 2 Twin(hand) > Twin(hand!1).Twin(hand!1) x0.5',
  ]);
});

it('seats, catalyses, makes and removes', () => {
  const net = network([
    rule('sit', '', bind(Bowl().inside, Food(w)), { on: per(1, 'um3/s') }),
    rule('grow', '', by(make(Food(w)), Lock({ paint: 'blue' })), k),
    rule('rot', '', remove(Food(w), 'gone'), k),
    rule('spill', '', exchange([Food(w), Food(w)], [Food(w)]), { k: per(1, 'um3/s') }),
  ]);
  expect(lines(net)).toEqual([
    'grow.k:  > Food@water counting',
    'rot.k: Food@water > ',
    'sit.on: Food@water + Bowl(inside~empty) > Bowl(inside~Food)',
    'spill.k: 2 Food@water > Food@water x0.5',
  ]);
});

it('looks through a bond', () => {
  const net = network([
    rule('fit', '', bind(Lock().hole, Key().bit), { on: per(1, 'um3/s') }),
    rule('told', '', change(Lock, { hole: to(Key()), paint: 'red' }, { paint: 'blue' }), k),
    rule('open', '', unbind(Lock({ paint: 'blue' }).hole, Key().bit), k),
  ]);
  expect(lines(net).filter((line) => line.startsWith('told'))).toHaveLength(1);
  expect(lines(net).filter((line) => line.startsWith('open'))).toHaveLength(1);
});

it('gives up, saying what grows, where there are too many species', () => {
  const model = structureOf(leucineModel);
  expect(() => networkOf(model, 100)).toThrow(/more than 100 species.*MTORC1|more than 100 species/);
});

it('gives every channel the propensity that the engine gives it, in random models at random times', () => {
  let compared = 0;
  fc.assert(
    fc.property(recipes, (r) => {
      const structure = structureOf(cook(r));
      let net: Network;
      try {
        net = networkOf(structure, 250);
      } catch {
        return; // chains of A grow without end
      }
      const value = resolve(structure.model);
      const start = streamFor('network', r.chosen.join());
      const tables = instantiate(structure, {
        volume_um3: 2,
        value,
        copies: () => 1,
        uniform: () => uniform53(start),
      });
      const streams = { events: streamFor('e'), labels: streamFor('l'), identities: streamFor('i') };
      const cell = createCell(tables, streams, 1);
      for (let i = 0; i < 100; i++) {
        expect(greatestGap(net, cell)).toBeLessThan(1e-9);
        compared++;
        if (step(cell, 1e6) < 0) break;
      }
    }),
    { numRuns: 60, seed: 1 },
  );
  expect(compared).toBeGreaterThan(1500);
});

it('writes the leucine model out, and agrees with its engine in the propensity of every channel', () => {
  const structure = structureOf(leucineModel);
  const net = networkOf(structure);
  expect(net.species.length).toBeGreaterThan(100);
  expect(net.species.length).toBeLessThan(1000);
  const value = resolve(leucineModel);
  const start = streamFor('network start');
  const tables = instantiate(structure, {
    volume_um3: 1,
    value,
    copies: () => 1,
    uniform: () => uniform53(start),
  });
  const streams = { events: streamFor('e'), labels: streamFor('l'), identities: streamFor('i') };
  const cell = createCell(tables, streams);
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 20_000; i++) step(cell, 1e6);
    expect(greatestGap(net, cell)).toBeLessThan(1e-9);
  }
});

it('has the size that the pages say', () => {
  const { species, reactions } = networkOf(structureOf(leucineModel));
  expect(readFileSync('docs/sbml.md', 'utf8')).toContain(
    `${species.length} species and ${reactions.length} reactions`,
  );
  const page = readFileSync('docs/mean-field.md', 'utf8').replace(/\s+/g, ' ');
  expect(page).toContain(`can arise (${species.length} in the leucine model)`);
  expect(page).toContain(`between them (${reactions.length})`);
  expect(page).toContain(`more than ${MOST_SPECIES.toLocaleString('en')} species`);
});

it('keeps the number of every individual that no rule makes or removes', () => {
  const structure = structureOf(leucineModel);
  const net = networkOf(structure);
  const comeAndGo = new Set(
    structure.channels.flatMap(({ draft }) => [
      ...(draft.makes ? [draft.makes.agent.agentName] : []),
      ...(draft.removesA && draft.a?.kind === 'part' ? [draft.a.set.facet.agent.agentName] : []),
    ]),
  );
  const parts = (s: number, type: number) =>
    net.species[s]!.complex?.parts.filter((p) => p.type === type).length ?? 0;
  let kept = 0;
  for (const facet of structure.facets.filter((f) => !comeAndGo.has(f.agent.agentName)))
    for (const { reactants, products } of net.reactions) {
      const sum = (terms: typeof reactants) =>
        terms.reduce((n, t) => n + t.weight * parts(t.species, facet.type), 0);
      expect(sum(products)).toBe(sum(reactants));
      kept += sum(products);
    }
  expect(kept).toBeGreaterThan(100);
});

/** Largest relative difference between the propensities of a cell's channels and those of the network in its state. */
function greatestGap(net: Network, cell: Cell): number {
  const seen = propensitiesOf(net, amountsIn(net, cell), cell);
  return cell.propensity.reduce((most, a, c) => Math.max(most, Math.abs(seen[c]! - a) / Math.max(1, a)), 0);
}

/** Atoms are counted molecule by molecule in one exact cell: what is inside after is what was inside before, plus in, less out. */
import { describe, expect, it } from 'vitest';
import { crowdKey } from '../../src/compile/crowds.js';
import { instantiate } from '../../src/compile/instantiate.js';
import { counterOf } from '../../src/compile/observe.js';
import { structureOf } from '../../src/compile/structure.js';
import { createKernel } from '../../src/engine/kernel/kernel.js';
import { setSource } from '../../src/engine/labels.js';
import { LABEL_CLASSES } from '../../src/engine/tables.js';
import type { Model } from '../../src/language/model.js';
import { resolve } from '../../src/language/parameters.js';
import { assumed, k } from '../../src/language/rates.js';
import { exchange, type Rule, rule } from '../../src/language/rules.js';
import * as a from '../../src/model/agents.js';
import { cytosol, matrix } from '../../src/model/compartments.js';
import { leucineModel } from '../../src/model/leucine.js';
import { streamFor } from '../../src/random/stream.js';
import { uniform53 } from '../../src/random/uniform.js';

type Weights = Readonly<Record<string, number>>;
/** Atoms of one kind: how many a member of a crowd holds, how many an event brings in (out, where below 0). */
interface Ledger {
  readonly holds: Weights;
  readonly brings: Weights;
}
/** Carbons from leucine: CO2 leaves at BCKDH and the dioxygenase, and enters at the carboxylase. */
const CARBON: Ledger = {
  holds: {
    Leucine: 6,
    BoundLeucine: 6,
    KIC: 6,
    HMB: 5,
    IsovalerylCoA: 5,
    MethylcrotonylCoA: 5,
    MethylglutaconylCoA: 6,
    HmgCoA: 6,
    Acetoacetate: 4,
    AcetylCoA: 2,
  },
  brings: {
    'leucine-in': 6,
    'rim-from-plasma': 6,
    'kic-in': 6,
    'hmb-in': 5,
    mcc: 1,
    'leucine-out': -6,
    'leucine-exchange-out': -6,
    'rim-to-plasma': -6,
    'kic-out': -6,
    'hmb-out': -5,
    'hmb-elimination': -5,
    bckdh: -1,
    'kic-dioxygenase': -1,
    tca: -2,
  },
};
/** Amino nitrogen of leucine and glutamate; the amide nitrogen of glutamine comes from ammonia and is not kept. */
const NITROGEN: Ledger = {
  holds: { Leucine: 1, BoundLeucine: 1, Glutamate: 1, Alanine: 1, Glutamine: 1 },
  brings: {
    'leucine-in': 1,
    'rim-from-plasma': 1,
    'leucine-out': -1,
    'leucine-exchange-out': -1,
    'rim-to-plasma': -1,
    'alanine-export': -1,
    'glutamine-export': -1,
  },
};
const IN_13C = ['leucine-in', 'rim-from-plasma', 'kic-in'];
const OUT_13C = [
  'leucine-out',
  'leucine-exchange-out',
  'rim-to-plasma',
  'kic-out',
  'bckdh',
  'kic-dioxygenase',
];
const IN_15N = ['leucine-in', 'rim-from-plasma'];
const OUT_15N = [
  'leucine-out',
  'leucine-exchange-out',
  'rim-to-plasma',
  'alanine-export',
  'glutamine-export',
];

/** One exact cell of 0.05 um3 for three hours, half of the leucine and a third of the KIC that enter labelled. */
function lived(model: Model) {
  const structure = structureOf(model);
  const stream = (name: string) => streamFor('atoms', name);
  const start = stream('start');
  const cellNumbers = { volume_um3: 0.05, value: resolve(model), copies: () => 1 };
  const tables = instantiate(structure, { ...cellNumbers, uniform: () => uniform53(start) });
  const streams = { events: stream('events'), labels: stream('labels'), identities: stream('identities') };
  const { cell, advance } = createKernel().create(tables, streams, model.labelSources.length);
  const seated = [
    counterOf(structure, a.Sestrin({ pocket: 'Leucine' })),
    counterOf(structure, a.BCAT2({ cofactor: 'PMP' })),
  ] as const;
  const inside = ({ holds }: Ledger) =>
    structure.crowds.reduce((sum, c, q) => sum + (holds[c.agent.agentName] ?? 0) * cell.count[q]!, 0) +
    (holds.Leucine ?? 0) * seated[0](cell) +
    (holds.Glutamate ?? 0) * seated[1](cell);
  const labelled = (bit: number) => {
    let sum = 0;
    for (let q = 0; q < structure.crowds.length; q++)
      for (let cls = 1; cls < LABEL_CLASSES; cls++)
        if (cls & bit) sum += cell.labelled[q * LABEL_CLASSES + cls]!;
    for (let part = 0; part < cell.parts; part++) if (cell.label[part]! & bit) sum++;
    return sum;
  };
  const fired = (id: string, of: (c: number) => number) =>
    structure.channels.reduce((sum, { rule: r }, c) => sum + (r.id === id ? of(c) : 0), 0);
  const before = { carbon: inside(CARBON), nitrogen: inside(NITROGEN) };
  setSource(cell, 0, [0, 0.2, 0.1, 0.2]);
  setSource(cell, 1, [0, 0.33, 0, 0]);
  advance(3 * 3600);
  const brought = ({ brings }: Ledger) =>
    Object.entries(brings).reduce((sum, [id, atoms]) => sum + atoms * fired(id, (c) => cell.fired[c]!), 0);
  const carried = (ids: readonly string[], bit: number) =>
    ids.reduce(
      (sum, id) =>
        sum +
        fired(id, (c) =>
          [1, 2, 3].reduce((n, cls) => n + (cls & bit ? cell.firedLabelled[c * LABEL_CLASSES + cls]! : 0), 0),
        ),
      0,
    );
  return {
    missing: {
      carbon: before.carbon + brought(CARBON) - inside(CARBON),
      nitrogen: before.nitrogen + brought(NITROGEN) - inside(NITROGEN),
      '13C': carried(IN_13C, 1) - carried(OUT_13C, 1) - labelled(1),
      '15N': carried(IN_15N, 2) - carried(OUT_15N, 2) - labelled(2),
    },
    labelled: { '13C': labelled(1), '15N': labelled(2) },
    crowds: structure.crowds.map(crowdKey),
    events: cell.events,
  };
}

const why = assumed('broken on purpose');
const replaced = (broken: Rule): Model => ({
  ...leucineModel,
  chapters: leucineModel.chapters.map((c) => ({
    ...c,
    rules: c.rules.map((r) => (r.id === broken.id ? broken : r)),
  })),
});

describe('atoms', () => {
  it('are conserved to the molecule: carbon, nitrogen, 13C and 15N', () => {
    const { missing, labelled, events } = lived(leucineModel);
    expect(missing).toEqual({ carbon: 0, nitrogen: 0, '13C': 0, '15N': 0 });
    expect(events).toBeGreaterThan(50_000);
    expect(Math.min(labelled['13C'], labelled['15N'])).toBeGreaterThan(500);
  });
  it('are missed where transamination forgets the label of the skeleton', () => {
    const forgets = rule(
      'bcat2-leucine',
      'loses 13C',
      exchange(
        [a.BCAT2({ cofactor: 'PLP' }), a.Leucine({ in: cytosol })],
        [a.BCAT2({ cofactor: 'PMP' }), a.KIC({ in: cytosol })],
        { C1: [['Leucine', 'nowhere']], N: [['Leucine', 'BCAT2']] },
      ),
      { forward: k(0.012, 'um3/h', why), backward: k(0.178, 'um3/h', why) },
    );
    const { missing } = lived(replaced(forgets));
    expect(missing['13C']).toBeGreaterThan(10);
    expect(missing).toMatchObject({ carbon: 0, nitrogen: 0 });
  });
  it('are missed where a step makes two of one', () => {
    const doubles = rule(
      'alanine-synthesis',
      'makes two alanines of a glutamate',
      exchange([a.Glutamate({ in: matrix })], [a.Alanine({ in: cytosol }), a.Alanine({ in: cytosol })], {
        N: [['Glutamate', 'Alanine']],
      }),
      { k: k(0.0385, '1/h', why) },
    );
    expect(lived(replaced(doubles)).missing.nitrogen).toBeLessThan(-10);
  });
});

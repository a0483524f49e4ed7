import { describe, expect, it } from 'vitest';
import type { Bench } from '../../src/assays/assay.js';
import { microscopy } from '../../src/assays/microscopy.js';
import type { Cell } from '../../src/engine/cell.js';
import { laboratory } from '../../src/model/laboratory.js';
import { runCell } from '../../src/myocyte/run.js';
import { below } from '../../src/random/below.js';
import { streamFor } from '../../src/random/stream.js';
import { jobAt } from '../../src/scenario/expand.js';
import { faultsOf, planOf } from '../support/lab.js';
import { binomialPmf, hypergeometricPmf } from '../support/special-functions.js';
import { compare, type Finding, THRESHOLD } from '../support/statistics.js';

const HEAD = `question: q
cells: 1
volume: 1 um3
duration: 20 min
sample every: 10 min
settle: 5 min
conditions: { fasted: {}, fed: { insulin: 200 pM, plasma_leucine: 400 uM } }
`;
const SEEN = 'assays:\n  microscopy:\n    sections: [0 min, 20 min]\n    lysosomes: 4 /um3\n';

describe.each(['exact', 'hybrid'])('in a living cell (%s)', (method) => {
  const head = `${HEAD}method: ${method}\n`;
  const plan = planOf(head + SEEN);
  const lived = [0, 1].map((job) => runCell(plan, jobAt(plan, job)).tables);
  const rowsAt = (tables: (typeof lived)[number], sample: number) => {
    const { lysosomes } = tables;
    const each = lysosomes!.time_s!.length / 3;
    return [...Array(each).keys()].map((i) =>
      Object.fromEntries(Object.entries(lysosomes!).map(([name, v]) => [name, v[sample * each + i]!])),
    );
  };
  const sum = (rows: Record<string, number>[], column: string) => rows.reduce((n, r) => n + r[column]!, 0);

  it('counts what the census counts, and changes no molecule', () => {
    const bare = planOf(`${head}assays: [census, fluxes]\n`);
    lived.forEach((tables, job) => {
      expect(tables.timecourse).toEqual(runCell(bare, jobAt(bare, job)).tables.timecourse);
      for (let sample = 0; sample < 3; sample++) {
        const [elsewhere, ...on] = rowsAt(tables, sample);
        expect(elsewhere!.lysosome).toBe(-1);
        const share = (column: string) => sum(on, column) / (sum(on, column) + elsewhere![column]!);
        expect(share('mtorc1')).toBe(tables.timecourse!.mtorc1_lysosomal_fraction![sample]);
        expect(share('tsc')).toBe(tables.timecourse!.tsc_on_rheb_fraction![sample]);
        expect(elsewhere!.rag).toBe(0);
        for (const { rag, mtorc1 } of on) expect(mtorc1).toBeLessThanOrEqual(rag!);
      }
    });
  });
  it('leaves every Rag on its lysosome, in every condition', () => {
    const first = rowsAt(lived[0]!, 0).map((r) => r.rag);
    expect(sum(rowsAt(lived[0]!, 0), 'rag')).toBeGreaterThan(10);
    for (const tables of lived)
      for (let sample = 0; sample < 3; sample++)
        expect(rowsAt(tables, sample).map((r) => r.rag)).toEqual(first);
  });
});

/** Twelve Rags on three lysosomes, five with mTORC1, of which two with Rheb; nine Rhebs in all; four of six TSC at one. */
const [RAGS, DOCKED, LYSOSOMES, RHEBS, HELD, TSCS, THERE] = [12, 5, 3, 9, 2, 6, 4];
const { anchor, kinase, activator, gap } = laboratory.lysosomes;
const bench = {
  laboratory,
  options: { lysosomes_per_um3: LYSOSOMES },
  finder: (pattern: unknown) => () => {
    const n = pattern === anchor ? RAGS : pattern === kinase.of ? 8 : RHEBS;
    return [...Array(n).keys()];
  },
  partner: (agent: unknown) => (_: Cell, i: number) =>
    agent === kinase.of.agent ? (i < DOCKED ? 2 * i : -1) : i < HELD ? i : -1,
  counter: (pattern: unknown) => () => (pattern === gap.at ? THERE : TSCS),
} as unknown as Bench;
const looked = (i: number) =>
  microscopy.observe(bench, {
    volume_um3: 1,
    noise: streamFor('places', 'noise', i),
    own: streamFor('places', 'own', i),
  });
const at = (time_s: number) => ({ time_s }) as Cell;
/** Counts on the first lysosome of cell i: Rag, mTORC1, Rheb, TSC; and Rheb that no mTORC1 there holds. */
function firstLysosome(i: number) {
  const sitting = looked(i);
  sitting.sample(at(0));
  const { lysosomes } = sitting.finish(at(0));
  return Object.fromEntries(['rag', 'mtorc1', 'rheb', 'tsc'].map((n) => [n, lysosomes![n]![1]!]));
}

describe('where molecules sit, against the whole distribution', () => {
  /** With 20,000 cells a share of 0.333 that is off by 0.012 is noticed by the mean of the Rags. */
  const N = 20_000;
  const cells = Array.from({ length: N }, (_, i) => firstLysosome(i));
  const worst = (found: readonly Finding[]) => Math.min(...found.map((f) => f.p));
  const column = (name: string) => cells.map((c) => c[name]!);
  /** mTORC1 on a lysosome that has four of the Rags: a draw without replacement. */
  const given = cells.filter((c) => c.rag === 4).map((c) => c.mtorc1!);

  it('is multinomial for Rags, for mTORC1 on them and for Rheb', () => {
    expect(worst(compare('Rag', column('rag'), binomialPmf(RAGS, 1 / LYSOSOMES)))).toBeGreaterThan(THRESHOLD);
    expect(worst(compare('mTORC1', column('mtorc1'), binomialPmf(DOCKED, 1 / LYSOSOMES)))).toBeGreaterThan(
      THRESHOLD,
    );
    expect(worst(compare('Rheb', column('rheb'), binomialPmf(RHEBS, 1 / LYSOSOMES)))).toBeGreaterThan(
      THRESHOLD,
    );
  });
  it('is hypergeometric for mTORC1 given the Rags of the lysosome', () => {
    expect(given.length).toBeGreaterThan(4000);
    expect(worst(compare('given', given, hypergeometricPmf(4, RAGS - 4, DOCKED)))).toBeGreaterThan(THRESHOLD);
  });
  it('puts each TSC at a free Rheb, all alike', () => {
    const free = RHEBS - HELD;
    const pmf = Array.from({ length: THERE + 1 }, (_, k) =>
      binomialPmf(free, 1 / LYSOSOMES).reduce((p, w, f) => p + w * binomialPmf(THERE, f / free)[k]!, 0),
    );
    expect(worst(compare('TSC', column('tsc'), pmf))).toBeGreaterThan(THRESHOLD);
  });
  it('would notice Rags dealt out in turn, a lysosome that is favoured, and mTORC1 that chooses its lysosome anew', () => {
    const wrong = streamFor('wrong');
    const dealt = cells.map(
      (_, i) => [...Array(RAGS).keys()].filter((r) => (r + i) % LYSOSOMES === 0).length,
    );
    expect(worst(compare('dealt', dealt, binomialPmf(RAGS, 1 / LYSOSOMES)))).toBeLessThan(THRESHOLD);
    const favoured = cells.map(() => [...Array(RAGS).keys()].filter(() => below(wrong, 1000) < 353).length);
    expect(worst(compare('favoured', favoured, binomialPmf(RAGS, 1 / LYSOSOMES)))).toBeLessThan(THRESHOLD);
    const anew = given.map(
      () => [...Array(DOCKED).keys()].filter(() => below(wrong, LYSOSOMES) === 0).length,
    );
    expect(worst(compare('anew', anew, hypergeometricPmf(4, RAGS - 4, DOCKED)))).toBeLessThan(THRESHOLD);
  });
});

it('goes on from its notes as if it had never stopped', () => {
  const whole = looked(1);
  whole.sample(at(0));
  const kept = JSON.parse(JSON.stringify(whole.notes)) as object;
  whole.sample(at(600));
  const resumed = looked(1);
  Object.assign(resumed.notes, kept);
  resumed.sample(at(600));
  expect(resumed.finish(at(600))).toEqual(whole.finish(at(600)));
});
it('has the kinetics of one surface: TSC meets every free Rheb alike, mTORC1 every Rag', () => {
  expect(activator.under).toBe('mtorc1');
  expect(Object.keys(anchor.agent.sites)).toContain('mtorc1');
});

const BAD: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  [
    'no sections',
    SEEN.replace(/.*sections.*\n/, ''),
    /"sections" is missing. Write for example "sections: \[/,
  ],
  ['a section after the end', SEEN.replace('20 min', '30 min'), /:10:23 +30 min is outside the run/],
  ['a section before the start', SEEN.replace('0 min,', '-5 min,'), /:10:16 +.*-5 min/],
  ['a section between samples', SEEN.replace('20 min', '15 min'), /:10:23 +15 min is no sample time/],
  ['an unknown pair', `${SEEN}    pairs: [mTOR-LAMP1]\n`, /:12:13 +.*pair.*"mTOR-LAMP1".*mTOR-LAMP2/],
  ['no lysosomes', SEEN.replace('4 /um3', '0 /um3'), /:11:16 +.*"0 \/um3"/],
  ['lysosomes without a unit', SEEN.replace('4 /um3', '4'), /:11:16 +.*1 \/um3/],
  ['an aperture beyond oil', `${SEEN}    aperture: 3\n`, /:12:15 +.*1\.7/],
  ['the bare name', 'assays: [microscopy]\n', /the assay "microscopy" needs to be told/],
  ['mean-field', `method: mean-field\n${SEEN}`, /microscopy.*mean-field|mean-field.*microscopy/],
];
it.each(BAD)('refuses %s, where it stands', (_, text, says) => {
  expect(faultsOf(HEAD + text)).toMatch(says);
});

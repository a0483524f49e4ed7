import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { runCell } from '../../src/myocyte/run.js';
import { jobAt } from '../../src/scenario/expand.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Budget, Plan } from '../../src/scenario/plan.js';

const read = parseScenario(
  `question: how much may it take?
volume: 0.2 um3
settle: 1 min
duration: 20 min
sample every: 10 min
conditions: { fasted: {} }
budget: { events: 1e6, time: 1 h, memory: 2 GB }
`,
  'budget.yaml',
  modelVocabulary(),
);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const plan: Plan = read.plan;
const lived = (budget: Budget) => runCell({ ...plan, budget }, jobAt(plan, 0));
const free = lived({});

it('is read in events, seconds and megabytes', () => {
  expect(plan.budget).toEqual({ events: 1e6, time_s: 3600, memory_MB: 2000 });
});
it('changes nothing of a cell that keeps it', () => {
  expect(free.status).toBe('ok');
  expect(free.events).toBeGreaterThan(50_000);
  expect(lived({ events: free.events, time_s: 600 })).toEqual(free);
});
it('fails a cell of one event more, at its end', () => {
  const over = lived({ events: free.events - 1 });
  expect(over).toMatchObject({
    status: 'failed',
    reason: `over its budget of ${free.events - 1} events`,
    events: free.events,
    tables: {},
  });
});
it('ends a cell soon after its events are used up, each time at the same event', () => {
  const over = lived({ events: 20_000 });
  expect(over).toMatchObject({ status: 'failed', events: 32_768 });
  expect(lived({ events: 20_000 })).toEqual(over);
});
it('ends a cell whose time is up', () => {
  expect(lived({ time_s: 1e-9 })).toMatchObject({ status: 'failed', events: 16_384, tables: {} });
});

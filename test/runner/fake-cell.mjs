/**
 * A worker that lives cells of no biology, for tests of the runner. The plan's question says what goes wrong:
 * "throw 3": cell 3 throws; "exit 3": cell 3 ends its thread; "hang 3": cell 3 never returns; "eat 3": cell 3 eats the heap; "slow 20": every cell takes 20 ms.
 */
import { workerData } from 'node:worker_threads';

const tables = [
  {
    name: 'timecourse',
    description: 'what was seen',
    columns: [
      { name: 'condition', type: 'dictionary', unit: '1', description: 'condition', dictionary: ['a', 'b'] },
      { name: 'point', type: 'int32', unit: '1', description: 'sweep point' },
      { name: 'donor', type: 'int32', unit: '1', description: 'donor' },
      { name: 'cell', type: 'int32', unit: '1', description: 'cell' },
      { name: 'time_s', type: 'float64', unit: 's', description: 'time' },
      { name: 'leucine_uM', type: 'float64', unit: 'uM', description: 'leucine' },
    ],
  },
];

function live(plan, index) {
  const [verb, n] = plan.question.split(' ');
  if (verb === 'hang' && Number(n) === index) for (;;);
  if (verb === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(n));
  else if (Number(n) === index) {
    if (verb === 'throw') throw new Error('ran out of leucine');
    if (verb === 'exit') process.exit(7);
    if (verb === 'eat') for (const hoard = []; ; ) hoard.push(new Array(1e5).fill({ index }));
  }
  const perCondition = plan.cells * plan.donors;
  const column = (value) => Int32Array.from([value, value]);
  return {
    job: index,
    status: 'ok',
    reason: '',
    events: 10 + index,
    tables: {
      timecourse: {
        condition: column(Math.floor(index / perCondition) % 2),
        point: column(0),
        donor: column(Math.floor(index / plan.cells) % plan.donors),
        cell: column(index % plan.cells),
        time_s: Float64Array.of(0, 60),
        leucine_uM: Float64Array.of(index, Math.sqrt(index)),
      },
    },
  };
}

const liveOrFail = (plan, job) => {
  try {
    return live(plan, job);
  } catch (error) {
    return { job, status: 'failed', reason: error.message, events: 0, tables: {} };
  }
};

export const answer = (plan, task) =>
  task.kind === 'describe'
    ? tables
    : task.jobs.map((job, i) => {
        if (task.at) Atomics.store(new Int32Array(task.at), 0, i);
        return liveOrFail(plan, job);
      });
export default (task) => answer(workerData, task);

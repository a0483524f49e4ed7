import { GONE, SEATED } from '../engine/tables.js';
import type { Assay, Bench } from './assay.js';

/** Life histories of followed molecules, event by event: the molecules table. */
export const histories: Assay = {
  name: 'histories',
  title: 'Lives of followed molecules',
  tables: (bench) => [
    {
      name: 'molecules',
      description: 'One row an event in the life of a followed molecule, in order of time',
      rows: 'histories',
      columns: [
        { name: 'molecule', type: 'int32', unit: '', description: 'Identity within the cell' },
        {
          name: 'time_s',
          type: 'float64',
          unit: 's',
          description: 'When it happened; before 0 in the fasted time',
        },
        {
          name: 'event',
          type: 'dictionary',
          unit: '',
          description: 'Rule that it went through, with its direction; "followed" where its record begins',
          dictionary: eventsOf(bench),
        },
        {
          name: 'now',
          type: 'dictionary',
          unit: '',
          description:
            'What and where it is afterwards; "seated" in the pocket of a protein, "gone" once it has left',
          dictionary: placesOf(bench),
        },
      ],
    },
  ],
  observe(bench) {
    const events = eventsOf(bench);
    const eventOf = bench.channels.map(({ rule, rate }) => events.indexOf(`${rule}.${rate}`));
    return {
      notes: {},
      sample() {},
      finish({ followed: { log } }) {
        return {
          molecules: {
            molecule: Int32Array.from(log, (e) => e.molecule),
            time_s: Float64Array.from(log, (e) => e.time_s),
            event: Int32Array.from(log, (e) => (e.channel < 0 ? 0 : eventOf[e.channel]!)),
            now: Int32Array.from(log, (e) => placeOf(e.to)),
          },
        };
      },
    };
  },
};

const eventsOf = (bench: Bench): readonly string[] => [
  'followed',
  ...[...new Set(bench.channels.map(({ rule, rate }) => `${rule}.${rate}`))].sort(),
];
const placesOf = (bench: Bench): readonly string[] => ['gone', 'seated', ...bench.crowds];
const placeOf = (to: number): number => (to === GONE ? 0 : to === SEATED ? 1 : to + 2);

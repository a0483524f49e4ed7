import { type Hoop, hoopsOf } from './hoops.js';
import { spotIn } from './places.js';
import { SIGNALS } from './signals.js';
import { type Agent, DRAWN, type Trajectory } from './trajectory.js';

/** What the file says of itself. */
export interface About {
  readonly name: string;
  readonly question: string;
  readonly version: string;
}
const RADIUS = 50;
const SPHERE = 1000;
const FIBER = 1001;
const SIGNAL_RADIUS = 0.75;
const FOLLOWED_RADIUS = 0.5;
/** Of Okabe & Ito 2008, in turn; states of one molecule are told apart by name, the first in full colour. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#f0e442'];
const PALE = '#9aa5b1';

/**
 * One cell as a file of the Simularium viewer, as text: JSON, trajectory info version 3, spatial data version 1
 * (https://simularium.allencell.org; the layout of numbers is that of simulariumio 1.13). One frame a sample time. States and
 * compartments are the dataset's; spots within a compartment are illustrative, and the file says so.
 */
export function simulariumText(trajectory: Trajectory, about: About): string {
  const { keys, frames, volume_um3 } = trajectory;
  const hoops = hoopsOf();
  const types = typesOf(trajectory, hoops);
  const radius_um = Math.cbrt((3 * volume_um3) / (4 * Math.PI));
  const times = frames.map(({ time_s }) => time_s);
  return `${JSON.stringify({
    trajectoryInfo: {
      version: 3,
      timeUnits: { magnitude: 1, name: 's' },
      timeStepSize: times.length > 1 ? times[1]! - times[0]! : 0,
      totalSteps: frames.length,
      spatialUnits: { magnitude: Number((radius_um / RADIUS).toPrecision(6)), name: 'µm' },
      size: { x: 2 * RADIUS + 4, y: 2 * RADIUS + 4, z: 2 * RADIUS + 4 },
      cameraDefault: {
        position: { x: 0, y: 0, z: 120 },
        lookAtPosition: { x: 0, y: 0, z: 0 },
        upVector: { x: 0, y: 1, z: 0 },
        fovDegrees: 75,
      },
      typeMapping: Object.fromEntries(
        [...types].map(([name, id]) => [
          id,
          {
            name,
            geometry: { displayType: name.startsWith('outline') ? 'FIBER' : 'SPHERE', color: colourOf(name) },
          },
        ]),
      ),
      trajectoryTitle: `${about.name}: ${keys.condition}, donor ${keys.donor}, cell ${keys.cell}`,
      modelInfo: {
        title: `leucell ${about.version}`,
        version: about.version,
        description: described(trajectory, about),
      },
    },
    spatialData: {
      version: 1,
      msgType: 1,
      bundleStart: 0,
      bundleSize: frames.length,
      bundleData: frames.map(({ time_s, agents }, frameNumber) => ({
        frameNumber,
        time: time_s,
        data: [
          ...hoops.flatMap((hoop, i) => hoopNumbers(hoop, HOOP_IDS + i, types.get(hoop.type)!)),
          ...agents.flatMap((agent) => agentNumbers(agent, types.get(agent.type)!)),
        ],
      })),
    },
    plotData: { version: 1, data: [sharesPlot(trajectory, times)] },
  })}\n`;
}

const HOOP_IDS = 1_000_000;

function described({ followed, followedDrawn, keys }: Trajectory, { question }: About): string {
  const many = followed > followedDrawn ? `, the first ${followedDrawn} of ${followed}` : '';
  return [
    question,
    `Point ${keys.point} of the sweep.`,
    `Of every signalling molecule ${DRAWN} are drawn, as many in a state as its recorded share says; which one is in it means nothing.`,
    followed === 0 ? 'No molecule was followed.' : `Followed molecules are drawn one by one${many}.`,
    'Positions are illustrative: the simulation knows compartments, not places within them.',
  ].join(' ');
}

/** Types in order of first use. */
function typesOf({ frames }: Trajectory, hoops: readonly Hoop[]): ReadonlyMap<string, number> {
  const names = new Set(hoops.map(({ type }) => type));
  for (const { agents } of frames) for (const { type } of agents) names.add(type);
  return new Map([...names].map((name, i) => [name, i]));
}

/** The first state of a molecule in full colour, the others paler, followed molecules and outlines in theirs. */
function colourOf(type: string): string {
  const [molecule, state] = type.split('#');
  if (molecule === 'outline') return PALE;
  if (molecule === 'followed') return FOLLOWED[state!] ?? '#ffffff';
  const m = SIGNALS.findIndex((signal) => signal.molecule === molecule);
  return SIGNALS[m]!.states[0]!.state === state ? COLOURS[m % COLOURS.length]! : PALE;
}
const FOLLOWED: Readonly<Record<string, string>> = {
  Leucine: '#f0e442',
  KIC: '#d55e00',
  HMB: '#cc79a7',
  BoundLeucine: '#009e73',
};

const agentNumbers = ({ id, type, place }: Agent, typeId: number): readonly number[] => [
  SPHERE,
  id,
  typeId,
  ...spotIn(place, id).map(placed),
  0,
  0,
  0,
  type.startsWith('followed') ? FOLLOWED_RADIUS : SIGNAL_RADIUS,
  0,
];
const hoopNumbers = ({ points }: Hoop, id: number, typeId: number): readonly number[] => [
  FIBER,
  id,
  typeId,
  0,
  0,
  0,
  0,
  0,
  0,
  0.15,
  3 * points.length,
  ...points.flatMap((point) => point.map(placed)),
];
const placed = (x: number): number => Math.round(x * RADIUS * 100) / 100;

const sharesPlot = ({ courses }: Trajectory, times: readonly number[]) => ({
  layout: {
    title: 'Shares of signalling molecules',
    xaxis: { title: 'time (s)' },
    yaxis: { title: 'share' },
  },
  data: Object.entries(courses).map(([name, y]) => ({ name, type: 'scatter', mode: 'lines', x: times, y })),
});

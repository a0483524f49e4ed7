import type { Command } from 'commander';
import type { Exit } from './exit.js';
import type { Io } from './io.js';

type Build = (io: Io, ends: (code: Exit) => void) => Command;

/** In the order of the help. Each is loaded when it is asked for: together they take as long to load as a small run takes. */
const COMMANDS: Readonly<Record<string, () => Promise<Build>>> = {
  init: async () => (await import('./init.js')).initCommand,
  run: async () => (await import('./run.js')).runCommand,
  plan: async () => (await import('./plan.js')).planCommand,
  check: async () => (await import('./check.js')).checkCommand,
  model: async () => (await import('./model.js')).modelCommand,
  schema: async () => (await import('./schema.js')).schemaCommand,
  compare: async () => (await import('./compare.js')).compareCommand,
  report: async () => (await import('./report.js')).reportCommand,
  plot: async () => (await import('./plot.js')).plotCommand,
  gallery: async () => (await import('./gallery.js')).galleryCommand,
  verify: async () => (await import('./verify.js')).verifyCommand,
  resume: async () => (await import('./resume.js')).resumeCommand,
  status: async () => (await import('./status.js')).statusCommand,
  watch: async () => (await import('./watch.js')).watchCommand,
  replay: async () => (await import('./replay.js')).replayCommand,
  branch: async () => (await import('./branch.js')).branchCommand,
  sweep: async () => (await import('./sweep.js')).sweepCommand,
  shard: async () => (await import('./shard.js')).shardCommand,
  merge: async () => (await import('./merge.js')).mergeCommand,
  export: async () => (await import('./export.js')).exportCommand,
  tracer: async () => (await import('./tracer.js')).tracerCommand,
  blot: async () => (await import('./blot.js')).blotCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
  calibrate: async () => (await import('./calibrate.js')).calibrateCommand,
  enzymes: async () => (await import('./enzymes.js')).enzymesCommand,
  microscopy: async () => (await import('./microscopy.js')).microscopyCommand,
  metabolites: async () => (await import('./metabolites.js')).metabolitesCommand,
  fates: async () => (await import('./fates.js')).fatesCommand,
  power: async () => (await import('./power.js')).powerCommand,
  sensitivity: async () => (await import('./sensitivity.js')).sensitivityCommand,
  sbml: async () => (await import('./sbml.js')).sbmlCommand,
  omex: async () => (await import('./omex.js')).omexCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
};

/** The commands that a command line may mean: the one it names, and all of them where it names none. */
export function commandsFor(argv: readonly string[]): Promise<readonly Build[]> {
  const named = argv.find((word) => !word.startsWith('-')) ?? '';
  const loaders = Object.hasOwn(COMMANDS, named) ? [COMMANDS[named]!] : Object.values(COMMANDS);
  return Promise.all(loaders.map((load) => load()));
}

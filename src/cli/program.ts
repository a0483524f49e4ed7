import { Command, CommanderError } from 'commander';
import { DatasetError } from '../dataset/problems.js';
import { LabProblem } from '../lab/problems.js';
import { blotCommand } from './blot.js';
import { calibrateCommand } from './calibrate.js';
import { checkCommand } from './check.js';
import { compareCommand } from './compare.js';
import { doctorCommand } from './doctor.js';
import { enzymesCommand } from './enzymes.js';
import { Exit, Refusal } from './exit.js';
import { exportCommand } from './export.js';
import { fatesCommand } from './fates.js';
import { galleryCommand } from './gallery.js';
import { initCommand } from './init.js';
import { type Io, withoutColour } from './io.js';
import { mergeCommand } from './merge.js';
import { unexpected } from './messages.js';
import { metabolitesCommand } from './metabolites.js';
import { modelCommand } from './model.js';
import { omexCommand } from './omex.js';
import { planCommand } from './plan.js';
import { plotCommand } from './plot.js';
import { powerCommand } from './power.js';
import { replayCommand } from './replay.js';
import { reportCommand } from './report.js';
import { resumeCommand } from './resume.js';
import { runCommand } from './run.js';
import { sbmlCommand } from './sbml.js';
import { schemaCommand } from './schema.js';
import { sensitivityCommand } from './sensitivity.js';
import { shardCommand } from './shard.js';
import { statusCommand } from './status.js';
import { sweepCommand } from './sweep.js';
import { tracerCommand } from './tracer.js';
import { validateCommand } from './validate.js';
import { verifyCommand } from './verify.js';
import { versionLine } from './version.js';
import { watchCommand } from './watch.js';

const EXAMPLES = `Examples:
  leucell run quick                      does a drink with 3.5 g leucine turn mTORC1 on?
  leucell run mine.yaml --out results/a  a scenario of your own, into a folder of your choice
  leucell plan leucine-dose              what would run, how long, how many bytes
  leucell model                          every rule with its rate and source

`;

/** Runs one command line (without node and script) and says how it ended. */
export async function main(argv: readonly string[], io: Io): Promise<Exit> {
  const plainIo = argv.includes('--no-color') ? withoutColour(io) : io;
  let exit: Exit = Exit.done;
  const ends = (code: Exit) => {
    exit = code;
  };
  try {
    await buildProgram(plainIo, ends).parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.done : Exit.yourInput;
    if (error instanceof Refusal || error instanceof LabProblem || isYours(error)) {
      plainIo.err(`${error.message}\n`);
      return Exit.yourInput;
    }
    plainIo.err(`${unexpected(detailOf(error, plainIo))}\n`);
    return Exit.ourFault;
  }
}

function buildProgram(io: Io, ends: (code: Exit) => void): Command {
  const program = new Command('leucell')
    .description('Exact, agent-based, stochastic simulator of leucine in human skeletal muscle.')
    .version(versionLine(), '-V, --version', 'print the versions of leucell, node and apache-arrow')
    .addHelpText('before', EXAMPLES);
  const commands = [
    initCommand,
    runCommand,
    planCommand,
    checkCommand,
    modelCommand,
    schemaCommand,
    compareCommand,
    reportCommand,
    plotCommand,
    galleryCommand,
    verifyCommand,
    resumeCommand,
    statusCommand,
    watchCommand,
    replayCommand,
    sweepCommand,
    shardCommand,
    mergeCommand,
    exportCommand,
    tracerCommand,
    blotCommand,
    validateCommand,
    calibrateCommand,
    enzymesCommand,
    metabolitesCommand,
    fatesCommand,
    powerCommand,
    sensitivityCommand,
    sbmlCommand,
    omexCommand,
    doctorCommand,
  ];
  for (const command of commands) program.addCommand(command(io, ends));
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .showHelpAfterError('(add --help for the options and examples)')
      .configureOutput({ writeOut: io.out, writeErr: io.err });
  for (const command of program.commands)
    command.option('--no-color', 'write without colour (as NO_COLOR=1 does)');
  return program;
}

/** A folder that exists, cannot be written or is no dataset; what is wrong with tables or records is our fault. */
const isYours = (error: unknown): error is DatasetError =>
  error instanceof DatasetError && error.code !== 'tables' && error.code !== 'record';

function detailOf(error: unknown, io: Io): string {
  if (!(error instanceof Error)) return String(error);
  return io.env.LEUCELL_DEBUG ? (error.stack ?? error.message) : error.message;
}

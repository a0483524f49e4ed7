import { Command, CommanderError } from 'commander';
import { DatasetError } from '../dataset/problems.js';
import { LabProblem } from '../lab/problems.js';
import { commandsFor } from './commands.js';
import { Exit, Refusal } from './exit.js';
import { type Io, withoutColour } from './io.js';
import { unexpected } from './messages.js';
import { versionLine } from './version.js';

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
    const program = await buildProgram(argv, plainIo, ends);
    await program.parseAsync([...argv], { from: 'user' });
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

async function buildProgram(argv: readonly string[], io: Io, ends: (code: Exit) => void): Promise<Command> {
  const program = new Command('leucell')
    .description('Exact, agent-based, stochastic simulator of leucine in human skeletal muscle.')
    .version(versionLine(), '-V, --version', 'print the versions of leucell, node and apache-arrow')
    .addHelpText('before', EXAMPLES);
  for (const command of await commandsFor(argv)) program.addCommand(command(io, ends));
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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Exit } from './exit.js';
import { shippedScenarioFile, shippedScenarios } from './find-scenario.js';
import type { Io } from './io.js';
import { loadPlan } from './load-plan.js';
import { scenarioWritten } from './messages.js';
import { examples } from './options.js';
import { writeNew } from './report.js';
import { commented } from './scenario-template.js';
import { textTable } from './text-table.js';

interface Options {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `leucell init [QUESTION]`: a commented scenario to start from; without a name, the questions there are. */
export function initCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('init')
    .description('Write a commented scenario for a question; without a name, list the questions.')
    .argument('[question]', 'name of the question, as the list has it')
    .option('-o, --out <file>', 'where to write (default: NAME.yaml here)')
    .option('--force', 'write over the file if it is there')
    .option('--json', 'list the questions as JSON')
    .addHelpText(
      'before',
      examples('leucell init', 'leucell init hmb', 'leucell init rapamycin -o mine.yaml'),
    )
    .action((name: string | undefined, { out, force, json }: Options) => {
      if (name === undefined) {
        const known = shippedScenarios().map((each) => ({
          name: each,
          question: loadPlan(each, io.cwd).plan.question,
        }));
        io.out(
          json
            ? `${JSON.stringify(known, null, 2)}\n`
            : textTable(known.map((k) => [`${k.name}  ${k.question}`])),
        );
        return;
      }
      const text = commented(readFileSync(shippedScenarioFile(name), 'utf8'));
      const path = out ?? `${name}.yaml`;
      writeNew(resolve(io.cwd, path), text, force);
      io.err(`${scenarioWritten(path)}\n`);
    });
}

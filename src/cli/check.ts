import { Command } from 'commander';
import { jobCount } from '../scenario/expand.js';
import { problemText } from '../scenario/problems.js';
import { readScenario } from '../scenario/read.js';
import { Exit } from './exit.js';
import { findScenario } from './find-scenario.js';
import type { Io } from './io.js';
import { nothingWrong, warning } from './messages.js';
import { examples } from './options.js';
import { packageFile } from './package-info.js';
import { modelVocabulary } from './vocabulary.js';

/** `leucell check SCENARIO...`: every problem of every file, and nothing run. */
export function checkCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('check')
    .description('Validate scenario files without running anything.')
    .argument('<scenario...>', 'scenario files, or names of shipped scenarios')
    .option('--json', 'print the findings as JSON')
    .option('-q, --quiet', 'say nothing of files that are valid')
    .addHelpText('before', examples('leucell check mine.yaml', 'leucell check scenarios/*.yaml'))
    .action((given: string[], options: { json?: boolean; quiet?: boolean }) => {
      const findings = given.map((name) => findingOf(findScenario(name, io.cwd)));
      const problems = findings.flatMap((f) => f.problems);
      if (options.json) io.out(`${JSON.stringify(findings, null, 2)}\n`);
      else {
        for (const { file, problems: own, warnings, cells } of findings) {
          for (const each of warnings) io.err(`${warning(each)}\n`);
          if (own.length === 0 && !options.quiet) io.out(`${nothingWrong(file, cells)}\n`);
        }
        if (problems.length > 0) io.err(`${problemText(problems)}\n`);
      }
      ends(problems.length === 0 ? Exit.done : Exit.yourInput);
    });
}

function findingOf(file: string) {
  const read = readScenario(file, modelVocabulary(), packageFile('calibrations'));
  return read.ok
    ? { file, problems: [], warnings: read.warnings, cells: jobCount(read.plan) }
    : { file, problems: read.problems, warnings: [], cells: 0 };
}

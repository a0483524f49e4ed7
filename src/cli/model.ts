import { Command } from 'commander';
import type { Format } from '../language/columns.js';
import { english } from '../language/english.js';
import { evidenceOf, evidenceTable } from '../language/evidence.js';
import { rulesOf } from '../language/model.js';
import { parametersOf } from '../language/parameters.js';
import { parameterTable, table1 } from '../language/table1.js';
import { leucineModel } from '../model/leucine.js';
import { costRows, costTable } from './cost.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { examples } from './options.js';

interface Options {
  readonly english?: boolean;
  readonly parameters?: boolean;
  readonly evidence?: boolean;
  readonly cost?: boolean;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

/** `leucell model`: Table 1, or another view of the rules. */
export function modelCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('model')
    .description('Print the model: every rule with its rate, evidence and source.')
    .option('--english', 'a sentence for every rule')
    .option('--parameters', 'every number that a scenario may override or sweep')
    .option('--evidence', 'how many numbers are measured, derived, calibrated, assumed')
    .option('--cost', 'events per simulated hour, rule by rule, of a fasted cell lived here and now')
    .option('--markdown', 'tables in Markdown')
    .option('--json', 'the same as JSON')
    .addHelpText(
      'before',
      examples(
        'leucell model | less -S',
        'leucell model --parameters | grep ses2',
        'leucell model --evidence --json',
      ),
    )
    .action(async (options: Options) => {
      io.out(options.json ? `${JSON.stringify(await asData(options), null, 2)}\n` : await asText(options));
    });
}

async function asText(options: Options): Promise<string> {
  const format: Format = options.markdown ? 'markdown' : 'text';
  if (options.english) return english(leucineModel);
  if (options.parameters) return parameterTable(leucineModel, format);
  if (options.evidence) return evidenceTable(leucineModel, format);
  if (options.cost) return costTable(await costRows());
  return table1(leucineModel, format);
}

async function asData(options: Options): Promise<unknown> {
  if (options.evidence) return evidenceOf(leucineModel);
  if (options.cost) return costRows();
  const parameters = parametersOf(leucineModel).map(({ of: _, ...rest }) => rest);
  if (options.parameters) return parameters;
  const rules = leucineModel.chapters.flatMap(({ title, rules: own }) =>
    own.map(({ id, sentence, approximation, driven }) => ({
      id,
      chapter: title,
      sentence,
      driven: driven ?? false,
      approximation: approximation ?? null,
      parameters: parameters.filter((p) => p.name.startsWith(`${id}.`)),
    })),
  );
  return {
    name: leucineModel.name,
    version: leucineModel.version,
    rules,
    count: rulesOf(leucineModel).length,
  };
}

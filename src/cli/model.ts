import { Command } from 'commander';
import { type ExportFormat, exported } from '../export/write.js';
import type { Format } from '../language/columns.js';
import { english } from '../language/english.js';
import { evidenceOf, evidenceTable } from '../language/evidence.js';
import { rulesOf } from '../language/model.js';
import { parametersOf } from '../language/parameters.js';
import { parameterTable, table1 } from '../language/table1.js';
import { identifiers } from '../model/identifiers.js';
import { leucineModel } from '../model/leucine.js';
import { DEFAULTS } from '../scenario/build.js';
import { LIMITS } from '../scenario/limits.js';
import { costRows, costTable } from './cost.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { examples, quantityOf } from './options.js';

interface Options {
  readonly english?: boolean;
  readonly parameters?: boolean;
  readonly evidence?: boolean;
  readonly cost?: boolean;
  readonly sbml?: boolean;
  readonly antimony?: boolean;
  readonly bngl?: boolean;
  readonly volume?: number;
  readonly whole?: boolean;
  readonly labels?: boolean;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

const FORMATS: readonly ExportFormat[] = ['sbml', 'antimony', 'bngl'];

/** `leucell model`: Table 1, or another view of the rules. */
export function modelCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('model')
    .description('Print the model: every rule with its rate, evidence and source.')
    .option('--english', 'a sentence for every rule')
    .option('--parameters', 'every number that a scenario may override or sweep')
    .option('--evidence', 'how many numbers are measured, derived, calibrated, assumed')
    .option('--cost', 'events per simulated hour, rule by rule, of a fasted cell lived here and now')
    .option('--sbml', 'the whole model as SBML Level 3 Version 2, written out as species and reactions')
    .option('--antimony', 'the same as Antimony text')
    .option('--bngl', 'the rules as BNGL, for BioNetGen and NFsim')
    .option(
      '--volume <volume>',
      `cell water of the exported model ("${DEFAULTS.volume_um3} um3" where it is left out)`,
      quantityOf(LIMITS.volume),
    )
    .option(
      '--whole',
      'whole numbers of molecules at the start of the exported model, for stochastic simulators',
    )
    .option('--labels', 'isotopologues as species of their own in the exported model; not for BNGL')
    .option('--markdown', 'tables in Markdown')
    .option('--json', 'the same as JSON')
    .addHelpText(
      'before',
      examples(
        'leucell model | less -S',
        'leucell model --parameters | grep ses2',
        'leucell model --evidence --json',
        'leucell model --sbml --volume "1 um3" > leucine.xml',
      ),
    )
    .action(async (options: Options) => {
      const format = FORMATS.find((name) => options[name]);
      if (format !== undefined) {
        const { volume = DEFAULTS.volume_um3, whole = false, labels = false } = options;
        if (labels && format === 'bngl') throw new Refusal(say.noLabelsInBngl());
        io.out(exported(leucineModel, identifiers, format, { volume_um3: volume, whole, labels }));
        return;
      }
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

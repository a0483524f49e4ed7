import { Command } from 'commander';
import { scenarioJsonSchema } from '../scenario/schema.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { examples } from './options.js';
import { modelVocabulary } from './vocabulary.js';

/** `leucell schema`: the JSON Schema of scenario files, for completion in editors. */
export function schemaCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('schema')
    .description('Print the JSON Schema of scenario files.')
    .addHelpText('before', examples('leucell schema > scenario.schema.json'))
    .action(() => {
      io.out(`${JSON.stringify(scenarioJsonSchema(modelVocabulary()), null, 2)}\n`);
    });
}

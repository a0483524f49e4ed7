import { resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { overDonors } from '../lab/over-donors.js';
import { type TracerFinding, type TracerStudy, tracerOverTracee, tracerStudy } from '../lab/tracer/study.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { plain } from './numbers.js';
import { examples } from './options.js';
import { textTable } from './text-table.js';

/** `leucell tracer DATASET`: what the tracer study of a dataset finds, beside the truth. */
export function tracerCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('tracer')
    .description(
      'Work out the tracer study of a dataset: enrichments, FSR, FBR, flux, oxidation, limb balance.',
    )
    .argument('<folder>', 'folder of a dataset whose scenario asks for the tracer assay')
    .option('--samples', 'print every enrichment and concentration as measured, instead of what they mean')
    .option('--json', 'print both as JSON, donor by donor')
    .addHelpText(
      'before',
      examples('leucell tracer results/tracer', 'leucell tracer results/tracer --samples'),
    )
    .action(async (folder: string, options: { samples?: boolean; json?: boolean }) => {
      const study = await tracerStudy(await openDataset(resolve(io.cwd, folder)));
      if (options.json) io.out(`${JSON.stringify(study, null, 2)}\n`);
      else io.out(options.samples ? samples(study) : findings(study, io));
    });
}

function findings(study: TracerStudy, io: Io): string {
  const place = (f: TracerFinding) => JSON.stringify([f.point, f.condition, f.from_s, f.to_s]);
  return [...new Set(study.findings.map(place))]
    .map((key) => {
      const own = study.findings.filter((f) => place(f) === key);
      const [first] = own as [TracerFinding];
      const title = `${first.condition}, ${hours(first.from_s)} to ${hours(first.to_s)} h${first.point > 0 ? `, point ${first.point}` : ''}`;
      const rows = overDonors(own).map(({ quantity, unit, estimate: e, truth }) => [
        `${quantity}, ${unit}`,
        `${plain(e.value)} [${plain(e.low)}, ${plain(e.high)}]`,
        plain(truth),
        plain(e.value / truth),
      ]);
      return `${io.colours.out.bold(title)}\n${textTable([['', 'estimate', 'truth', 'estimate/truth'], ...rows])}`;
    })
    .join('\n');
}

function samples({ readings }: TracerStudy): string {
  const rows = readings.map((r) => {
    const enrichment = r.measured < 1 && r.sample !== 'free over bound' && r.sample !== 'breath 13CO2';
    return [
      r.condition,
      String(r.donor),
      hours(r.time_s),
      r.sample,
      plain(r.measured),
      plain(r.truth),
      enrichment ? plain(100 * r.measured) : '-',
      enrichment ? plain(tracerOverTracee(r.measured)) : '-',
    ];
  });
  const head = ['condition', 'donor', 'time, h', 'sample', 'measured', 'truth', 'APE, %', 'TTR'];
  return textTable([head, ...rows]);
}

const hours = (time_s: number): string => String(Number((time_s / 3600).toFixed(3)));

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from '../analysis/findings.js';
import { type Dataset, openDataset } from '../dataset/read.js';
import { answerOf } from '../report/answer.js';
import { standaloneSvg } from '../report/figure.js';
import { figuresOf } from '../report/figures.js';
import type { Plan } from '../scenario/plan.js';
import { figuresAsked, precursorFigure } from './gallery-figures.js';
import { givenOf } from './report-data.js';
import { membranesOf } from './report-membranes.js';

/** Longer alternative texts are left to the figure itself. */
const LONGEST_ALT = 600;

/** One picture of the page. */
interface Picture {
  readonly title: string;
  readonly description: string;
  readonly svg: string;
}

/** What the page says of a scenario, of which `dataset` is the folder if it has been run; its pictures are written into `folder`. */
export async function entryOf(
  name: string,
  plan: Plan,
  dataset: string | undefined,
  folder: string,
): Promise<string> {
  const head = `## ${name}\n\n**${plan.question}**\n\n${plan.citation}. Conditions: ${plan.conditionNames.join(', ')}.\n`;
  if (dataset === undefined) return `${head}\nNot run yet: \`leucell run ${name}\`.\n`;
  const opened = await openDataset(dataset);
  const findings = await findingsOf(opened);
  const made = madeOf(opened);
  const figures = [
    ...figuresOf(findings, givenOf(opened.manifest.plan, 0), 0),
    ...(await precursorFigure(opened)),
  ];
  const pictures: readonly Picture[] = [
    ...(await membranesOf(opened, 0)).slice(0, 1).map((m) => ({ ...m, title: `Western blot, ${m.title}` })),
    ...figuresAsked(name, figures).map((f) => ({ ...f, svg: standaloneSvg(f, made) })),
  ];
  const shown = pictures.map(({ title, description, svg }, i) => {
    const file = `${name}${i === 0 ? '' : `-${i + 1}`}.svg`;
    writeFileSync(join(folder, file), svg);
    return `![${alternative(title, description)}](${file})`;
  });
  return `${head}\n${answerOf(findings, 0).join(' ')} (${made})\n\n${shown.join('\n')}\n`;
}

function madeOf({ manifest }: Dataset): string {
  const { donors, cells, points } = manifest.layout;
  const each = donors * cells;
  const where = points > 1 ? 'a condition and point of the sweep' : 'a condition';
  return `${each} cells ${where}, method ${manifest.plan.method}, seed ${manifest.seed}, model ${manifest.model}`;
}

/** A picture in words, without what Markdown would take for a link. */
function alternative(title: string, description: string): string {
  const whole = `${title}. ${description}`;
  return (whole.length > LONGEST_ALT ? title : whole)
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('\n', ' ');
}

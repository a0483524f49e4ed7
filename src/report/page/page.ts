import type { Findings } from '../../analysis/findings.js';
import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import { answerOf } from '../answer.js';
import type { Figure, SectionId } from '../figure.js';
import { figuresOf, type Given, isConstant, largestFlux, pathwayCourses } from '../figures.js';
import { figure, lean, listed } from '../format.js';
import type { PathwayCourse } from '../pathway/states.js';
import { htmlDocument } from './document.js';
import { EFFECT_HEAD, effectRows } from './effects.js';
import { MEMBRANES, type Membrane, membranesSection } from './membranes.js';
import { conditionSwitches, figureBlock, section, table } from './parts.js';
import { type Provenance, provenanceSection } from './provenance.js';
import { PAGE_SCRIPT } from './script.js';
import { pageCss } from './style.js';

/** What the report shows beside the findings: it is told by the plan and the model, not by the tables. */
export interface ReportOptions {
  /** Point of the sweep that time courses show. */
  readonly point: number;
  readonly given: readonly Given[];
  readonly provenance: Provenance;
  /** Western blots at that point. */
  readonly membranes: readonly Membrane[];
}

const SECTIONS: readonly (readonly [SectionId, string, string])[] = [
  ['given', 'What the cells were given', 'Inputs that change with time or differ between conditions.'],
  ['leucine', 'Leucine', 'How much leucine comes in, and how much the sensor sees.'],
  ['signalling', 'From Sestrin to S6K1', 'The signalling cascade, in the order in which it is passed on.'],
  ['protein', 'Synthesis and breakdown', 'What muscle protein gains and loses.'],
  ['oxidation', 'Oxidation', 'The way of leucine down to carbon dioxide, and aside to HMB.'],
  ['effects', 'How large, how sure', 'Every condition against the baseline, twin by twin.'],
  ['pathway', 'The whole system', 'Fluxes and states together. Choose a condition; move through time.'],
  ['lives', 'Lives of molecules', 'What became of single molecules that the scenario followed.'],
  ['dose', 'Response to the sweep', 'What the cells came to at every point of the sweep.'],
  ['cells', 'How cells differ', 'The same outcome in every cell of a condition.'],
];

/** The report as one HTML page that needs nothing else: no network, no scripts, light and dark. */
export function reportPage(
  findings: Findings,
  { point, given, provenance, membranes }: ReportOptions,
): string {
  const { manifest, conditions } = findings;
  const figures = figuresOf(findings, given, point);
  const of = (id: SectionId): readonly Figure[] => figures.filter((f) => f.section === id);
  const file = manifest.plan.name.replace(/[^\w-]+/g, '-');
  const body = SECTIONS.map(([id, title, lead]) => {
    const blocks = of(id).map((f) => figureBlock(f, file));
    if (id === 'given') return section(id, title, lead, grid(blocks), constants(given, conditions));
    if (id === 'effects') return section(id, title, lead, ...blocks, effects(findings, point));
    if (id === 'pathway')
      return section(id, title, lead, blocks.length === 0 ? '' : diagram(findings, point, blocks));
    return section(id, title, lead, grid(blocks));
  });
  const links = SECTIONS.filter(([id]) => of(id).length > 0).map(([id, title]) =>
    element('a', { href: `#${id}` }, escaped(title)),
  );
  return htmlDocument(
    {
      title: `${manifest.plan.name}: leucell report`,
      leucell: manifest.leucell,
      css: pageCss(conditions.length),
      policy: POLICY,
    },
    element('a', { class: 'skip', href: '#main' }, 'Skip to the answer'),
    header(findings, point),
    controls(conditions, manifest.plan.duration_s / 3600, [
      ...links,
      ...blotLink(membranes),
      element('a', { href: '#provenance' }, 'Provenance'),
    ]),
    element('main', {}, ...body, membranesSection(membranes, file), provenanceSection(findings, provenance)),
    element(
      'footer',
      {},
      escaped(
        `Made by leucell ${manifest.leucell} from the files of the dataset alone. A simulation for research, not medical advice.`,
      ),
    ),
    element('div', { id: 'live', class: 'visually-hidden', role: 'status', 'aria-live': 'polite' }),
    `<script>${PAGE_SCRIPT}</script>`,
  );
}

const blotLink = (membranes: readonly Membrane[]): readonly string[] =>
  membranes.length === 0 ? [] : [element('a', { href: `#${MEMBRANES.id}` }, MEMBRANES.title)];

const grid = (blocks: readonly string[]): string =>
  blocks.length === 0 ? '' : element('div', { class: 'grid' }, ...blocks);

/** Inputs that do not change with time, condition by condition. */
function constants(given: readonly Given[], conditions: readonly string[]): string {
  const rows = given
    .filter(isConstant)
    .map(({ title, unit, courses }) => [title, unit, ...courses.map(({ value }) => figure(value[0]!))]);
  return rows.length === 0
    ? ''
    : element(
        'details',
        {},
        element('summary', {}, 'Inputs that are constant but differ between conditions'),
        table('Constant inputs', ['input', 'unit', ...conditions], rows, ['unit']),
      );
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:";

function header(findings: Findings, point: number): string {
  const { manifest, conditions, baseline, axes, points } = findings;
  const { plan, cells } = manifest;
  const sweep =
    axes.length === 0 ? [] : [['sweep', `${points} points: ${listed(axes.map(({ path }) => path))}`]];
  const shown =
    axes.length === 0
      ? []
      : [['time courses at', axes.map((a) => `${a.path} ${lean(a.values[point]!)} ${a.unit}`).join(', ')]];
  const facts = [
    ['conditions', String(conditions.length)],
    ['baseline', conditions[baseline]!],
    ['donors, cells each', `${plan.donors}, ${plan.cells}`],
    ['cells lived, failed', `${cells.total - cells.failed}, ${cells.failed}`],
    ['time shown', `${lean(plan.duration_s / 3600)} h`],
    ...sweep,
    ...shown,
    ['seed', plan.seed],
  ];
  return element(
    'header',
    { class: 'top' },
    element('p', { class: 'kicker' }, escaped(`leucell report · ${plan.name}`)),
    element('h1', {}, escaped(plan.question)),
    element(
      'div',
      { class: 'answer', id: 'main', tabindex: -1 },
      ...answerOf(findings, point).map((s) => element('p', {}, escaped(s))),
    ),
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(([name, value]) =>
        element('div', {}, element('dt', {}, escaped(name!)), element('dd', {}, escaped(value!))),
      ),
    ),
  );
}

const controls = (conditions: readonly string[], hours: number, links: readonly string[]): string =>
  element(
    'div',
    { class: 'bar-top' },
    element(
      'div',
      { class: 'bar-in' },
      conditionSwitches(conditions),
      hourFields(hours),
      element('button', { type: 'button', id: 'scheme', class: 'script' }, 'Light or dark'),
      element('nav', { 'aria-label': 'Sections' }, ...links),
    ),
  );

/** Which hours the time courses show; dragging over one of them sets the same. */
const hourFields = (hours: number): string =>
  element(
    'span',
    { class: 'script flex hours', role: 'group', 'aria-label': 'Hours shown in time courses' },
    ...(
      [
        ['from-h', 'Hours', 0],
        ['to-h', 'to', hours],
      ] as const
    ).map(([id, label, value]) =>
      element(
        'label',
        {},
        `${label} `,
        element('input', { type: 'number', id, min: 0, max: hours, step: 'any', value: lean(value) }),
      ),
    ),
    element('button', { type: 'button', id: 'all-hours' }, 'All'),
  );

function effects({ comparison }: Findings, point: number): string {
  if (typeof comparison === 'string') return '';
  return element(
    'details',
    {},
    element('summary', {}, 'All effects as a table'),
    table('Effects against the baseline', EFFECT_HEAD, effectRows(comparison, point), [
      'condition',
      'outcome',
      'verdict',
    ]),
  );
}

function diagram(findings: Findings, point: number, blocks: readonly string[]): string {
  const courses = pathwayCourses(findings, point);
  const last = courses[0]!.time_s.length - 1;
  const pick = findings.conditions.map((name, i) =>
    element(
      'label',
      { class: 'toggle' },
      element('input', { type: 'radio', name: 'pathway-pick', id: `pathway-pick-${i}`, checked: i === 0 }),
      escaped(name),
    ),
  );
  return element(
    'div',
    { class: 'pathway' },
    element(
      'div',
      { class: 'pathway-controls' },
      element('fieldset', {}, element('legend', {}, 'Condition'), ...pick),
      element(
        'label',
        { class: 'script flex slider' },
        'Time ',
        element('input', { type: 'range', id: 'pathway-time', min: 0, max: last, value: 0, step: 1 }),
        element('output', { id: 'pathway-when', for: 'pathway-time' }, 'mean over the time'),
      ),
    ),
    ...blocks,
    `<script type="application/json" id="pathway-data">${pathwayJson(courses)}</script>`,
  );
}

/** Values by time; in the place of t = 0, which tells of the time before, stands the mean over the window. */
function pathwayJson(courses: readonly PathwayCourse[]): string {
  const byId = (course: PathwayCourse, kind: 'nodes' | 'fluxes') =>
    Object.fromEntries(
      Object.keys(course.mean[kind]).map((id) => [
        id,
        [course.mean, ...course.states.slice(1)].map((state) => {
          const value = state[kind][id];
          return value === undefined ? null : Number(value.toPrecision(4));
        }),
      ]),
    );
  return JSON.stringify({
    time_h: courses[0]!.time_s.map((t) => Number((t / 3600).toPrecision(6))),
    largest: largestFlux(courses),
    conditions: courses.map((course) => ({ nodes: byId(course, 'nodes'), fluxes: byId(course, 'fluxes') })),
  });
}

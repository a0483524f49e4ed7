import { element } from '../markup/element.js';
import { escaped } from '../markup/escaped.js';
import { htmlDocument } from '../report/page/document.js';
import { conditionSwitches } from '../report/page/parts.js';
import { pageCss } from '../report/page/style.js';
import { SERIES_COUNT } from '../report/palette.js';
import { SHOWN } from '../report/shown.js';
import { SIGNALS } from '../scene/signals.js';
import { cellDrawing, sceneData } from './drawing.js';
import { DOTS, METABOLITES } from './molecules.js';
import { WATCH_SCRIPT } from './script.js';
import { FIGURES, type Watched } from './snapshot.js';

/** The page that `leucell watch` serves: nothing in it comes from elsewhere; its numbers come as events from beside it. */
export function watchPage({ name, question, leucell, conditions, points }: Watched, point: number): string {
  return htmlDocument(
    {
      title: `${name}: leucell watch`,
      leucell,
      css: `${pageCss(conditions.length)}\n${STYLE}`,
    },
    element('a', { class: 'skip', href: '#main' }, 'Skip to the figures'),
    element(
      'header',
      { class: 'top' },
      element(
        'p',
        { class: 'kicker' },
        escaped(`leucell watch · ${name}${points > 1 ? ` · point ${point} of ${points} of the sweep` : ''}`),
      ),
      element('h1', {}, escaped(question === '' ? name : question)),
      element('progress', { id: 'progress', max: 1, value: 0, 'aria-label': 'Cells that are done' }),
      element('p', { id: 'told' }, 'Waiting for the first cell.'),
      element('p', { id: 'state', role: 'status' }),
      element(
        'noscript',
        {},
        'This page shows a run live, which needs scripts; leucell report writes a page that needs none.',
      ),
    ),
    shows(conditions),
    element('main', { id: 'main', tabindex: -1 }, cellSection(conditions), figures()),
    element(
      'footer',
      {},
      'Served by leucell on this machine only. A simulation for research, not medical advice.',
    ),
    `<script type="application/json" id="scene">${JSON.stringify(sceneData()).replace(/</g, '\\u003c')}</script>`,
    `<script>${WATCH_SCRIPT}</script>`,
  );
}

const shows = (conditions: readonly string[]): string =>
  element(
    'div',
    { class: 'bar-top' },
    element(
      'div',
      { class: 'bar-in' },
      conditionSwitches(conditions, (i) => element('span', { class: 'lived', 'data-lived': i }, '0 cells')),
    ),
  );

const figures = (): string =>
  element(
    'section',
    { 'aria-labelledby': 'courses-h' },
    element('h2', { id: 'courses-h' }, 'Conditions so far'),
    element('p', { class: 'lead' }, 'Mean over the cells that are done, band: 95 % interval of the mean.'),
    element(
      'div',
      { class: 'grid' },
      ...SHOWN.filter(({ id }) => FIGURES.includes(id)).map(({ id, title, unit }) =>
        element(
          'figure',
          { id: `figure-${id}` },
          element('h3', {}, escaped(`${title}, ${unit}`)),
          element('div', { 'data-figure': id }, element('p', { class: 'lead' }, 'No cell yet.')),
        ),
      ),
    ),
  );

function cellSection(conditions: readonly string[]): string {
  const picks = conditions.map((name, i) =>
    element(
      'label',
      { class: 'toggle' },
      element('input', { type: 'radio', name: 'pick', value: i, checked: i === 0 }),
      escaped(name),
    ),
  );
  const names = [...SIGNALS.map(({ molecule }) => molecule), ...METABOLITES.map(({ molecule }) => molecule)];
  return element(
    'section',
    { 'aria-labelledby': 'cell-h' },
    element('h2', { id: 'cell-h' }, 'One myocyte'),
    element(
      'p',
      { class: 'lead' },
      escaped(
        `The cell of the condition that was done last. Of each signalling molecule ${DOTS} are drawn, filled in their first state, hollow in the others; compartments are the model's, places within them illustrative.`,
      ),
    ),
    element(
      'div',
      { class: 'pathway-controls' },
      element('fieldset', {}, element('legend', {}, 'Condition'), ...picks),
      element(
        'label',
        { class: 'flex slider' },
        'Time ',
        element('input', { type: 'range', id: 'time', min: 0, max: 0, value: 0, step: 1 }),
        element('output', { id: 'when', for: 'time' }, '–'),
      ),
      element('button', { type: 'button', id: 'play' }, 'Play'),
      element(
        'label',
        {},
        'Highlight ',
        element(
          'select',
          { id: 'highlight' },
          element('option', { value: '' }, 'all molecules'),
          ...names.map((name, i) => element('option', { value: i }, escaped(name))),
        ),
      ),
    ),
    element(
      'figure',
      { class: 'wide' },
      element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'The cell, scrolls sideways' },
        cellDrawing(),
      ),
      element('figcaption', { id: 'which' }, 'No cell yet.'),
    ),
    element(
      'details',
      {},
      element('summary', {}, 'The same as a table'),
      element(
        'table',
        {},
        element('caption', { class: 'visually-hidden' }, 'Molecules of the cell'),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...['molecule', 'state or place', 'now'].map((h) => element('th', { scope: 'col' }, h)),
          ),
        ),
        element(
          'tbody',
          {},
          ...SIGNALS.flatMap(({ molecule, states }, s) =>
            states.map(({ state }, i) => row(molecule, state, { 'data-share': `${s} ${i}` })),
          ),
          ...METABOLITES.map(({ molecule, place, uM_per_dot }, m) =>
            row(molecule, `${place}; a dot is ${uM_per_dot} uM`, { 'data-uM': m }),
          ),
        ),
      ),
    ),
  );
}

const row = (molecule: string, state: string, cell: Readonly<Record<string, string | number>>): string =>
  element(
    'tr',
    {},
    element('td', {}, escaped(molecule)),
    element('td', {}, escaped(state)),
    element('td', cell, '–'),
  );

const STYLE = `
#progress{width:100%;height:1.1rem;accent-color:var(--accent)}#told{font-variant-numeric:tabular-nums;margin:.4rem 0}#state{color:var(--soft);margin:.2rem 0}
.lived{color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
select{font:inherit;font-size:.85rem;color:var(--ink);background:var(--panel);border:1px solid var(--rule);border-radius:4px;padding:.2rem}
.nucleus{fill:var(--faint);stroke:var(--soft);stroke-dasharray:4 3}.fibril{fill:var(--faint);stroke:var(--rule)}
#cell text{paint-order:stroke;stroke:var(--cytosol);stroke-width:4px;stroke-linejoin:round}
.mol{stroke-width:1.8;fill:var(--panel)}.absent{display:none}
${Array.from({ length: SERIES_COUNT }, (_, i) => `.m${i}{stroke:var(--s${i})}.m${i}.on{fill:var(--s${i})}`).join('')}
.met0,.met1{fill:var(--s4)}.met2{fill:var(--s1)}.met3{fill:var(--s3)}
#cell.chosen .mol,#cell.chosen .met{opacity:.1}#cell.chosen .mol.picked,#cell.chosen .met.picked{opacity:1}
@media (prefers-reduced-motion:no-preference){.mol,.met{transition:transform .5s ease}}
`.trim();

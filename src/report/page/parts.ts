import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import { type Figure, inlineSvg, standaloneSvg } from '../figure.js';
import { dashOf, SERIES_COUNT } from '../palette.js';

/** A figure of the page: drawn, said in words, and to be had as SVG, CSV and (with scripts) PNG. */
export function figureBlock(f: Figure, file: string): string {
  const wide = f.width > 500;
  const name = `${file}-${f.id}`;
  return element(
    'figure',
    { id: `figure-${f.id}`, class: wide ? 'wide' : undefined, 'data-course': f.timeAxis !== undefined },
    element('h3', {}, escaped(f.title)),
    wide
      ? element(
          'div',
          { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `${f.title}, scrolls sideways` },
          inlineSvg(f),
        )
      : inlineSvg(f),
    element('figcaption', {}, escaped(f.caption)),
    element(
      'div',
      { class: 'downloads' },
      element(
        'a',
        {
          href: dataUri('image/svg+xml', standaloneSvg(f)),
          download: `${name}.svg`,
          'data-svg': true,
          'aria-label': `SVG of ${f.title}`,
        },
        'SVG',
      ),
      element(
        'button',
        { type: 'button', class: 'script', 'data-png': `${name}.png`, 'aria-label': `PNG of ${f.title}` },
        'PNG',
      ),
      element(
        'a',
        {
          href: dataUri('text/csv', f.csv),
          download: `${name}.csv`,
          'data-csv': true,
          'aria-label': `CSV of ${f.title}`,
        },
        'CSV',
      ),
      f.timeAxis === undefined
        ? ''
        : element(
            'button',
            {
              type: 'button',
              class: 'script',
              'data-read': true,
              'aria-label': `Read values of ${f.title} with the arrow keys`,
            },
            'Read values',
          ),
    ),
  );
}

/** A section with its heading; nothing if it has no content. */
export const section = (id: string, title: string, lead: string, ...content: readonly string[]): string =>
  content.every((part) => part === '')
    ? ''
    : element(
        'section',
        { id, 'aria-labelledby': `${id}-h` },
        element('h2', { id: `${id}-h` }, escaped(title)),
        element('p', { class: 'lead' }, escaped(lead)),
        ...content,
      );

/** A table; columns named in `words` are set flush left. */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly string[] = [],
): string =>
  element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `${caption}, scrolls sideways` },
    element(
      'table',
      {},
      element('caption', { class: 'visually-hidden' }, escaped(caption)),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...head.map((h) =>
            element('th', { scope: 'col', class: words.includes(h) ? 'words' : undefined }, escaped(h)),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        ...rows.map((row) =>
          element(
            'tr',
            {},
            ...row.map((cell, i) =>
              element('td', { class: words.includes(head[i]!) ? 'words' : undefined }, escaped(cell)),
            ),
          ),
        ),
      ),
    ),
  );

/** The mark of a condition, as its lines are drawn. */
export const swatch = (i: number): string =>
  element(
    'svg',
    { class: `swatch s${i % SERIES_COUNT}`, viewBox: '0 0 26 12', 'aria-hidden': 'true' },
    element('path', { class: 'line', d: 'M0,6H26', 'stroke-dasharray': dashOf(i) }),
  );

export const dataUri = (type: string, content: string): string =>
  `data:${type};charset=utf-8,${encodeURIComponent(content)}`;

/** A switch for each condition, that the style sheet and the scripts know by its id; `more` stands after the name. */
export const conditionSwitches = (
  conditions: readonly string[],
  more: (i: number) => string = () => '',
): string =>
  element(
    'fieldset',
    {},
    element('legend', {}, 'Show'),
    ...conditions.map((name, i) =>
      element(
        'label',
        { class: 'toggle' },
        element('input', { type: 'checkbox', id: `show-${i}`, checked: true }),
        swatch(i),
        escaped(name),
        more(i),
      ),
    ),
  );

import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';
import { dataUri, section } from './parts.js';

/** The membranes of one donor, drawn by the laboratory. */
export interface Membrane {
  readonly title: string;
  /** What is seen, for who does not see it. */
  readonly description: string;
  /** A file of its own. */
  readonly svg: string;
  /** The densitometry. */
  readonly csv: string;
}

export const MEMBRANES = { id: 'blots', title: 'Western blots' };

/** Pictures of western blots, each with its densitometry; nothing where there are none. */
export const membranesSection = (membranes: readonly Membrane[], file: string): string =>
  section(
    MEMBRANES.id,
    MEMBRANES.title,
    'Lysates of pooled cells as a blot shows them, with its noise. First replicate; leucell blot gives all, and folds beside the truth.',
    ...membranes.map((one, i) => figureOf(one, `${file}-blots-${i}`)),
  );

const figureOf = ({ title, description, svg, csv }: Membrane, name: string): string =>
  element(
    'figure',
    { class: 'wide' },
    element('h3', {}, escaped(title)),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `${title}, scrolls sideways` },
      `<img src="${dataUri('image/svg+xml', svg)}" alt="${escaped(description)}">`,
    ),
    element(
      'div',
      { class: 'downloads' },
      ...(
        [
          ['SVG', 'image/svg+xml', svg],
          ['CSV', 'text/csv', csv],
        ] as const
      ).map(([kind, type, content]) =>
        element(
          'a',
          {
            href: dataUri(type, content),
            download: `${name}.${kind.toLowerCase()}`,
            'aria-label': `${kind} of ${title}`,
          },
          kind,
        ),
      ),
    ),
  );

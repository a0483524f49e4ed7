import { element } from '../../markup/element.js';
import { escaped } from '../../markup/escaped.js';

/** What stands in the head of a page. */
export interface Head {
  readonly title: string;
  /** Version of the program that writes it. */
  readonly leucell: string;
  readonly css: string;
  /** Content security policy, where the page itself has to say it. */
  readonly policy?: string;
}

/** A whole HTML document that asks for nothing beside it. */
export const htmlDocument = ({ title, leucell, css, policy }: Head, ...body: readonly string[]): string =>
  `<!doctype html>\n${element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      policy === undefined
        ? ''
        : element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'generator', content: `leucell ${leucell}` }),
      element('link', { rel: 'icon', href: 'data:,' }),
      element('title', {}, escaped(title)),
      element('style', {}, css),
    ),
    element('body', {}, ...body),
  )}\n`;

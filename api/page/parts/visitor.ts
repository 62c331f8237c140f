import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { catalogues } from '../../../emails/words/catalogue.ts';
import type { AppDeps } from '../../deps.ts';
import type { Site } from './order-page.ts';

type Deps = Pick<AppDeps, 'lexicon'> & { config: Pick<AppDeps['config'], 'shop'> };

/**
 * The shop in the language that the browser asks for, else in English: for pages that know of no
 * customer. No cache keeps them.
 */
export const siteFor = ({ config, lexicon }: Deps, c: Context): Site => {
  const locale = accepts(c, {
    header: 'Accept-Language',
    supports: Object.keys(catalogues),
    default: 'en',
    match: (wanted, { supports, default: other }) =>
      [...wanted]
        .sort((a, b) => b.q - a.q)
        .filter(({ q }) => q > 0)
        .map(({ type }) => type)
        .find((type) => supports.includes(type) || supports.includes(type.split('-')[0] ?? '')) ??
      other,
  });
  return { shop: config.shop, words: lexicon(locale) };
};

import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { catalogues } from '../../../emails/words/catalogue.ts';
import type { AppDeps } from '../../deps.ts';
import { allowPictures } from '../../html/pictures.ts';
import type { Site } from '../../html/site.ts';
import type { AppEnv } from '../../http/env.ts';

type Deps = Pick<AppDeps, 'lexicon'> & { config: Pick<AppDeps['config'], 'shop'> };

/**
 * The shop in the language that the browser asks for, else in English: for pages that know of no
 * customer. No cache keeps them. The page that answers may show the shop's logo.
 */
export const siteFor = ({ config, lexicon }: Deps, c: Context<AppEnv>): Site => {
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
  allowPictures(c, config.shop);
  return { shop: config.shop, words: lexicon(locale) };
};

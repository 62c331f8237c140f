import type { ReactNode } from 'react';
import type { Words } from '../../../emails/words/lexicon.ts';
import { renderPage } from '../parts/layout.tsx';
import type { Shop } from '../parts/order-page.ts';

type Sheet = { shop: Shop; words: Words; title: string; children: ReactNode };

/** A page in the customer's own language. */
export const sheet = ({ shop, words, title, children }: Sheet): string =>
  renderPage({ shop, lang: words.lang, dir: words.dir, title, children });

import { Paragraphs, renderPage } from './layout.tsx';
import type { Shop } from './order-page.ts';

type Props = {
  shop: Shop;
  heading: string;
  texts: readonly string[];
  /** Where the order's page is served, if there is one to go back to. */
  path?: string;
};

/** A page that says one thing. */
export const messagePage = ({ shop, heading, texts, path }: Props): string =>
  renderPage({
    shop,
    lang: 'en',
    title: heading,
    children: (
      <>
        <h1>{heading}</h1>
        <Paragraphs texts={texts} />
        {path !== undefined && (
          <p>
            <a href={path}>View your order</a>
          </p>
        )}
      </>
    ),
  });

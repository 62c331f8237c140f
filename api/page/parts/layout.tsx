import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isolated } from '../../../workflows/calendar/isolated.ts';
import type { Shop } from './order-page.ts';
import { style } from './style.ts';

/** `script`: the address of the one script that the page runs, if any. */
type Props = {
  shop: Shop;
  lang: string;
  dir?: 'ltr' | 'rtl';
  title: string;
  script?: string;
  children: ReactNode;
};

/** A whole page. It loads nothing but its script, and asks not to be listed or referred to. */
export const renderPage = (props: Props): string =>
  `<!doctype html>${renderToStaticMarkup(<Layout {...props} />)}`;

const Layout = ({ shop, lang, dir, title, script, children }: Props) => (
  <html lang={lang} dir={dir}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · ${isolated(shop.name)}`}</title>
      <link rel="icon" href="data:," />
      <style>{style}</style>
      {script !== undefined && <script type="module" src={script} />}
    </head>
    <body>
      {shop.isStaging && (
        <p className="staging">
          This is a test system. No order here is real, and nothing is charged or shipped.
        </p>
      )}
      <header>
        <ShopName shop={shop} />
      </header>
      <main>{children}</main>
      {shop.supportEmail !== null && (
        <footer>
          <p>
            Questions? Email us at <a href={`mailto:${shop.supportEmail}`}>{shop.supportEmail}</a>.
          </p>
        </footer>
      )}
    </body>
  </html>
);

const ShopName = ({ shop: { name, url } }: { shop: Shop }) =>
  url === null ? <bdi>{isolated(name)}</bdi> : <a href={url}>{isolated(name)}</a>;

/** Sentences, each a paragraph. */
export const Paragraphs = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => <p key={text}>{text}</p>);

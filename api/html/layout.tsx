import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isolated } from '../../workflows/calendar/isolated.ts';
import { Filled, slot } from './filled.tsx';
import { isPicture } from './pictures.ts';
import { amid, type Shop, type Site } from './site.ts';
import { styleFor } from './style.ts';

/** `script`: the address of the one script that the page runs, if any. */
type Props = Site & { title: string; script?: string; children: ReactNode };

/** A whole page. It loads nothing but its script and pictures, and asks not to be listed. */
export const renderPage = (props: Props): string =>
  `<!doctype html>${renderToStaticMarkup(<Layout {...props} />)}`;

const Layout = ({ shop, words, title, script, children }: Props) => {
  const say = words.say.layoutPage;
  return (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{say.title({ page: title, shop: amid({ words }, shop.name) })}</title>
        <link rel="icon" href="data:," />
        <style>{styleFor(shop)}</style>
        {script !== undefined && <script type="module" src={script} />}
      </head>
      <body>
        {shop.isStaging && <p className="staging">{say.testSystem()}</p>}
        <header>
          <Home shop={shop} />
        </header>
        <main>{children}</main>
        {shop.supportEmail !== null && (
          <footer>
            <p>
              <Filled text={say.questions({ address: slot })}>
                <a href={`mailto:${shop.supportEmail}`}>
                  <bdi>{shop.supportEmail}</bdi>
                </a>
              </Filled>
            </p>
          </footer>
        )}
      </body>
    </html>
  );
};

const Home = ({ shop }: { shop: Shop }) =>
  shop.url === null ? (
    <ShopName shop={shop} />
  ) : (
    <a href={shop.url}>
      <ShopName shop={shop} />
    </a>
  );

const ShopName = ({ shop: { name, logo } }: { shop: Shop }) => {
  if (!logo || !isPicture(logo.url)) return <bdi>{isolated(name)}</bdi>;
  const { url, darkUrl, width, height, alt } = logo;
  return (
    <picture>
      {darkUrl !== null && isPicture(darkUrl) && (
        <source media="screen and (prefers-color-scheme: dark)" srcSet={darkUrl} />
      )}
      <img className="logo" src={url} alt={alt} width={width} height={height} />
    </picture>
  );
};

/** Sentences, each a paragraph. */
export const Paragraphs = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => <p key={text}>{text}</p>);

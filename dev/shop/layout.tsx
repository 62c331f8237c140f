import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Problem } from './problem.ts';
import { style } from './style.ts';

/** Where a browser reaches the API, the Temporal UI and the inbox. */
export type ShopLinks = { publicUrl: string; temporalUiUrl: string; inboxUrl: string };

export type PageProps = {
  title: string;
  links: ShopLinks;
  problem: Problem | undefined;
  /** What the last button did. */
  said: string | undefined;
  /** What stands beside: how the customer of one order fares. */
  life: ReactNode;
  children: ReactNode;
};

/** A whole page of the shop. It needs no script; with it, what happens is seen as it happens. */
export const renderPage = (props: PageProps): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;

const Page = ({ title, links, problem, said, life, children }: PageProps) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Lantern & Co, a demo shop`}</title>
      <link rel="icon" type="image/svg+xml" href="/shop/pictures/icon.svg" />
      <style>{style}</style>
      <script type="module" src="/shop/live.js" />
      <script defer src={`${links.publicUrl}/widget.js`} />
      <Feed links={links} type="application/atom+xml" name="updates.atom" />
      <Feed links={links} type="application/feed+json" name="updates.json" />
    </head>
    <body>
      <Header links={links} />
      <div className="columns">
        <main>
          {problem && <ProblemBox problem={problem} />}
          {said && !problem && (
            <p className="said" role="status">
              {said}
            </p>
          )}
          {children}
        </main>
        <aside className="life" id="life" data-live="" aria-labelledby="life-title">
          {life}
        </aside>
      </div>
      <footer>
        <p>
          A demo shop. Nothing is charged, nothing is shipped, and no mail leaves this computer.
        </p>
      </footer>
    </body>
  </html>
);

/** Where feed readers find what happens to the stock. */
const Feed = ({ links, type, name }: { links: ShopLinks; type: string; name: string }) => (
  <link
    rel="alternate"
    type={type}
    title="Stock updates"
    href={`${links.publicUrl}/feeds/${name}`}
  />
);

const Header = ({ links }: { links: ShopLinks }) => (
  <header>
    <a className="brand" href="/shop">
      <picture>
        <source srcSet="/shop/pictures/logo-dark.svg" media="(prefers-color-scheme: dark)" />
        <img src="/shop/pictures/logo.svg" width="200" height="44" alt="Lantern & Co" />
      </picture>
    </a>
    <nav aria-label="Elsewhere">
      <a href="/shop">Shop</a>
      <a href="/shop/updates">Updates</a>
      <a href={links.inboxUrl}>Inbox</a>
      <a href={new URL('/gallery', links.inboxUrl).href}>Every mail</a>
      <a href={`${links.publicUrl}/docs`}>API</a>
      <a href={links.temporalUiUrl}>Temporal</a>
    </nav>
  </header>
);

const ProblemBox = ({ problem }: { problem: Problem }) => (
  <section className="problem" role="alert">
    <h2>
      {problem.title} <code>{problem.code}</code>
    </h2>
    <p>{problem.detail}</p>
    {problem.errors && (
      <ul>
        {problem.errors.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            <code>{pointer}</code> {detail}
          </li>
        ))}
      </ul>
    )}
  </section>
);

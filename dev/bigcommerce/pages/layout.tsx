import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { style } from '../../shop/style.ts';

type PageProps = {
  title: string;
  /** What the last button did, or why it could not. */
  said?: string | undefined;
  problem?: string | undefined;
  /** Scripts that an app has put on the page. */
  scripts?: readonly string[];
  children: ReactNode;
};

/** A whole page of the store; its buttons are plain forms. */
export const renderPage = (props: PageProps): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;

const Page = ({ title, said, problem, scripts = [], children }: PageProps) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Copper & Clay`}</title>
      <link rel="icon" href="data:," />
      <style>{style + more}</style>
    </head>
    <body>
      <header>
        <strong className="store">Copper &amp; Clay</strong>
        <nav aria-label="Pages">
          <a href="/bigcommerce">Store</a>
          <a href="/bigcommerce/admin">Staff</a>
          <a href="/inbox">Inbox</a>
          <a href="/shop">The other demo shop</a>
        </nav>
      </header>
      <main>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {said && !problem && (
          <p className="said" role="status">
            {said}
          </p>
        )}
        {children}
      </main>
      <footer>
        <p>
          A store that answers as BigCommerce does, on this computer. Nothing is charged, and
          nothing is shipped.
        </p>
      </footer>
      {scripts.map((src) => (
        <script key={src} async src={src} />
      ))}
    </body>
  </html>
);

const more = `
main { margin-top: 1.75rem } .store { font: 600 1.4rem Georgia, 'Liberation Serif', serif }
.items .card { display: flex; flex-direction: column; padding: 0 0 1.1rem }
.items form { margin: auto 1.1rem 0; padding-top: .8rem; display: grid; gap: .6rem }
.scroll { position: relative; overflow-x: auto; margin-bottom: 2rem }
table { border-collapse: collapse; width: 100%; min-width: 42rem; overflow-wrap: normal }
td .phase { margin-inline-start: 0 } td button { white-space: nowrap }
th, td { padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--rule) }
td form { display: inline-flex; gap: .4rem; margin: 0 .4rem .4rem 0; padding-inline-start: .1rem; align-items: center }
td.number, th.number { text-align: end } td input[type=number] { width: 4.5rem }
.connect { padding: 1.1rem 1.25rem; margin-bottom: 2rem; max-width: 46rem }
@media (max-width: 44rem) {
  table { min-width: 0 } thead { display: none }
  table, tbody, tr, td { display: block } td, td.number { padding: .2rem 0; border: 0; text-align: start }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--rule) }
  td.number::before { content: attr(data-label) ': '; color: var(--muted) }
}
`;

import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { minuteMs } from '../../../workflows/domain/time.ts';
import { cookieIn, dropCookie, putCookie } from '../access/cookies.ts';
import type { Desk, DeskEnv } from '../env.ts';
import { scriptPath } from './script.ts';
import { stylesheetAt } from './stylesheet.ts';

/** The rooms of the desk, as its menu names them. */
const sections = {
  '': 'Today',
  orders: 'Orders',
  products: 'Products',
  supplies: 'Supplies',
  results: 'Results',
  messages: 'Messages',
  plumbing: 'Plumbing',
  people: 'People',
} as const;

export type Section = keyof typeof sections;

type Props = {
  title: string;
  /** The room that the page belongs to, if any. */
  at?: Section;
  /** How it went, said once at the head of the page. */
  said?: string | undefined;
  children: ReactNode;
};

/** Answers with a page of the desk. The operator sees the menu; others only what the page says. */
export const showPage = (
  c: Context<DeskEnv>,
  page: Props,
  status: ContentfulStatusCode = 200,
): Response => {
  const said = page.said ?? takeSaid(c);
  const desk = c.get('desk');
  return c.html(
    `<!doctype html>${renderToStaticMarkup(<Layout {...page} {...{ said, desk }} base={c.get('base') ?? ''} />)}`,
    status,
  );
};

/**
 * Leads to another page of the desk, which says once how it went, and no more than anybody may read
 * who sees the browser's cookies. `path` begins with `/desk`.
 */
export const leadTo = (c: Context<DeskEnv>, path: string, said?: string): Response => {
  const base = c.get('base') ?? '';
  if (said !== undefined) {
    putCookie(c, siteOf(c), { kind: 'said', value: said, maxAgeMs: minuteMs });
  }
  return c.redirect(`${base}${path}`, 303);
};

type Laid = Props & { desk: Desk | undefined; base: string };

const siteOf = (c: Context<DeskEnv>) => ({ publicUrl: c.get('publicUrl') ?? '' });

const takeSaid = (c: Context<DeskEnv>): string | undefined => {
  const said = cookieIn(c, siteOf(c), 'said');
  if (said !== undefined) dropCookie(c, siteOf(c), 'said');
  return said;
};

const Layout = ({ title, at, said, desk, base, children }: Laid) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Meanwhile`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={stylesheetAt(base)} />
      {desk && <script src={`${desk.base}${scriptPath}`} defer />}
    </head>
    <body>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      {desk && <Top desk={desk} at={at} />}
      <main id="main">
        <h1>{title}</h1>
        {said !== undefined && (
          <div className="said" role="status">
            <p>{said}</p>
          </div>
        )}
        {children}
      </main>
    </body>
  </html>
);

const Top = ({ desk, at }: { desk: Desk; at: Section | undefined }) => (
  <header className="top">
    <strong>Meanwhile</strong>
    <nav aria-label="Desk">
      <ul>
        {Object.entries(sections).map(([section, name]) => (
          <li key={section}>
            <a
              href={`${desk.base}/desk${section === '' ? '' : `/${section}`}`}
              aria-current={section === at ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <div className="who">
      <span>
        {desk.operator.name} <span className="muted">({desk.operator.role})</span>
      </span>
      <form className="inline" method="post" action={`${desk.base}/desk/sign-out`}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <button className="plain" type="submit">
          Sign out
        </button>
      </form>
    </div>
  </header>
);

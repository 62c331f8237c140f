import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A whole page of the inbox. It needs no script and nothing from elsewhere. */
export const render = (title: string, content: ReactNode): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style>{style}</style>
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  )}`;

const style = `
  :root { color-scheme: light dark; --page: #f4f5f7; --card: #fff; --ink: #1f2328; --muted: #57606a;
    --link: #0b5cad; --rule: #d8dce1; --open: #e4edf8; --tag: #eaecef }
  @media (prefers-color-scheme: dark) { :root { --page: #15181c; --card: #1f2429; --ink: #e6e9ec;
    --muted: #a8b1ba; --link: #8cc2ff; --rule: #3a424a; --open: #24364a; --tag: #333a42 } }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
    overflow-wrap: anywhere }
  main { max-width: 90rem; margin: 0 auto; padding: 1rem }
  h1 { margin: 0 0 .3rem; font-size: 1.4rem; line-height: 1.3 } h2 { font-size: 1.05rem; margin: 1.25rem 0 .4rem }
  a { color: var(--link) } p { margin: .3rem 0 } .muted { color: var(--muted) }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
  .whole-list { max-width: 56rem; margin: 0 auto } .whole-list form { margin: 1rem 0 }
  ol { margin: 0; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--rule);
    border-radius: .6rem; overflow: hidden }
  .row { padding: .6rem .9rem; border-bottom: 1px solid var(--rule) } .row:last-child { border: 0 }
  .row p { margin: 0 } .row .post { margin-top: .3rem; white-space: pre-wrap } .row[aria-current] { background: var(--open) }
  .row .meta { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-size: .85rem; color: var(--muted) }
  .row .subject { font-weight: 600 } .row .subject a { color: inherit; text-decoration: none }
  .row .subject a:hover { text-decoration: underline }
  .row .begin { font-size: .9rem; color: var(--muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
  .tag { margin-inline-start: .5rem; padding: .05rem .5rem; border-radius: 1rem; background: var(--tag);
    font-size: .78rem; font-weight: 400; white-space: nowrap }
  .client { display: grid; grid-template-columns: 22rem minmax(0, 1fr); gap: 1.25rem; align-items: start }
  .client .list { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto }
  @media (max-width: 64rem) { .client { grid-template-columns: minmax(0, 1fr) } .client .list ol { display: none }
    .client .list { position: static } }
  .reading, .card { padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; min-width: 0 }
  @media (max-width: 30rem) { main { padding: .5rem } .reading { padding: .8rem .6rem } }
  .tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: .9rem 0 }
  .group { display: inline-flex; flex-wrap: wrap; border: 1px solid var(--rule); border-radius: .4rem; overflow: hidden }
  .group a { padding: .25rem .7rem; text-decoration: none; color: var(--ink) }
  .group a[aria-current] { background: var(--open); font-weight: 600 }
  input, select, button { font: inherit; color: inherit; padding: .3rem .6rem; max-width: 100%;
    border: 1px solid var(--muted); border-radius: .3rem; background: var(--page) }
  button { cursor: pointer; margin: .2rem .3rem .2rem 0 }
  .provider { margin-top: 1.25rem; border-top: 1px solid var(--rule) }
  dl > div { display: flex; flex-wrap: wrap; gap: 0 .8rem } dt { min-width: 11rem; font-weight: 600 }
  dl { margin: 0 } dd { margin: 0 } pre { white-space: pre-wrap; font-size: .92rem }
  .mail-frame { display: block; margin: 0 auto; width: 100%; height: 50rem; resize: vertical; background: #fff;
    border: 1px solid var(--rule); border-radius: .5rem }
  .mail-frame.phone { max-width: 375px; border-radius: 1.2rem }
  .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.25rem }
  .gallery.desktop { grid-template-columns: minmax(0, 46rem) } .gallery h2 { margin: 0 0 .3rem }
  .gallery .mail-frame { height: 40rem } .choose { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; margin: 1rem 0; align-items: end }
  .choose label { display: block; font-size: .85rem; color: var(--muted) }
`;

/** An instant, to the second, in UTC. */
export const Time = ({ at }: { at: string }) => (
  <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')} UTC</time>
);

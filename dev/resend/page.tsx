import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A whole page of the inbox. It needs no script and nothing from elsewhere. */
export const render = (title: string, content: ReactNode): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  )}`;

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0 } main { max-width: 64rem; margin: 0 auto; padding: 1rem }
  table { border-collapse: collapse; width: 100% } caption { text-align: left; padding: .5rem 0 }
  th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0;
    border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); overflow-wrap: anywhere }
  tbody th { font-weight: inherit } td:last-child { white-space: nowrap }
  dl > div { display: flex; flex-wrap: wrap; gap: 0 .8rem } dt { min-width: 11rem; font-weight: 600 }
  dd { margin: 0; overflow-wrap: anywhere } pre { white-space: pre-wrap; overflow-wrap: anywhere }
  iframe { width: 100%; height: 36rem; resize: vertical; background: white; border: 1px solid gray }
`;

/** An instant, to the second, in UTC. */
export const Time = ({ at }: { at: string }) => (
  <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')} UTC</time>
);

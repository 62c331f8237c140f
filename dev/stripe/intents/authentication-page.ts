import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Intent } from '../records/payment-intent.ts';
import type { SetupIntent } from '../records/setup-intent.ts';

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The page on which a customer shows their bank that it is them. */
export const pageFor = (waiting: Intent | SetupIntent): Page =>
  layout(html`<h1>Test bank: 3D Secure</h1>
    <p>${questionOf(waiting)}</p>
    <form method="post">
      <input type="hidden" name="outcome" value="complete" />
      <button>Complete authentication</button>
    </form>
    <form method="post">
      <input type="hidden" name="outcome" value="fail" />
      <button>Fail authentication</button>
    </form>`);

const questionOf = (waiting: Intent | SetupIntent): string => {
  if (waiting.object === 'setup_intent')
    return 'A shop wants to keep your test card for later payments. Is that you?';
  const { format, unit } = formatOf(waiting.currency);
  return `A shop wants to take ${format.format(waiting.amount / unit)} from your test card. Is that you?`;
};

const formatOf = (currency: string) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
};

const layout = (content: Page): Page => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>3D Secure (test)</title>
      <style>
        body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 32rem; padding: 0 1rem; color: #1a1a2e; }
        button { font: inherit; padding: 0.6rem 1.2rem; margin: 0 0 1rem; cursor: pointer; }
        button:focus-visible { outline: 3px solid #3b3bd6; outline-offset: 2px; }
      </style>
    </head>
    <body>
      <main>${content}</main>
    </body>
  </html>`;

/** What the page says once it has been answered, or of an address nobody was sent to. */
export const nothingHere: Page = layout(
  html`<h1>Nothing to authenticate</h1>
    <p>This was answered already, or never asked.</p>`,
);

/** What is said to who came from nowhere. */
export const thankYou: Page = layout(html`<h1>Thank you</h1>
  <p>You may close this page.</p>`);

import { Hono } from 'hono';
import { isSameSite } from '../../api/http/same-site.ts';
import { palettes } from '../../emails/parts/in-palette.ts';
import { addressOf } from './email.ts';
import { listPage } from './list-page.tsx';
import { widths } from './mail-frame.tsx';
import { type Look, mailPage, missingPage, parts, reports } from './mail-page.tsx';
import type { MailStore, ReceivedMail } from './store.ts';

/** Makes the provider say something of its mails; its answer tells whether it did. */
export type Report = (events: { id: string; type: string }[]) => Response | Promise<Response>;

/**
 * Shows what was delivered: `/inbox` and `/inbox/:id` for people, newest first; `/inbox.json` for
 * programs, oldest first. `?to=` narrows both to one address, whatever its case. With a `report`
 * a mail can be made to bounce.
 */
export const createInbox = (store: MailStore, { report }: { report?: Report } = {}): Hono => {
  const app = new Hono();
  app.use('/inbox/*', async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('cache-control', 'no-store');
  });
  app.get('/inbox.json', (c) => c.json(select(store, c.req.query('to')).map(toJson)));
  app.get('/inbox', (c) => {
    const to = c.req.query('to') ?? '';
    const mails = select(store, to).reverse();
    const last = Math.max(1, Math.ceil(mails.length / pageSize));
    const page = Math.min(last, Math.max(1, Math.trunc(Number(c.req.query('page')) || 1)));
    const shown = mails.slice((page - 1) * pageSize, page * pageSize);
    return c.html(listPage({ mails: shown, total: mails.length, to, page, last }));
  });
  app.get('/inbox/:id', (c) => {
    const mail = store.findMail(c.req.param('id'));
    if (!mail) return c.html(missingPage(), 404);
    const others = select(store, mail.to[0]).reverse().slice(0, besides);
    const events = { canReport: report !== undefined, said: c.req.query('said') };
    return c.html(mailPage({ mail, others, look: lookOf(c.req.query()), events }));
  });
  app.post('/inbox/:id/events', async (c) => {
    const id = c.req.param('id');
    const { origin } = new URL(c.req.url);
    if (!report || !isSameSite(c, origin)) return c.text('Forbidden', 403);
    const { type } = await c.req.parseBody();
    if (!store.findMail(id) || typeof type !== 'string' || !(type in reports)) return c.notFound();
    const { ok, status } = await report([{ id, type }]);
    const said = ok ? `The provider says: ${type}.` : `The provider could not say it (${status}).`;
    return c.redirect(`/inbox/${id}?${new URLSearchParams({ said })}`, 303);
  });
  return app;
};

/** What the address of a mail's page does not say, or says wrongly, is as a mail program at a desk shows it. */
const lookOf = (query: Record<string, string>): Look => ({
  part: parts.find((part) => part === query.part) ?? 'html',
  width: widths.find((width) => width === query.width) ?? 'desktop',
  palette: palettes.find((palette) => palette === query.palette) ?? 'own',
});

/** How many mails are listed beside one that is open. */
const besides = 50;

const pageSize = 100;

/** A mail's frame inherits this: no scripts, and nothing is fetched but the mail's own images. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; form-action 'self'; base-uri 'none'";

const select = (store: MailStore, to: string | undefined): ReceivedMail[] => {
  // An unescaped "+" in a query arrives as a space, which no address contains.
  const wanted = addressOf(to ?? '').replaceAll(' ', '+');
  const all = store.listMails();
  return wanted === '' ? [...all] : all.filter((mail) => mail.to.map(addressOf).includes(wanted));
};

const toJson = (mail: ReceivedMail) => ({
  id: mail.id,
  to: mail.to.join(', '),
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  headers: mail.headers,
  tags: mail.tags,
  idempotencyKey: mail.idempotencyKey,
  receivedAt: mail.receivedAt,
});

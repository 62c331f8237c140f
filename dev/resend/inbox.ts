import { Hono } from 'hono';
import { addressOf } from './email.ts';
import { listPage } from './list-page.tsx';
import { mailPage, missingPage } from './mail-page.tsx';
import type { MailStore, ReceivedMail } from './store.ts';

/**
 * Shows what was delivered: `/inbox` and `/inbox/:id` for people, newest first; `/inbox.json` for
 * programs, oldest first. `?to=` narrows both to one address, whatever its case.
 */
export const createInbox = (store: MailStore): Hono => {
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
    return mail ? c.html(mailPage(mail)) : c.html(missingPage(), 404);
  });
  return app;
};

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

import type { Hono, MiddlewareHandler } from 'hono';
import type { Message } from '../../db/mail/messages.ts';
import { findSentMail, listSentMails } from '../../db/page/history.ts';
import { mailOf } from '../../db/page/page-link.ts';
import type { StoredMail } from '../../db/schema/mail/messages.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { mailPage, messagesPage } from './messages-page.tsx';
import { type Found, withOrder } from './parts/find-page.ts';
import { noMailPage } from './parts/refusal-page.ts';

/** More than any order has. */
const mostMails = 1000;

/** The routes by which a customer reads again what they were sent. */
export const mountMessageRoutes = (app: Hono<AppEnv>, deps: AppDeps): void => {
  app.get('/b/:token/messages', (c) =>
    withOrder(deps, c, async (found) => {
      const { orderId } = found.page.order;
      const mails = await listSentMails(deps.reads.sql, { orderId, limit: mostMails });
      return c.html(messagesPage({ ...found, mails }));
    }),
  );
  app.get('/b/:token/messages/:id', (c) =>
    withOrder(deps, c, async (found) => {
      const id = c.req.param('id');
      const sent = await findSent(deps, found, id);
      const here = `${found.path}/messages/${id}`;
      return sent
        ? c.html(mailPage({ ...found, here, mail: sent.mail, at: sent.at }))
        : c.html(noMailPage(found), 404);
    }),
  );
  app.get('/b/:token/messages/:id/mail', (c) =>
    withOrder(deps, c, async (found) => {
      const sent = await findSent(deps, found, c.req.param('id'));
      return sent ? c.html(sent.mail.html) : c.html(noMailPage(found), 404);
    }),
  );
};

type Sent = Pick<Message, 'at'> & { mail: StoredMail };

/** The mail with its links, if it is one of this order's that was sent. */
const findSent = async (deps: AppDeps, { page }: Found, id: string): Promise<Sent | undefined> => {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return undefined;
  const { orderId } = page.order;
  const message = await findSentMail(deps.reads.sql, { orderId, id });
  if (message === undefined) return undefined;
  const mail = mailOf(message, deps.config.linkSecrets);
  return mail === null ? undefined : { mail, at: message.at };
};

/**
 * What a mail may do in a browser: show its pictures, also those of a demo on this machine, and
 * open links in windows of their own. It is framed by our page, and nobody else's.
 */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src https: data: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Stands before the headers of our own pages, so that a mail gets its own. */
export const mailHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.res.status === 200) c.header('Content-Security-Policy', mailPolicy);
};

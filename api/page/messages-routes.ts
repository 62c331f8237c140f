import type { Hono } from 'hono';
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

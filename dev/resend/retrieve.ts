import type { Context } from 'hono';
import { dropConnection, type FaultPlan, hangConnection } from '../faults.ts';
import { addressOf } from './email.ts';
import { errorOfStatus, refuse, resendError } from './errors.ts';
import type { MailStore, ReceivedMail } from './store.ts';

/** Answers with one mail as Resend shows it; every accepted mail counts as delivered. */
export const retrieve = (
  c: Context,
  { faults, store }: { faults: FaultPlan; store: MailStore },
): Response | Promise<Response> => {
  const id = c.req.param('id') ?? '';
  const mail = store.findMail(id);
  const subject = (mail?.to ?? []).flatMap((to) => [to, addressOf(to)]);
  const fault = faults.take({ method: 'GET', path: `/emails/${id}`, subject });
  if (fault?.kind === 'hang') return hangConnection(c);
  if (fault?.kind === 'drop-before' || fault?.kind === 'drop-after') return dropConnection(c);
  if (fault?.kind === 'status' || fault?.kind === 'status-after')
    return refuse(c, errorOfStatus(fault.status));
  return mail ? c.json(toEmail(mail)) : refuse(c, resendError('not_found', 'Email not found'));
};

const toEmail = (mail: ReceivedMail) => ({
  object: 'email',
  id: mail.id,
  message_id: `<${mail.id}@stand-in.invalid>`,
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  bcc: mail.bcc,
  reply_to: mail.replyTo,
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  tags: mail.tags,
  created_at: mail.receivedAt,
  scheduled_at: null,
  last_event: 'delivered',
});

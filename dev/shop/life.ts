import type { z } from '@hono/zod-openapi';
import type { BackorderAnswer } from '../../api/backorder/backorder-schema.ts';
import type { message } from '../../api/mail/message-schema.ts';
import type { ReceivedMail } from '../resend/store.ts';
import type { Api } from './api.ts';

type Message = z.output<typeof message>;

/** A message as the API tells it, and the mail that came of it, if it is in the inbox. */
export type Told = Message & { mail: ReceivedMail | undefined };

/** How one customer fares. `told`: newest first. `others`: the other orders, newest first. */
export type Life = { order: BackorderAnswer; told: Told[]; others: BackorderAnswer[] };

type Mails = () => readonly ReceivedMail[];

/** The life of one order, or of the newest; undefined when there is none. */
export const findLife = async (
  { api, listMails }: { api: Api; listMails: Mails },
  orderId: string | undefined,
): Promise<Life | undefined> => {
  const { data } = await api.get<{ data: BackorderAnswer[] }>('/v1/backorders?limit=25');
  const order =
    data.find((one) => one.orderId === orderId) ??
    (orderId === undefined ? data[0] : await api.get<BackorderAnswer>(pathOf(orderId)));
  if (!order) return undefined;
  const path = `${pathOf(order.orderId)}/messages?limit=100`;
  const messages = (await api.get<{ data: Message[] }>(path)).data;
  const mails = listMails();
  const told = messages
    .map((one) => ({ ...one, mail: mails.find((mail) => isOf(mail, one)) }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return { order, told, others: data.filter((one) => one.orderId !== order.orderId) };
};

/** A mail is sent under a key that ends with the id of its message. */
const isOf = (mail: ReceivedMail, { id }: Message): boolean =>
  mail.idempotencyKey?.endsWith(`/${id}`) ?? false;

const pathOf = (orderId: string): string => `/v1/backorders/${encodeURIComponent(orderId)}`;

import {
  answerOf,
  type Backorder,
  type components,
  type Meanwhile,
} from '../../plugins/client/client.ts';
import type { ReceivedMail } from '../resend/store.ts';

type Message = components['schemas']['Message'];

/** A message as the API tells it, and the mail that came of it, if it is in the inbox. */
export type Told = Message & { mail: ReceivedMail | undefined };

/** How one customer fares. `told`: newest first. `others`: the other orders, newest first. */
export type Life = { order: Backorder; told: Told[]; others: Backorder[] };

type Mails = () => readonly ReceivedMail[];

/** The life of one order, or of the newest; undefined when there is none. */
export const findLife = async (
  { api, listMails }: { api: Meanwhile; listMails: Mails },
  orderId: string | undefined,
): Promise<Life | undefined> => {
  const { data } = await answerOf(api.GET('/v1/backorders', { params: { query: { limit: 25 } } }));
  const order =
    data.find((one) => one.orderId === orderId) ??
    (orderId === undefined
      ? data[0]
      : await answerOf(api.GET('/v1/backorders/{orderId}', of(orderId))));
  if (!order) return undefined;
  const params = { path: { orderId: order.orderId }, query: { limit: 100 } };
  const path = '/v1/backorders/{orderId}/messages';
  const { data: messages } = await answerOf(api.GET(path, { params }));
  const mails = listMails();
  const told = messages
    .map((one) => ({ ...one, mail: mails.find((mail) => isOf(mail, one)) }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return { order, told, others: data.filter((one) => one.orderId !== order.orderId) };
};

/** A mail is sent under a key that ends with the id of its message. */
const isOf = (mail: ReceivedMail, { id }: Message): boolean =>
  mail.idempotencyKey?.endsWith(`/${id}`) ?? false;

const of = (orderId: string) => ({ params: { path: { orderId } } });

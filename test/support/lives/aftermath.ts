import { setTimeout as sleep } from 'node:timers/promises';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import { patienceMs } from '../patience.ts';
import type { System } from '../system/system.ts';
import { emailOf, read, timeZone, until } from './story.ts';

/** The kinds of the mails that arrived, oldest first. */
export const mailbox = async (system: System, orderId: string): Promise<string[]> => {
  const received = await system.inbox(emailOf(orderId));
  return received.map(({ tags }) => tags.find(({ name }) => name === 'kind')?.value ?? '?');
};

/** Waits until a mail of that kind is in the inbox, and returns its text. */
export const untilMail = async (system: System, orderId: string, kind: string): Promise<string> => {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const received = await system.inbox(emailOf(orderId));
    const mail = received.find(({ tags }) => tags.some(({ value }) => value === kind));
    if (mail) return mail.text;
    if (Date.now() > endsAt) throw new Error(`no ${kind} among ${received.length} mails`);
    await sleep(50);
  }
};

/** Every decision about a message with the order's own day, oldest first. */
export const decisions = async (system: System, orderId: string): Promise<string[]> => {
  const { body } = await system.call('GET', `/v1/backorders/${orderId}/messages?limit=100`);
  type Row = { kind: string; decision: string; at: string };
  return body.data
    .toReversed()
    .map(({ kind, decision, at }: Row) => `${civilDateIn(at, timeZone)} ${kind} ${decision}`);
};

/** What the provider holds, captured and gave back for the order's customer, in minor units. */
export const moneyAt = async (system: System, orderId: string) => {
  const sum = { held: 0, captured: 0, refunded: 0, intents: 0 };
  const { data: customers } = await system.stripe.customers.list({ email: emailOf(orderId) });
  for (const { id } of customers) {
    const intents = await system.stripe.paymentIntents.list({ customer: id, limit: 100 });
    for (const intent of intents.data) {
      sum.intents += 1;
      if (intent.status === 'requires_capture') sum.held += intent.amount_capturable;
      sum.captured += intent.amount_received;
      const refunds = await system.stripe.refunds.list({ payment_intent: intent.id });
      for (const refund of refunds.data) sum.refunded += refund.amount;
    }
  }
  return sum;
};

/** What lies on the shelf of an SKU. */
export const shelfOf = async (system: System, sku: string) => {
  const [shelf] = await system.db.sql<{ onHand: number; allocated: number }[]>`
    select on_hand, allocated from stock where sku = ${sku}`;
  return shelf;
};

export const attentionOf = async (system: System, orderId: string): Promise<string[]> =>
  (await read(system, orderId)).attention.map(({ code }: { code: string }) => code);

/** Waits until a person is asked for, for this reason. */
export const untilAttention = (system: System, orderId: string, code: string) =>
  until(system, orderId, ({ attention }) =>
    attention.some((item: { code: string }) => item.code === code),
  );

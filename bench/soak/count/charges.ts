import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { reconcile } from '../../../activities/books/reconcile.ts';
import type { IntentView, PaymentProvider } from '../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { listDifferences } from '../../../db/books/runs.ts';
import { valueOfOrder } from '../../../workflows/domain/books/order-books.ts';
import { addMs, dayMs, hourMs } from '../../../workflows/domain/time.ts';
import type { Stand } from '../stand/stand.ts';
import { type Aftermath, type Count, counted, repeated } from './count.ts';

type Worth = {
  orderId: string;
  shipping: number;
  currency: string;
  lines: Parameters<typeof valueOfOrder>[1];
};

/** The provider has taken what has left, once, and holds nothing for what is over. */
export const countCharges = async ({ stand }: Aftermath): Promise<Count[]> => {
  const payments = createStripePayments({
    secretKey: 'sk_test_1',
    apiBase: stand.outside.stripeBase,
  });
  const intents = await listIntents(payments);
  const worths = await readWorths(stand);
  const wrongSums = worths.flatMap(({ orderId, shipping, currency, lines }) => {
    const worth = valueOfOrder({ shipping, currency }, lines);
    const own = intents.filter((intent) => intent.orderId === orderId);
    const taken = own.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
    return taken === worth ? [] : [`${orderId}: ${taken} taken for ${worth}`];
  });
  const captured = intents.filter((intent) => intent.captured > 0);
  const held = intents.filter(({ capturable }) => capturable > 0);
  return [
    counted('orders whose money is what their units are worth', worths.length, wrongSums),
    counted(
      'charges, one for each order',
      captured.length,
      repeated(captured.map(({ orderId }) => orderId ?? 'nobody')),
    ),
    counted(
      'holds after all was shipped',
      held.length,
      held.map(({ orderId, capturable }) => `${orderId}: ${capturable}`),
    ),
    counted('calls that move money without an answer', ...(await readOpen(stand))),
    await compareBooks(stand, payments),
  ];
};

const listIntents = async (payments: PaymentProvider): Promise<IntentView[]> => {
  const since = addMs(new Date().toISOString(), -dayMs);
  const intents: IntentView[] = [];
  let after: string | null = null;
  do {
    const page = await payments.listIntents({ since, ...(after === null ? {} : { after }) });
    if (page.outcome !== 'ok') throw new Error(`The intents were answered ${page.outcome}`);
    intents.push(...page.value.intents);
    after = page.value.next;
  } while (after !== null);
  return intents;
};

const readWorths = ({ db }: Stand) => db.sql<Worth[]>`
  select order_id, shipping, currency, (
    select json_agg(json_build_object('lineId', line_id, 'quantity', quantity, 'total', total,
      'shipped', shipped) order by ordinal)
    from lines l where l.order_id = o.order_id
  ) as lines
  from orders o`;

const readOpen = async ({ db }: Stand): Promise<[number, string[]]> => {
  const rows = await db.sql<{ orderId: string; step: string }[]>`
    select order_id, step from payment_attempts where answer is null`;
  return [rows.length, rows.map(({ orderId, step }) => `${orderId} ${step}`)];
};

/** As the product compares them every day, of an hour from now: by then nothing is too new. */
const compareBooks = async ({ db }: Stand, payments: PaymentProvider): Promise<Count> => {
  const runId = randomUUID();
  const later = () => addMs(new Date().toISOString(), hourMs);
  const work = reconcile({ db, payments, logger: pino({ level: 'silent' }) }, later);
  const place = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const { orders } = (await place.run(work, { runId })) as Awaited<ReturnType<typeof work>>;
  const found = await listDifferences(db.sql, { runId, after: null, limit: 1_000 });
  return counted(
    'orders in both books',
    orders,
    found.map(({ orderId, kind }) => `${orderId} ${kind}`),
  );
};

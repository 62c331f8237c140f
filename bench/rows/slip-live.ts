import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '../../workflows/domain/time.ts';
import { donePerSecond } from '../load/clients.ts';
import { noonZone } from '../load/noon-zone.ts';
import { checkoutBody, createOrderIds, lamp } from '../load/orders.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { counted, median, rounds, short } from '../report/measure.ts';
import { say } from '../report/progress.ts';
import type { Parts } from '../servers/parts.ts';
import { type System, startSystem } from '../servers/system.ts';

/** How long the answer to the change may take, in seconds: what its walk may, and a little. */
const answerWithin = 6;

/** Where no mail has to wait for the morning. */
const timeZone = noonZone(new Date());

const nextId = createOrderIds();

/** The same with the whole product: each order with its workflow, and every notice sent. */
export const slipLive = async (parts: Parts, { count }: { count: number }): Promise<Figure[]> => {
  const system = await startSystem(parts, { connections: 32 });
  const today = new Date().toISOString().slice(0, 10);
  const supply = (days: number) => ({
    ...{ sku: lamp.sku, quantity: count, expectedOn: addDays(today, days), basis: 'supplier mail' },
  });
  await system.put('/v1/supplies/PO-1', supply(50));
  await donePerSecond({ clients: 32, count }, () => place(system, lamp.sku));
  await untilAll(system, count, 'confirmation');

  const alone: number[] = [];
  // The first one is not counted.
  for (let nth = 0; nth <= rounds; nth++) alone.push(await secondsToConfirm(system));
  alone.shift();
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1_000;
  const answering = system.put('/v1/supplies/PO-1', supply(80)).then(seconds);
  const among = confirmAmong(system, count);
  const answered = await answering;
  const heard = untilNone(system).then(seconds);
  await untilAll(system, count, 'delay-notice');
  const told = seconds();
  const figures = reported({
    count,
    alone,
    among: await among,
    answered,
    heard: await heard,
    told,
  });
  await system.close();
  return figures;
};

const place = async (system: System, sku: string): Promise<string> => {
  const orderId = nextId();
  const body = checkoutBody(orderId, { sku, promiseIn: 60, ...system.payer });
  await system.post('/v1/backorders', { ...body, customer: { ...body.customer, timeZone } });
  return orderId;
};

/** A mail that another customer must have: from the checkout until the provider has it. */
const secondsToConfirm = async (system: System): Promise<number> => {
  const begin = performance.now();
  const orderId = await place(system, nextId());
  for (;;) {
    const sent = await system.db.sql`
      select from messages
      where order_id = ${orderId} and key = 'confirmation' and decision = 'sent'`;
    if (sent.length > 0) return (performance.now() - begin) / 1_000;
    await sleep(20);
  }
};

/** One after the other, while the notices go out. */
const confirmAmong = async (system: System, count: number): Promise<number[]> => {
  const taken: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    await untilAll(system, Math.floor((count * (nth + 0.5)) / (rounds + 1)), 'delay-notice');
    taken.push(await secondsToConfirm(system));
  }
  return taken;
};

const untilAll = async ({ db }: System, count: number, kind: string): Promise<void> => {
  for (let said = 0; ; ) {
    const [row] = await db.sql<{ sent: number }[]>`
      select count(*)::int as sent from messages where kind = ${kind} and decision = 'sent'`;
    const sent = row?.sent ?? 0;
    if (sent >= count) return;
    if (sent - said >= count / 4) {
      say(`${sent} of ${count}: ${kind}`);
      said = sent;
    }
    await sleep(100);
  }
};

/** Every workflow has accepted its promise. */
const untilNone = async ({ db }: System): Promise<void> => {
  for (;;) {
    const left = await db.sql`
      select from supply_changes where done_at is null
      union all (select from promise_moves limit 1)`;
    if (left.length === 0) return;
    await sleep(100);
  }
};

type Taken = {
  count: number;
  alone: number[];
  among: number[];
  answered: number;
  heard: number;
  told: number;
};

const reported = ({ count, alone, among, answered, heard, told }: Taken): Figure[] => {
  const floor = median(alone);
  const samples = among.map((each) => each - floor);
  return [
    {
      ...{ what: `answer to a slip that breaks ${count} promises`, unit: 's' },
      ...{ ...counted(answered), bar: atMost(answerWithin, 'figure') },
      note: `all have heard after ${short(heard)} s, all are told after ${short(told)} s`,
    },
    {
      ...{ what: `notices of a slip of ${count}, each by its workflow`, unit: '/s' },
      ...{ ...counted(count / told), bar: null },
    },
    {
      ...{ what: `delay of a confirmation among ${count} notices of a slip`, unit: 's' },
      ...{ figure: median(samples), samples, ratio: null },
      floor: {
        what: 'seconds of the same alone, which are subtracted',
        ...{ figure: floor, samples: alone },
      },
      bar: atMost(2, 'figure'),
    },
  ];
};

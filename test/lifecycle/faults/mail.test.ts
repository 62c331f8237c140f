import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { donePerSecond } from '../../../bench/load/clients.ts';
import { createRandom } from '../../../bench/soak/random.ts';
import { addMs, dayMs, type Instant, msBetween } from '../../../workflows/domain/time.ts';
import {
  crowdedDays,
  readMails,
  repeated,
  subjectOf,
  undecided,
} from '../../support/lives/mail-count.ts';
import {
  cancel,
  checkoutBody,
  emailOf,
  read,
  restock,
  ship,
  untilEnded,
} from '../../support/lives/story.ts';
import { patienceMs } from '../../support/patience.ts';
import {
  type RestlessWorkers,
  startRestlessWorkers,
} from '../../support/system/restless-workers.ts';
import { type System, startSystem } from '../../support/system/system.ts';

/** Another seed is another run; the one that failed is printed with what failed. */
const seed = Number(process.env.FAULT_SEED ?? 1);
const random = createRandom(seed, 'mail');
/** Whom a fault hits is decided before the kills, which come when the machine is ready for them. */
const kills = createRandom(seed, 'kills');

type Order = { orderId: string; to: string; isDeclined: boolean };

/** Of the last dozen, three each are of one address. */
const orders: Order[] = Array.from({ length: 36 }, (_, index) => ({
  orderId: `o${index}`,
  to: index < 24 ? emailOf(`o${index}`) : emailOf(`many-${index % 4}`),
  isDeclined: index % 6 === 5,
}));
const paid = orders.filter(({ isDeclined }) => !isDeclined);
const declined = orders.filter(({ isDeclined }) => isDeclined);
const addresses = [...new Set(orders.map(({ to }) => to))];

/** What the provider does to the next calls about an address, a hang less often than the rest. */
const faults = [
  ...['drop-before', 'drop-after', 'status:500', 'status:409'],
  ...['drop-before', 'drop-after', 'status:500', 'status:409'],
  ...['drop-after', 'status:429', 'hang'],
] as [string, ...string[]];

let system: System;
let workers: RestlessWorkers;
let struck = 0;
beforeAll(async () => {
  system = await startSystem({ worker: 'child', webhooks: true });
  workers = await startRestlessWorkers(system, kills);
  await live();
}, 300_000);
afterAll(async () => {
  await workers?.stop();
  await system.stop();
});

/** From checkout to the end of every order, in trouble all the time. */
const live = async (): Promise<void> => {
  await trouble(async () => {
    await each(orders, place);
    await untilSent(orders, 'confirmation');
  });
  await trouble(() => each(orders, ({ orderId }) => forwardBy(orderId, 30)));
  await trouble(async () => {
    await each(orders, ({ orderId }) => restock(system, orderId, 1));
    await untilSent(paid, 'ready-to-ship');
    await untilSent(declined, 'payment-problem');
  });
  await trouble(async () => {
    // Whoever repeats a request sends the same one.
    const scannedAt = new Date().toISOString();
    await each(paid, ({ orderId }) => untilTaken(() => ship(system, orderId, { scannedAt })));
    await each(declined, ({ orderId }) => forwardBy(orderId, 4));
    await each(declined, ({ orderId }) =>
      untilTaken(() => cancel(system, orderId, { key: orderId })),
    );
  });
  await each(orders, ({ orderId }) => untilEnded(system, orderId, 2 * patienceMs));
};

/** Everybody's next calls fail in their own way, workers die, and the provider repeats itself. */
const trouble = async (work: () => Promise<unknown>): Promise<void> => {
  const planned = addresses.flatMap((to) =>
    Array.from({ length: random.below(3) }, () => ({
      ...{ match: 'POST /emails', times: 1, to },
      fault: random.pick(faults),
    })),
  );
  await system.planResendFaults([]);
  await system.planResendFaults(planned);
  await workers.during(work);
  struck += planned.length - (await system.faultsLeft('resend')).length;
  await repeatEvents();
};

const repeatEvents = async (): Promise<void> => {
  const { inbox } = await readMails(system);
  const chosen = random.shuffled(inbox).slice(0, 20);
  await system.planMailEvents(
    chosen.map(({ id }) => ({
      ...{ id, type: random.pick(['email.sent', 'email.delivered', 'email.delivery_delayed']) },
      ...{ times: 1 + random.below(3), delayS: random.next() },
    })),
  );
};

const each = (list: readonly Order[], work: (order: Order) => Promise<unknown>): Promise<number> =>
  donePerSecond({ clients: 8, count: list.length }, ({ nth }) => work(list[nth] as Order));

const place = async ({ orderId, to, isDeclined }: Order): Promise<void> => {
  const card = isDeclined ? 'pm_card_chargeCustomerFail' : 'pm_card_visa';
  const body = await checkoutBody(system, { orderId, card, promiseIn: 40 });
  const customer = { ...body.customer, email: to };
  const { status } = await system.call('POST', '/v1/backorders', { ...body, customer });
  expect(status).toBe(201);
};

/** Whoever asks repeats what nobody could answer in time. */
const untilTaken = async (ask: () => Promise<{ status: number }>): Promise<void> => {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const { status } = await ask();
    if (status < 300) return;
    expect(status).toBe(503);
    expect(Date.now()).toBeLessThan(endsAt);
  }
};

/** A fast-forward that a kill has stopped is asked for the rest. */
const forwardBy = async (orderId: string, days: number): Promise<void> => {
  const { now } = await read(system, orderId);
  const goal = addMs(now, days * dayMs);
  await untilTaken(async () => {
    const left = msBetween((await read(system, orderId)).now as Instant, goal);
    if (left < 1_000) return { status: 200 };
    const hours = left / 3_600_000;
    return system.call('POST', `/v1/backorders/${orderId}/fast-forward`, { hours });
  });
};

const untilSent = async (list: readonly Order[], kind: string): Promise<void> => {
  const wanted = list.map(({ orderId }) => orderId);
  const endsAt = Date.now() + 2 * patienceMs;
  for (;;) {
    const sent = await system.db.sql<{ orderId: string }[]>`
      select order_id from messages where kind = ${kind} and decision = 'sent'`;
    const got = new Set(sent.map(({ orderId }) => orderId));
    const missing = wanted.filter((orderId) => !got.has(orderId));
    if (missing.length === 0) return;
    if (Date.now() > endsAt) throw new Error(`no ${kind} for ${missing.join(', ')}`);
    await sleep(100);
  }
};

it('has really been in trouble', () => {
  expect(workers.kills()).toBeGreaterThanOrEqual(4);
  expect(struck).toBeGreaterThan(60);
});

it('has lost no order', async () => {
  const views = await system.db.sql<{ orderId: string; phase: string }[]>`
    select order_id, phase from views where ended_at is not null`;
  const phases = new Map(views.map(({ orderId, phase }) => [orderId, phase]));
  expect(views).toHaveLength(orders.length);
  for (const { orderId, isDeclined } of orders) {
    expect.soft(phases.get(orderId), orderId).toBe(isDeclined ? 'cancelled' : 'shipped');
  }
});

it('has sent each message once, and knows of each', async () => {
  const { messages, inbox } = await readMails(system);
  const sent = messages.filter(({ decision }) => decision === 'sent');
  expect(repeated(inbox.map(({ idempotencyKey }) => idempotencyKey))).toEqual([]);
  expect(repeated(inbox.map(subjectOf))).toEqual([]);
  expect(inbox.map(({ id }) => id).toSorted()).toEqual(
    sent.map(({ providerId }) => providerId).toSorted(),
  );
});

it('has told each order what it must be told', async () => {
  const { messages } = await readMails(system);
  for (const { orderId, isDeclined } of orders) {
    const own = messages.filter((row) => row.orderId === orderId && row.decision === 'sent');
    const must = isDeclined
      ? ['confirmation', 'payment-problem', 'cancelled']
      : ['confirmation', 'ready-to-ship', 'shipped'];
    expect
      .soft(
        own.map(({ kind }) => kind),
        orderId,
      )
      .toEqual(expect.arrayContaining(must));
  }
});

it('has decided about every message', async () => {
  const { messages } = await readMails(system);
  expect(undecided(messages)).toEqual([]);
});

it('has written to no address twice a day of what it can do without', async () => {
  const { messages } = await readMails(system);
  const spared = messages.filter((row) => row.class === 'relationship' && row.decision === 'sent');
  expect(spared.length).toBeGreaterThan(addresses.length);
  expect(crowdedDays(messages)).toEqual([]);
});

it('knows the best that the provider has told of each mail, in whatever order', async () => {
  const { inbox } = await readMails(system);
  const complained = new Set(
    random
      .shuffled(inbox)
      .slice(0, 10)
      .map(({ id }) => id),
  );
  await system.planMailEvents(
    [...complained].flatMap((id) => [
      { id, type: 'email.complained', times: 2 },
      { id, type: 'email.delivered', times: 2, delayS: random.next() },
    ]),
  );
  const wrong = async (): Promise<string[]> => {
    const { messages } = await readMails(system);
    return messages
      .filter(({ decision }) => decision === 'sent')
      .filter(({ providerId, status }) =>
        complained.has(providerId ?? '') ? status !== 'complained' : status !== 'delivered',
      )
      .map(({ orderId, key, status }) => `${orderId} ${key}: ${status}`);
  };
  await expect.poll(wrong, { timeout: patienceMs }).toEqual([]);
});

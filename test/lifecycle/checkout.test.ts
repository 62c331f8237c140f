import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishNews, tellOrders } from '../../db/record/news.ts';
import { mailbox, moneyAt, untilMail } from '../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  checkoutBody,
  read,
  readyToShip,
  restock,
  ship,
  untilEnded,
  workflowOf,
} from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const runsOf = async (orderId: string): Promise<number> => {
  const client = await system.temporal.client();
  return (await client.workflow.count(`OrderId = '${orderId}'`)).count;
};

const untilToldAll = () =>
  expect.poll(async () => (await system.db.sql`select order_id from news`).length).toBe(0);

describe('the same checkout', () => {
  it('many times at once is one order, one confirmation and one workflow', async () => {
    const body = await checkoutBody(system, { orderId: 'same' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => system.call('POST', '/v1/backorders', body)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    await untilMail(system, 'same', 'confirmation');
    await untilToldAll();
    expect(await mailbox(system, 'same')).toEqual(['confirmation']);
    await expect.poll(() => runsOf('same')).toBe(1);
  });
});

describe('an act in the moment after the checkout', () => {
  it('starts the workflow itself and is carried out', async () => {
    await checkout(system, { orderId: 'fast' });
    await system.db.sql`update news set not_before = now() + interval '1 hour'`;
    expect((await cancel(system, 'fast')).body).toMatchObject({ phase: 'cancelled' });
    await untilEnded(system, 'fast');
    expect(await mailbox(system, 'fast')).toEqual(['confirmation', 'cancelled']);
    await system.db.sql`update news set not_before = now()`;
    await untilToldAll();
    await expect.poll(() => runsOf('fast')).toBe(1);
  });
});

describe('a relay that died before it could say that it had delivered', () => {
  /** The order's news and start are as they were before the relay finished. */
  const forgetDelivery = async (orderId: string): Promise<void> => {
    await system.db.sql`update orders set started_at = null where order_id = ${orderId}`;
    await tellOrders(system.db.sql, [orderId]);
  };

  it('has its news delivered again, which changes nothing', async () => {
    await readyToShip(system, { orderId: 'relayed' });
    await forgetDelivery('relayed');
    await untilToldAll();
    expect((await ship(system, 'relayed')).status).toBe(201);
    await untilEnded(system, 'relayed');
    expect(await mailbox(system, 'relayed')).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
    expect(await moneyAt(system, 'relayed')).toMatchObject({ held: 0, captured: 13_800 });
    await expect.poll(() => runsOf('relayed')).toBe(1);
  });

  it('does not start an order again that is over', async () => {
    await checkout(system, { orderId: 'done' });
    await cancel(system, 'done');
    await untilEnded(system, 'done');
    await forgetDelivery('done');
    await untilToldAll();
    await expect.poll(() => runsOf('done')).toBe(1);
    expect((await read(system, 'done')).attention).toEqual([]);
    expect(await mailbox(system, 'done')).toEqual(['confirmation', 'cancelled']);
  });
});

describe('news', () => {
  it('that commits while the last is ticked off can be claimed at once', async () => {
    const { sql } = system.db;
    await checkout(system, { orderId: 'burst' });
    await untilMail(system, 'burst', 'confirmation');
    await untilToldAll();
    await sql`insert into news (order_id, claimed_until)
      values ('burst', now() + interval '30 seconds')`;
    const [claimed] = await sql<{ seq: number }[]>`select seq from news`;
    let finishing: Promise<void> | undefined;
    await sql.begin(async (tx) => {
      await tellOrders(tx as unknown as typeof sql, ['burst']);
      finishing = finishNews(system.db.sql, { orderId: 'burst', seq: claimed?.seq ?? 0 });
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await finishing;
    await untilToldAll();
  });
});

describe('an operator who ends a workflow in the Temporal UI', () => {
  it('leaves an order that asks for a person', async () => {
    await checkout(system, { orderId: 'killed' });
    await untilMail(system, 'killed', 'confirmation');
    await untilToldAll();
    await (await workflowOf(system, 'killed')).terminate('by hand');
    await restock(system, 'killed', 1);
    await untilToldAll();
    expect((await read(system, 'killed')).attention).toMatchObject([{ code: 'orphaned' }]);
  });
});

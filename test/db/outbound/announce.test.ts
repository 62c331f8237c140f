import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { writeView } from '../../../db/backorder/views.ts';
import type { Db } from '../../../db/client.ts';
import { announceSettled } from '../../../db/mail/settled.ts';
import { deleteOldDeliveries } from '../../../db/outbound/deliveries.ts';
import { deleteEndpoint, putEndpoint } from '../../../db/outbound/endpoints.ts';
import { raiseAttention, resolveRaised } from '../../../db/record/attention.ts';
import { rehearse } from '../../../db/transaction.ts';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import { type EventType, eventTypes } from '../../../workflows/domain/event-type.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { adasLamp, dayZero } from '../../support/cast.ts';
import { empty, newOrder, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(() => empty(db));

const endpoint = (endpointId: string, events: EventType[] = [...eventTypes]) =>
  putEndpoint(db, {
    ...{ endpointId, url: 'https://shop.example/', personalData: false, events },
    secret: { sealed: endpointId, endsAt: null },
  });

/** `shop backorder.placed` for each event that is owed. */
const owed = async (): Promise<string[]> => {
  const rows = await db.sql<{ endpointId: string; type: string }[]>`
    select endpoint_id, type from webhook_deliveries order by seq`;
  return rows.map(({ endpointId, type }) => `${endpointId} ${type}`);
};

const show = (revision: number, key: string) => {
  const state = open(adasLamp);
  const view = viewOf(state, plan(state, dayZero), dayZero);
  const changes = [{ key, type: 'backorder.shipped' as const }];
  return writeView(db, { orderId: 'A', revision, view, entries: [], changes, skippedMs: 0 });
};

describe('an event', () => {
  test('is owed to each endpoint that wants it, once', async () => {
    await endpoint('all');
    await endpoint('shipped', ['backorder.shipped']);
    await place(db, { A: ['LAMP:1'] });
    await placeOrder(db, newOrder('A', ['LAMP:1']));
    expect(await owed()).toEqual(['all backorder.placed']);
    await show(2, 's/1');
    await show(2, 's/1');
    expect((await owed()).slice(1)).toEqual(['all backorder.shipped', 'shipped backorder.shipped']);
  });

  test('of a view that came late is owed all the same', async () => {
    await endpoint('all', ['backorder.shipped']);
    await place(db, { A: ['LAMP:1'] });
    await show(5, 's/2');
    await show(3, 's/1');
    expect(await owed()).toHaveLength(2);
  });

  test('is owed to nobody when what it tells of is undone', async () => {
    await endpoint('all');
    await rehearse(db, async (within) => {
      await place(within, { A: ['LAMP:1'] });
      await raiseAttention(within.sql, { orderId: 'A', code: 'orphaned', at: dayZero });
      await announceSettled(within.sql, { id: 'm', orderId: 'A', decision: 'sent' });
    });
    expect(await owed()).toEqual([]);
  });

  test('is owed to no endpoint that is disabled', async () => {
    await endpoint('all');
    await db.sql`update webhook_endpoints set state = 'disabled'`;
    await place(db, { A: ['LAMP:1'] });
    expect(await owed()).toEqual([]);
  });

  test('of attention that no workflow has raised is owed each time it is raised', async () => {
    await endpoint('all', ['backorder.attention']);
    const item = { orderId: 'A', code: 'orphaned' } as const;
    await raiseAttention(db.sql, { ...item, at: dayZero });
    await raiseAttention(db.sql, { ...item, at: dayZero });
    expect(await owed()).toHaveLength(1);
    await resolveRaised(db.sql, item);
    await raiseAttention(db.sql, { ...item, at: dayZero });
    expect(await owed()).toHaveLength(2);
  });

  test('goes with its endpoint, in parts that no time limit of a statement cuts off', async () => {
    await endpoint('all');
    await endpoint('other');
    await db.sql`
      insert into webhook_deliveries (endpoint_id, key, type, subject)
      select endpoint_id, n, 'availability.changed', n from webhook_endpoints
      cross join generate_series(1, 12000) n where endpoint_id = 'all' or n < 3`;
    await db.sql`
      create function refuse_many() returns trigger language plpgsql as $$
      begin
        if (select count(*) from gone) > 5000 then raise exception 'too many at once'; end if;
        return null;
      end $$`;
    await db.sql`
      create trigger few after delete on webhook_deliveries referencing old table as gone
      for each statement execute function refuse_many()`;
    expect(await deleteEndpoint(db, 'all')).toBe(true);
    await db.sql`drop function refuse_many cascade`;
    expect(await owed()).toEqual(['other availability.changed', 'other availability.changed']);
    expect(await deleteEndpoint(db, 'all')).toBe(false);
  });

  test('goes after thirty days, delivered or not', async () => {
    await endpoint('all');
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await db.sql`
      update webhook_deliveries set created_at = now() - interval '31 days' where order_id = 'A'`;
    expect(await deleteOldDeliveries(db.sql, { olderThanDays: 30 })).toBe(1);
    expect(await owed()).toHaveLength(1);
  });
});

import type { Db } from '../../../../db/client.ts';
import {
  allocate,
  type Candidate,
  type FreeUnits,
} from '../../../../workflows/domain/stock/allocation.ts';

/** What does not add up, by what it is called: empty lists while nothing is under way. */
export const findWrongSums = async (db: Db): Promise<Record<string, unknown[]>> => ({
  'shelves that do not add up': await wrongShelves(db),
  'lines whose leases hold other units': await wrongLines(db),
  'leases without units': await emptyLeases(db),
  'walks under way': await unfinishedWalks(db),
  'orders that could take free units': await couldBeFilled(db),
});

const wrongShelves = async ({ sql }: Db) => [
  ...(await sql`
    select s.sku, s.location, s.received, s.shipped, s.allocated, s.on_hand, l.*, r.*
    from stock s,
      lateral (
        select coalesce(sum(kept + leased + firm), 0) as set_aside,
               coalesce(sum(shipped), 0) as line_shipped
        from lines l where l.sku = s.sku and l.location = s.location
      ) l,
      lateral (
        select coalesce(sum(quantity), 0) as arrived from receipts r
        where r.sku = s.sku and r.location = s.location
      ) r
    where s.allocated <> set_aside or s.shipped <> line_shipped or s.received <> arrived
      or s.allocated > s.on_hand or s.allocated < 0`),
];

const wrongLines = async ({ sql }: Db) => [
  ...(await sql`
    select l.order_id, l.line_id, l.leased, l.firm, u.* from lines l, lateral (
      select coalesce(sum(quantity) filter (where state = 'leased'), 0) as in_leases,
             coalesce(sum(quantity) filter (where state = 'firm'), 0) as in_firm_leases
      from lease_units u join leases s using (lease_id)
      where s.order_id = l.order_id and u.line_id = l.line_id
    ) u
    where l.leased <> in_leases or l.firm <> in_firm_leases
      or quantity <> waiting + kept + leased + firm + shipped + cancelled`),
];

const emptyLeases = async ({ sql }: Db) => [
  ...(await sql`
    select lease_id from leases s
    where not exists (select from lease_units u where u.lease_id = s.lease_id)`),
];

const unfinishedWalks = async ({ sql }: Db) => [
  ...(await sql`select walk_id, sku from walks where done_at is null`),
];

const couldBeFilled = async ({ sql }: Db): Promise<string[]> => {
  const candidates = await sql<Candidate[]>`
    select order_id, fulfilment, jsonb_agg(jsonb_build_object(
      'lineId', line_id, 'sku', sku, 'location', location, 'quantity', waiting)) as lines
    from lines join orders o using (order_id)
    where waiting > 0 and o.barred is null group by order_id, fulfilment`;
  const free = await sql<FreeUnits[]>`
    select sku, location, on_hand - allocated as quantity from stock`;
  return candidates
    .filter((candidate) => allocate([candidate], free)[0]?.outcome === 'filled')
    .map(({ orderId }) => orderId);
};

import {
  accumulatesAfterPlacedDays,
  accumulatesAfterPromiseDays,
} from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import { orderNow } from '../../sql.ts';

/**
 * Whether the order `o` accumulates: by an operator's word, else once it keeps units, else in its
 * own time, counted from its first promised date or, without any, from when it was placed.
 */
export const accumulates = (sql: Sql) => sql`(
  o.fulfilment <> 'ship-available' and coalesce(o.accumulates,
    ${orderNow(sql)} >= coalesce(
      (select (p."on" + ${accumulatesAfterPromiseDays}::int)::timestamp at time zone 'UTC'
       from promises p where p.order_id = o.order_id and p."on" is not null
         and p.accepted_at is not null
       order by p.ordinal limit 1),
      o.placed_at + ${accumulatesAfterPlacedDays}::int * interval '1 day')
    or (select max(k.kept) from lines k where k.order_id = o.order_id) > 0))`;

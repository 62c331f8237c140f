import type { Sql } from '../../../db/client.ts';
import { countOrders, type OrderSearch } from '../../../db/desk/orders/search.ts';
import { addMs, type CivilDate, hourMs, type Instant } from '../../../workflows/domain/time.ts';
import { most, type TodayList } from './list.ts';
import { books, mail, shops, webhooks } from './other-lists.tsx';
import { deadlines, holds, notices, refunds } from './timed-lists.tsx';

/** A number that leads to the list of what it counts. `path` comes after the base. */
export type Tile = {
  name: string;
  title: string;
  path: string;
  count: (sql: Sql, now: Instant) => Promise<number>;
};

/** All numbers of the page but those of attention, the most pressing first. */
export const tilesAt = (now: Instant): Tile[] => {
  const over = overEverywhere(now);
  return [
    ofList(deadlines),
    ofList(notices),
    ofList(refunds),
    ofOrders('overdue', {
      title: 'Promised day over, not shipped',
      path: `/desk/orders?phase=open&promisedBefore=${over}&sort=promised`,
      search: { phase: 'open', promisedBefore: over },
    }),
    ofOrders('payment', {
      title: 'Card or payment asked for, not there yet',
      path: '/desk/orders?phase=open&payment=owed',
      search: { phase: 'open', payment: ['asked', 'action_required', 'failed'] },
    }),
    ofList(holds),
    ofList(mail),
    ofList(books),
    ofList(shops),
    ofList(webhooks),
  ];
};

/**
 * The day after the last one that is over wherever an order goes: a promise of before is broken at
 * every ship-to, be it on Baker Island.
 */
export const overEverywhere = (now: Instant): CivilDate => addMs(now, -12 * hourMs).slice(0, 10);

const ofList = <Row>({ name, title, count }: TodayList<Row>): Tile => ({
  ...{ name, title, count, path: `/desk/today/${name}` },
});

const ofOrders = (
  name: string,
  { title, path, search }: { title: string; path: string; search: OrderSearch },
): Tile => ({
  ...{ name, title, path, count: (sql) => countOrders(sql, search, most + 1) },
});

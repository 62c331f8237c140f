import { z } from 'zod';
import { addMs, type Instant, msBetween } from '../../../workflows/domain/time.ts';
import type { ShopAnswer } from '../port.ts';
import type { Client } from './client.ts';
import { orderBody } from './order-body.ts';

const pageSize = 50;
const changedBody = orderBody.pick({ id: true, date_modified: true, date_created: true });

/**
 * One page of the orders that changed since then. An order that changes while it is read moves to
 * the end, and would push another over the edge of a numbered page; so the next page begins at the
 * last change seen, a second earlier, and numbers count only within one second. Some ids come twice.
 */
export const listChangedOrders = async (
  client: Client,
  { since, after }: { since: Instant; after?: string | undefined },
): Promise<ShopAnswer<{ orderIds: string[]; next: string | null }>> => {
  const from = readCursor(after) ?? { since, page: 1 };
  const answer = await client.call({
    ...{ method: 'GET', path: '/v2/orders', schema: z.array(changedBody) },
    query: {
      ...{ min_date_modified: from.since, sort: 'date_modified' },
      ...{ page: from.page, limit: pageSize },
    },
  });
  if (answer.outcome !== 'ok') return answer;
  const changed = (answer.value ?? [])
    .map((order) => ({ id: String(order.id), at: order.date_modified ?? order.date_created }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const orderIds = [...new Set(changed.map(({ id }) => id))];
  const last = changed.at(-1);
  const isLast = !last || changed.length < pageSize;
  return { outcome: 'ok', value: { orderIds, next: isLast ? null : cursorOf(from, last.at) } };
};

type Cursor = { since: Instant; page: number };

const cursorOf = (from: Cursor, lastAt: Instant): string => {
  const since = addMs(lastAt, -1_000);
  const next =
    msBetween(from.since, since) > 0 ? { since, page: 1 } : { ...from, page: from.page + 1 };
  return `${next.since} ${next.page}`;
};

const readCursor = (after: string | undefined): Cursor | undefined => {
  const [since = '', page = ''] = after?.split(' ') ?? [];
  if (Number.isNaN(Date.parse(since)) || !/^\d{1,6}$/.test(page)) return undefined;
  return { since, page: Number(page) };
};

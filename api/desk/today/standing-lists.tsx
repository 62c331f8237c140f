import { z } from '@hono/zod-openapi';
import { listWatched, type Watch, type Watched, watches } from '../../../db/backorder/watch.ts';
import { attentionWords } from '../../../workflows/domain/desk/attention-words.ts';
import { id, instant } from '../../http/scalars.ts';
import { OrderLink } from '../parts/order-link.tsx';
import { When } from '../parts/when.tsx';
import type { TodayList } from './list.ts';

/** By the clock on the wall, so in the zone of those who look. */
type Zone = { timeZone: string };

/**
 * All that stands still. Only the first hundred of each ask a person by their order, so the list of
 * orders holds no more than these.
 */
export const standingLists = (zone: Zone): Omit<TodayList<Watched>, 'count'>[] =>
  watches.map((watch) => listOf(watch, zone));

const listOf = (watch: Watch, { timeZone }: Zone): Omit<TodayList<Watched>, 'count'> => {
  const { title, meaning, todo } = attentionWords[watch];
  return {
    name: watch,
    title,
    about: `${meaning} ${todo}`,
    none: 'Nothing stands still in that way at this moment.',
    columns: (base) => [
      {
        head: 'Order',
        isHead: true,
        cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
        text: ({ orderId }) => orderId,
      },
      {
        head: 'Stands still since',
        cell: ({ since }) => <When at={since} zone={timeZone} />,
        text: ({ since }) => since,
      },
    ],
    keyOf: ({ since, orderId }) => `${since} ${orderId}`,
    positionOf: ({ since, orderId }) => [since, orderId],
    position: z.tuple([instant, id]),
    page: (sql, { after, limit }) =>
      listWatched(sql, watch, {
        limit,
        after: after && { since: after[0], orderId: after[1] },
      }),
  };
};

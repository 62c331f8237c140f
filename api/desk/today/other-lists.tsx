import { z } from '@hono/zod-openapi';
import { countLostMail, type LostMail, listLostMail } from '../../../db/desk/today/mail.ts';
import {
  countDifferencesNow,
  countFailingShops,
  countTroubledEndpoints,
  type DifferenceRow,
  type FailingShop,
  listDifferencesNow,
  listFailingShops,
  listTroubledEndpoints,
  type TroubledEndpoint,
} from '../../../db/desk/today/outside.ts';
import { wordsOfMail } from '../../../workflows/domain/desk/mail-words.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import { instant } from '../../http/scalars.ts';
import { Badge } from '../parts/badge.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { When } from '../parts/when.tsx';
import { wordsOfDifference } from '../parts/words.ts';
import { type ListColumn, most, type TodayList } from './list.ts';

const up = most + 1;

const inUtc = (at: Instant | null, none = 'never') =>
  at === null ? <span className="muted">{none}</span> : <When at={at} zone="UTC" />;

const lastDays = 7;

const since = (now: Instant): Instant => addMs(now, -lastDays * dayMs);

export const mail: TodayList<LostMail> = {
  name: 'mail',
  title: `Mail that did not arrive, last ${lastDays} days`,
  about:
    'Mails that came back, were refused, or may not have gone out. Where the customer must read it, the order waits for a person as well.',
  none: `Every mail of the last ${lastDays} days was taken.`,
  columns: (base) => [
    {
      head: 'Order',
      isHead: true,
      cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
      text: ({ orderId }) => orderId,
    },
    {
      head: 'Mail',
      cell: ({ orderId, id, kind }) => (
        <a href={`${base}/desk/orders/${encodeURIComponent(orderId)}/messages/${id}`}>
          {wordsOfMail(kind)}
        </a>
      ),
      text: ({ kind }) => kind,
    },
    { head: 'What became of it', cell: fateOf, text: fateOf },
    { head: 'At', cell: ({ at }) => inUtc(at), text: ({ at }) => at },
  ],
  keyOf: ({ id }) => id,
  positionOf: ({ at, id }) => [at, id],
  position: z.tuple([instant, z.uuid()]),
  count: (sql, now) => countLostMail(sql, { since: since(now), most: up }),
  page: (sql, { now, after, limit }) =>
    listLostMail(sql, { since: since(now), limit, after: after && { at: after[0], id: after[1] } }),
};

const fateOf = ({ decision, status }: LostMail): string =>
  ({ failed: 'Refused by the provider', unknown: 'Nobody knows whether it went out' })[
    decision as string
  ] ?? (status === 'bounced' ? 'Came back' : 'Could not be sent');

export const books: TodayList<DifferenceRow> = {
  name: 'books',
  title: 'Differences in the books',
  about:
    'Where the payment provider and we say different things, as the last comparison found them. What each of them says stands under Plumbing, at Reconciliation.',
  none: 'The last comparison found no difference, or there was none yet.',
  columns: (base) => [
    {
      head: 'Difference',
      isHead: true,
      cell: ({ kind }) => <a href={`${base}/desk/plumbing/books`}>{wordsOfDifference(kind)}</a>,
      text: ({ kind }) => kind,
    },
    {
      head: 'Order',
      cell: ({ orderId }) =>
        orderId === null ? (
          <span className="muted">none known</span>
        ) : (
          <OrderLink base={base} orderId={orderId} />
        ),
      text: ({ orderId }) => orderId,
    },
    {
      head: 'At the provider',
      cell: ({ providerIntentId }) => <span className="id">{providerIntentId}</span>,
      text: ({ providerIntentId }) => providerIntentId,
    },
  ],
  keyOf: ({ id }) => String(id),
  positionOf: ({ id }) => ['', String(id)],
  count: (sql) => countDifferencesNow(sql, up),
  page: (sql, { after, limit }) =>
    listDifferencesNow(sql, { after: after && toNumber(after[1]), limit }),
};

/** One that is no number was made up: the list begins anew. */
const toNumber = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0);

/** The id leads to the page under Plumbing that has what is known of it. */
const idOf = <Row,>(head: string, room: string, idIn: (row: Row) => string): ListColumn<Row> => ({
  head,
  isHead: true,
  cell: (row) => (
    <a className="id" href={`${room}/${encodeURIComponent(idIn(row))}`}>
      {idIn(row)}
    </a>
  ),
  text: idIn,
});

export const shops: TodayList<FailingShop> = {
  name: 'shops',
  title: 'Shops that fail',
  about: 'Shops that could not be asked lately, or that have removed us. Their orders do not come.',
  none: 'Every connected shop answers.',
  columns: (base) => [
    idOf('Shop', `${base}/desk/plumbing/shops`, ({ id }) => id),
    { head: 'Platform', cell: ({ kind }) => kind, text: ({ kind }) => kind },
    {
      head: 'State',
      cell: ({ state }) => <Badge tone="bad">{state === 'gone' ? 'Removed us' : 'Fails'}</Badge>,
      text: ({ state }) => state,
    },
    {
      head: 'Failures in a row',
      isNumber: true,
      cell: ({ failures }) => failures,
      text: ({ failures }) => failures,
    },
    {
      head: 'Last asked in full',
      cell: ({ lastPullAt }) => inUtc(lastPullAt),
      text: ({ lastPullAt }) => lastPullAt,
    },
  ],
  keyOf: ({ id }) => id,
  positionOf: ({ id }) => ['', id],
  count: (sql) => countFailingShops(sql, up),
  page: (sql, { after, limit }) => listFailingShops(sql, { after: after?.[1] ?? null, limit }),
};

export const webhooks: TodayList<TroubledEndpoint> = {
  name: 'webhooks',
  title: 'Webhook endpoints in trouble',
  about:
    'Other systems that are not told: disabled, out of reach, or more than five minutes behind.',
  none: 'Every endpoint is told in time.',
  columns: (base) => [
    idOf('Endpoint', `${base}/desk/plumbing/endpoints`, ({ endpointId }) => endpointId),
    {
      head: 'What is wrong',
      cell: (row) => <Badge tone="bad">{wrongWith(row)}</Badge>,
      text: wrongWith,
    },
    {
      head: 'Failures in a row',
      isNumber: true,
      cell: ({ failures }) => failures,
      text: ({ failures }) => failures,
    },
    {
      head: 'Last told',
      cell: ({ lastSuccessAt }) => inUtc(lastSuccessAt),
      text: ({ lastSuccessAt }) => lastSuccessAt,
    },
  ],
  keyOf: ({ endpointId }) => endpointId,
  positionOf: ({ endpointId }) => ['', endpointId],
  count: (sql) => countTroubledEndpoints(sql, up),
  page: (sql, { after, limit }) => listTroubledEndpoints(sql, { after: after?.[1] ?? null, limit }),
};

const wrongWith = ({ state, disabledBecause, failingSince }: TroubledEndpoint): string => {
  if (state === 'disabled') {
    return disabledBecause === 'gone'
      ? 'Disabled: it answered 410'
      : 'Disabled: it failed for days';
  }
  return failingSince === null ? 'Behind' : 'Out of reach';
};

import { type KeptAttempt, listKeptAttempts } from '../../../db/desk/order/money.ts';
import {
  type KeptOrder,
  type KeptPromise,
  listCancellations,
  listKeptPromises,
  listReportedShipments,
} from '../../../db/desk/order/order.ts';
import { type OrderQueue, readOrderQueue } from '../../../db/desk/order/queue.ts';
import { listStory, type StoryEntry } from '../../../db/desk/order/story.ts';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import type { Role } from '../../../workflows/domain/desk/role.ts';
import { type StoryKind, typesOf } from '../../../workflows/domain/desk/story-kind.ts';
import type { AppDeps } from '../../deps.ts';
import { answerOf } from '../call.ts';
import type { Desk } from '../env.ts';
import { type Order, seesCustomer, zoneOf } from './order.ts';

/** All that the page of an order shows. */
export type OrderView = {
  order: Order;
  kept: KeptOrder;
  zone: string;
  base: string;
  role: Role;
  /** Whether the operator may know whom it is for. */
  sees: boolean;
  /** Whether the provider moves play money, as far as its publishable key says. */
  isTest: boolean;
  canFastForward: boolean;
  attempts: KeptAttempt[];
  queue: OrderQueue;
  promises: KeptPromise[];
  shipments: Awaited<ReturnType<typeof listReportedShipments>>;
  cancellations: Awaited<ReturnType<typeof listCancellations>>;
  mails: Mails;
  story: Story;
};

/** Where the reader is in its two long lists. */
export type Reading = { kind: StoryKind | null; after: number | null; mailsAfter: string | null };

export type Mails = Awaited<ReturnType<typeof listMails>>;

/** `next`: the last entry, where more follow it. */
export type Story = { entries: StoryEntry[]; next: number | null; kind: StoryKind | null };

const entriesAtOnce = 100;
const mailsAtOnce = 25;

export const readView = async (
  deps: Pick<AppDeps, 'reads' | 'config'>,
  { operator, base, api }: Desk,
  { order, kept, reading }: { order: Order; kept: KeptOrder; reading: Reading },
): Promise<OrderView> => {
  const { sql } = deps.reads;
  const { orderId, now } = order;
  const zone = zoneOf(order);
  const [attempts, queue, promises, shipments, cancellations, mails, story] = await Promise.all([
    listKeptAttempts(sql, orderId),
    readOrderQueue(sql, { orderId, today: civilDateIn(now, zone) }),
    listKeptPromises(sql, orderId),
    listReportedShipments(sql, orderId),
    listCancellations(sql, orderId),
    listMails(api, orderId, reading.mailsAfter),
    readStory(deps, orderId, reading),
  ]);
  const { publishableKey } = deps.config.stripe;
  return {
    ...{ order, kept, zone, base, role: operator.role, sees: seesCustomer(operator.role) },
    isTest: !publishableKey?.startsWith('pk_live'),
    canFastForward: deps.config.fastForward,
    ...{ attempts, queue, promises, shipments, cancellations, mails, story },
  };
};

const listMails = (api: Desk['api'], orderId: string, cursor: string | null) =>
  answerOf(
    api.GET('/v1/backorders/{orderId}/messages', {
      params: { path: { orderId }, query: { limit: mailsAtOnce, ...(cursor && { cursor }) } },
    }),
  );

const readStory = async (
  { reads }: Pick<AppDeps, 'reads'>,
  orderId: string,
  { kind, after }: Reading,
): Promise<Story> => {
  const types = kind === null ? null : typesOf[kind];
  const asked = { orderId, types, after, limit: entriesAtOnce + 1 };
  const found = await listStory(reads.sql, asked);
  const entries = found.slice(0, entriesAtOnce);
  const next = found.length > entries.length ? (entries.at(-1)?.id ?? null) : null;
  return { entries, next, kind };
};

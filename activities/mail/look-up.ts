import type { Sql } from '../../db/client.ts';
import {
  type CancelledFacts,
  findCancelled,
  findReason,
  getCancelled,
  getMailFacts,
  getShipped,
  listTold,
  type MailFacts,
  type ShippedFacts,
  wantsOffers,
} from '../../db/mail/facts.ts';
import type { Covered } from '../../db/schema/mail/messages.ts';
import type { OutgoingMail, OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { keyOfFirst } from '../../workflows/domain/mail/again.ts';

/** What some kinds say besides the facts of their order. */
type FoundOf = {
  /** The texts of earlier stories, and whether the customer wants to hear of other products. */
  excitement: { told: string[]; isWanted: boolean };
  /** The other orders that it counts down for. */
  countdown: { others: MailFacts[] };
  /** Why the date moved, in somebody's own words. */
  'delay-notice': { reason: string | null };
  shipped: ShippedFacts;
  cancelled: CancelledFacts;
  /** What was cancelled with it, as far as that is done. */
  withdrawal: { cancelled: Part[] };
};

export type Found<K extends MessageKind> = K extends keyof FoundOf ? FoundOf[K] : null;

type Lookup<K extends MessageKind> = {
  facts: MailFacts;
  message: OutgoingOf<K>;
  covers: readonly Covered[];
};

/** Reads what this mail says besides the facts of its order. Throws for an id that is unknown. */
export const lookUp = <K extends MessageKind>(
  sql: Sql,
  kind: K,
  lookup: Omit<Lookup<K>, 'message'> & { message: OutgoingMail },
): Promise<Found<K>> => lookups[kind](sql, lookup as Lookup<K>);

const nothing = async () => null;

const lookups: { [K in MessageKind]: (sql: Sql, lookup: Lookup<K>) => Promise<Found<K>> } = {
  confirmation: nothing,
  excitement: async (sql, { facts, message: { key } }) => {
    const { orderId } = facts;
    const [told, isWanted] = await Promise.all([
      listTold(sql, { orderId, key }),
      wantsOffers(sql, facts),
    ]);
    return { told, isWanted };
  },
  countdown: async (sql, { covers }) => ({
    others: await Promise.all(covers.map(({ orderId }) => getMailFacts(sql, orderId))),
  }),
  'check-in': nothing,
  'delay-notice': async (sql, { facts: { orderId }, message: { about } }) => {
    const { promiseId, change, law } = about;
    const isAsked = promiseId !== null && (law || change?.before);
    return { reason: isAsked ? await findReason(sql, { orderId, promiseId }) : null };
  },
  'delay-answer': nothing,
  withdrawal: async (sql, { facts: { orderId }, message: { key } }) => {
    const cancelId = keyOfFirst(key).replace(/^withdrawal:/, '');
    const done = await findCancelled(sql, { orderId, cancelId });
    return { cancelled: done?.lines ?? [] };
  },
  'card-wanted': nothing,
  'card-expiring': nothing,
  'payment-problem': nothing,
  'payment-recovered': nothing,
  'ready-to-ship': nothing,
  shipped: (sql, { facts: { orderId }, message: { about } }) =>
    getShipped(sql, { orderId, shipmentId: about.shipmentId }),
  cancelled: (sql, { facts: { orderId }, message: { about } }) =>
    getCancelled(sql, { orderId, cancelId: about.cancelId }),
  refunded: nothing,
  'status-link': nothing,
  'address-confirm': nothing,
  'address-changed': nothing,
};

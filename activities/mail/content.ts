import type { Db } from '../../db/client.ts';
import {
  findReason,
  getCancelled,
  getMailFacts,
  getShipped,
  listTold,
  type MailFacts,
  wantsOffers,
} from '../../db/mail/facts.ts';
import { addressTokenPlaceholder, pageTokenPlaceholder } from '../../db/page/page-link.ts';
import type { Covered } from '../../db/schema/mail/messages.ts';
import { type PropsOf, type RenderedMail, renderMail } from '../../emails/index.ts';
import type { LinePart, MailProps } from '../../emails/parts/props.ts';
import type { Lexicon } from '../../emails/words/lexicon.ts';
import { lastDayBefore } from '../../workflows/calendar/kept-until.ts';
import { dayAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { OutgoingMail, OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { promiseStanding, waitOf } from '../../workflows/domain/mail/standing.ts';
import { daysBetween, type Instant } from '../../workflows/domain/time.ts';
import type { Links } from './links.ts';
import {
  amountOf,
  maximumOf,
  moneyOfCancelled,
  paidBy,
  payingOf,
  problemOf,
  refundOf,
  standingOfFacts,
  upfrontOf,
  zoneAtShipTo,
} from './money.ts';
import { offersOf, storyOf } from './stories.ts';
import { unsubscribeFor } from './unsubscribe.ts';

/** The shop as its mails introduce it. */
export type Shop = MailProps['shop'];

type Content<K extends MessageKind> = {
  db: Db;
  facts: MailFacts;
  message: OutgoingOf<K>;
  /** Order time, from which days are counted. */
  at: Instant;
  common: MailProps;
  publicUrl: string;
  covers?: readonly Covered[];
};

/** `covers`: the countdowns of other orders of the same address that it says as well. */
type Given = {
  facts: MailFacts;
  message: OutgoingMail;
  at: Instant;
  covers?: readonly Covered[];
};

/**
 * Renders the mail from what is known of the order at this moment, with a placeholder for the token
 * of the customer's page.
 */
export const renderMessage = async (
  { db, shop, lexicon, links }: { db: Db; shop: Shop; lexicon: Lexicon; links: Links },
  given: Given,
): Promise<RenderedMail> => {
  const common = commonProps({ ...given, shop, lexicon, links });
  const { publicUrl } = links;
  return renderKind(given.message.kind, { db, ...given, common, publicUrl });
};

/** Each kind is rendered from what its own message is about. */
const renderKind = <K extends MessageKind>(
  kind: K,
  content: Omit<Content<K>, 'message'> & { message: OutgoingMail },
): Promise<RenderedMail> => renderers[kind](content as Content<K>);

type Common = Given & { shop: Shop; lexicon: Lexicon; links: Links };

/** How the order stands on this day at its ship-to, whatever the message was owed for. */
const commonProps = ({ facts, message, at, shop, lexicon, links }: Common): MailProps => {
  const { waiting, setAside, shipped, cancelled, left } = standingOfFacts(facts);
  const today = dayAtShipTo(facts, at);
  const placedOn = dayAtShipTo(facts, facts.placedAt);
  const promise = promiseStanding(message.promise.on, today);
  return {
    shop,
    words: lexicon(facts.locale),
    customer: { name: facts.name, locale: facts.locale },
    order: { orderId: facts.orderId, placedOn, paying: payingOf(facts) },
    units: {
      waiting: waiting.units,
      setAside: setAside.units,
      shipped: shipped.units,
      cancelled: cancelled.units,
    },
    left: {
      lines: left.lines.map(({ line, quantity, amount }) => ({
        ...part(line, quantity),
        total: amountOf(facts, amount),
      })),
      shipping: left.shipping > 0 ? amountOf(facts, left.shipping) : null,
      total: amountOf(facts, left.total),
    },
    promise,
    wait: waitOf(promise, { placedOn, today }),
    links: linksOf(
      `${links.publicUrl}/b/${pageTokenPlaceholder}`,
      unsubscribeFor(message.kind, links).link,
    ),
  };
};

type Renderers = { [K in MessageKind]: (content: Content<K>) => Promise<RenderedMail> };

const renderers: Renderers = {
  confirmation: ({ facts, message, common, at }) => {
    const { askedUntil } = message.about;
    return renderMail('confirmation', {
      ...common,
      mandate: { maximum: maximumOf(facts) },
      upfront: upfrontOf(facts),
      askedUntil: askedUntil ? lastDayBefore(askedUntil, zoneAtShipTo(facts), at) : null,
    });
  },
  excitement: async ({ db, facts, message, common }) => {
    const { orderId } = facts;
    const { key } = message;
    const [told, isWanted] = await Promise.all([
      listTold(db.sql, { orderId, key }),
      wantsOffers(db.sql, facts),
    ]);
    const story = storyOf(facts, told);
    return renderMail('excitement', { ...common, story, offers: isWanted ? offersOf(facts) : [] });
  },
  countdown: async ({ db, facts, common, covers = [] }) => {
    const also = await Promise.all(covers.map(({ orderId }) => otherOf(db, orderId)));
    return renderMail('countdown', { ...common, maximum: maximumOf(facts), also });
  },
  'check-in': ({ facts, common, at }) => {
    const daysWaited = daysBetween(common.order.placedOn, dayAtShipTo(facts, at));
    return renderMail('check-in', { ...common, daysWaited });
  },
  'delay-notice': async ({ db, facts, message, common }) => {
    const { units } = message.about;
    const change = await changeOf({ db, facts, message });
    const lines = partsOf(facts, within(units, standingOfFacts(facts).waiting));
    return renderMail('delay-notice', { ...common, lines, change, answer: null });
  },
  'card-wanted': ({ facts, message, common, at }) => {
    const { endsAt, wants, isReminder } = message.about;
    const until = lastDayBefore(endsAt, zoneAtShipTo(facts), at);
    return renderMail('card-wanted', {
      ...common,
      ...{ wants, isReminder, until, maximum: maximumOf(facts) },
    });
  },
  'card-expiring': ({ message, common }) =>
    renderMail('card-expiring', { ...common, expiresOn: message.about.expiresOn }),
  'payment-problem': ({ common, ...content }) =>
    renderMail('payment-problem', {
      ...common,
      ...problemOf(content),
      shipped: standingOfFacts(content.facts).shipped.lines.map(({ line, quantity }) =>
        part(line, quantity),
      ),
    }),
  'payment-recovered': ({ facts, message, common }) => {
    const { about } = message;
    return renderMail('payment-recovered', {
      ...common,
      held: about.outcome === 'held' ? amountOf(facts, about.amount) : null,
      charged: about.outcome === 'charged' ? amountOf(facts, about.amount) : null,
      waived: about.outcome === 'waived' ? amountOf(facts, about.amount) : null,
      agreed: about.outcome === 'agreed' ? maximumOf(facts) : null,
    });
  },
  'ready-to-ship': ({ facts, message, common }) => {
    const ready = within(message.about.units, standingOfFacts(facts).setAside);
    return renderMail('ready-to-ship', { ...common, lines: partsOf(facts, ready) });
  },
  shipped: async ({ db, facts, message, common }) => {
    const { orderId } = facts;
    const { shipmentId, charge, waived } = message.about;
    const shipment = await getShipped(db.sql, { orderId, shipmentId });
    return renderMail('shipped', {
      ...common,
      lines: partsOf(facts, shipment.lines),
      carrier: shipment.carrier,
      tracking: shipment.tracking,
      charged: charge === null || charge === 0 ? null : amountOf(facts, charge),
      paidBy: paidBy({ facts, message }),
      waived: waived > 0 ? amountOf(facts, waived) : null,
    });
  },
  cancelled: async ({ db, facts, message, common, at }) => {
    const { orderId } = facts;
    const { cancelId, cause } = message.about;
    const found = await getCancelled(db.sql, { orderId, cancelId });
    return renderMail('cancelled', {
      ...common,
      lines: partsOf(facts, found.lines),
      by: cause === null ? found.by : 'system',
      cause,
      cancelledOn: dayAtShipTo(facts, at),
      money: moneyOfCancelled({ facts, message, at }),
    });
  },
  refunded: ({ common, ...content }) => renderMail('refunded', { ...common, ...refundOf(content) }),
  'status-link': ({ common }) => renderMail('status-link', common),
  // It may reach a stranger, so it opens no page and greets nobody by name.
  'address-confirm': ({ common, publicUrl }) =>
    renderMail('address-confirm', {
      ...common,
      customer: { ...common.customer, name: null },
      links: linksOf(`${publicUrl}/a/${addressTokenPlaceholder}`),
    }),
  'address-changed': ({ common, publicUrl }) =>
    renderMail('address-changed', { ...common, links: linksOf(`${publicUrl}/find`) }),
};

/** Another order that this mail counts down for: its page has a link of its own, in its own mails. */
const otherOf = async (db: Db, orderId: string): Promise<PropsOf<'countdown'>['also'][number]> => {
  const { left } = standingOfFacts(await getMailFacts(db.sql, orderId));
  const items = left.lines.map(({ line, quantity }) => part(line, quantity));
  return { orderId, items, status: null };
};

/** The date that the customer was told before, and why it is another one; null if none was told. */
const changeOf = async ({
  db,
  facts: { orderId },
  message: { about },
}: Pick<Content<'delay-notice'>, 'db' | 'facts' | 'message'>): Promise<
  PropsOf<'delay-notice'>['change']
> => {
  const { promiseId, change } = about;
  if (!change?.before) return null;
  const reason = promiseId === null ? null : await findReason(db.sql, { orderId, promiseId });
  return { before: change.before, reason };
};

type Line = MailFacts['lines'][number];

const part = ({ title, sku, url, imageUrl }: Line, quantity: number): LinePart => ({
  ...{ title, quantity, sku, url, imageUrl },
});

const partsOf = ({ lines }: MailFacts, units: readonly Part[]): LinePart[] =>
  units.flatMap(({ lineId, quantity }) =>
    lines.filter((line) => line.lineId === lineId).map((line) => part(line, quantity)),
  );

type Held = { lines: readonly { line: Pick<Line, 'lineId'>; quantity: number }[] };

/** These units, as far as they still are where they were. */
const within = (units: readonly Part[], { lines }: Held): Part[] =>
  units
    .map(({ lineId, quantity }) => {
      const now = lines.find(({ line }) => line.lineId === lineId)?.quantity ?? 0;
      return { lineId, quantity: Math.min(quantity, now) };
    })
    .filter(({ quantity }) => quantity > 0);

const linksOf = (status: string, unsubscribe: string | null = null): MailProps['links'] => ({
  status,
  pay: `${status}/pay`,
  card: `${status}/card`,
  preferences: `${status}/preferences`,
  unsubscribe,
});

import type { Db } from '../../db/client.ts';
import { getCancelled, getShipped, type MailFacts } from '../../db/mail/facts.ts';
import { countSent } from '../../db/mail/messages.ts';
import { addressTokenPlaceholder, pageTokenPlaceholder } from '../../db/page/page-link.ts';
import { type RenderedMail, renderMail } from '../../emails/index.ts';
import type { LinePart, MailProps } from '../../emails/parts/props.ts';
import type { Lexicon } from '../../emails/words/lexicon.ts';
import { lastDayBefore } from '../../workflows/calendar/kept-until.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { OutgoingMail, OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { daysBetween, type Instant } from '../../workflows/domain/time.ts';
import type { Links } from './links.ts';
import {
  amountOf,
  maximumOf,
  moneyOfCancelled,
  paidBy,
  problemOf,
  refundOf,
  totalOf,
  upfrontOf,
} from './money.ts';
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
};

/** `covers`: the countdowns of other orders of the same address that it says as well. */
type Said = {
  facts: MailFacts;
  message: OutgoingMail;
  at: Instant;
  covers?: readonly { orderId: string; key: string }[];
};

/**
 * Renders the mail from what is known of the order at this moment, with a placeholder for the token
 * of the customer's page.
 */
export const renderMessage = async (
  { db, shop, lexicon, links }: { db: Db; shop: Shop; lexicon: Lexicon; links: Links },
  { facts, message, at }: Said,
): Promise<RenderedMail> => {
  const common = commonProps({ facts, message, shop, lexicon, links });
  return renderKind(message.kind, {
    ...{ db, facts, message, at, common },
    publicUrl: links.publicUrl,
  });
};

/** Each kind is rendered from what its own message is about. */
const renderKind = <K extends MessageKind>(
  kind: K,
  content: Omit<Content<K>, 'message'> & { message: OutgoingMail },
): Promise<RenderedMail> => renderers[kind](content as Content<K>);

const commonProps = ({
  facts,
  message,
  shop,
  lexicon,
  links,
}: {
  facts: MailFacts;
  message: OutgoingMail;
  shop: Shop;
  lexicon: Lexicon;
  links: Links;
}): MailProps => ({
  shop,
  words: lexicon(facts.locale),
  customer: { name: facts.name, locale: facts.locale },
  order: {
    orderId: facts.orderId,
    placedOn: civilDateIn(facts.placedAt, facts.timeZone),
    lines: facts.lines.map((line) => ({ ...part(line), total: amountOf(facts, line.total) })),
    shipping: facts.shipping > 0 ? amountOf(facts, facts.shipping) : null,
    total: amountOf(facts, totalOf(facts)),
  },
  promise: message.promise.on === null ? null : { on: message.promise.on },
  links: linksOf(
    `${links.publicUrl}/b/${pageTokenPlaceholder}`,
    unsubscribeFor(message.kind, links).link,
  ),
});

type Renderers = { [K in MessageKind]: (content: Content<K>) => Promise<RenderedMail> };

const renderers: Renderers = {
  confirmation: ({ facts, message, common, at }) =>
    renderMail('confirmation', {
      ...common,
      mandate: { maximum: maximumOf(facts) },
      upfront: upfrontOf(facts),
      askedUntil: message.about.askedUntil
        ? lastDayBefore(message.about.askedUntil, facts.timeZone, at)
        : null,
    }),
  excitement: async ({ db, facts, common }) => {
    const { orderId } = facts;
    const nth = (await countSent(db.sql, { orderId, kind: 'excitement' })) + 1;
    const highlights = facts.lines
      .filter(({ open }) => open > 0)
      .flatMap((line) => line.highlights)
      .map((told) => (typeof told === 'string' ? told : told.text));
    return renderMail('excitement', { ...common, highlights, nth });
  },
  countdown: ({ message, common, ...content }) =>
    renderMail('countdown', {
      ...common,
      daysLeft: message.promise.on === null ? 0 : daysBetween(today(content), message.promise.on),
    }),
  'check-in': ({ common, ...content }) =>
    renderMail('check-in', {
      ...common,
      daysWaited: daysBetween(common.order.placedOn, today(content)),
    }),
  'delay-notice': ({ facts, message, common }) => {
    const { units, change } = message.about;
    const supply = change?.before ? { before: change.before } : null;
    return renderMail('delay-notice', { ...common, lines: partsOf(facts, units), supply });
  },
  'card-wanted': ({ facts, message, common, at }) => {
    const { endsAt, wants, isReminder } = message.about;
    const until = lastDayBefore(endsAt, facts.timeZone, at);
    return renderMail('card-wanted', {
      ...common,
      ...{ wants, isReminder, until, maximum: maximumOf(facts) },
    });
  },
  'card-expiring': ({ message, common }) =>
    renderMail('card-expiring', { ...common, expiresOn: message.about.expiresOn }),
  'payment-problem': ({ common, ...content }) =>
    renderMail('payment-problem', { ...common, ...problemOf(content) }),
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
    const { units } = message.about;
    const partial = !coversOpen(facts, units);
    return renderMail('ready-to-ship', { ...common, lines: partsOf(facts, units), partial });
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
      remaining: facts.lines
        .filter(({ open }) => open > 0)
        .map((line) => ({ ...part(line), quantity: line.open })),
    });
  },
  cancelled: async ({ db, facts, message, common, at }) => {
    const { orderId } = facts;
    const { cancelId, cause } = message.about;
    const found = await getCancelled(db.sql, { orderId, cancelId });
    return renderMail('cancelled', {
      ...common,
      lines: partsOf(facts, found.lines),
      partial: facts.lines.some(({ open, shipped }) => open > 0 || shipped > 0),
      by: cause === null ? found.by : 'system',
      cause,
      cancelledOn: today({ facts, at }),
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

const today = ({ facts, at }: { facts: MailFacts; at: Instant }) => civilDateIn(at, facts.timeZone);

const part = ({ title, quantity, sku, url, imageUrl }: MailFacts['lines'][number]): LinePart => ({
  title,
  quantity,
  sku,
  url,
  imageUrl,
});

const partsOf = ({ lines }: MailFacts, units: readonly Part[]): LinePart[] =>
  units.flatMap(({ lineId, quantity }) =>
    lines.filter((line) => line.lineId === lineId).map((line) => ({ ...part(line), quantity })),
  );

const coversOpen = ({ lines }: MailFacts, units: readonly Part[]): boolean =>
  lines.every(
    ({ lineId, open }) => open <= (units.find((each) => each.lineId === lineId)?.quantity ?? 0),
  );

const linksOf = (status: string, unsubscribe: string | null = null): MailProps['links'] => ({
  status,
  pay: `${status}/pay`,
  card: `${status}/card`,
  unsubscribe,
});

import type { Db } from '../../db/client.ts';
import { getCancelled, getShipped, type MailFacts } from '../../db/mail/facts.ts';
import { countSent } from '../../db/mail/messages.ts';
import { type RenderedMail, renderMail } from '../../emails/index.ts';
import type { LinePart, MailProps } from '../../emails/parts/props.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { OutgoingMail } from '../../workflows/domain/backorder/effect.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { daysBetween, type Instant } from '../../workflows/domain/time.ts';
import {
  amountOf,
  paidBy,
  problemOf,
  refundOf,
  settlementOf,
  totalOf,
  upfrontOf,
} from './money.ts';

/** The shop as its mails introduce it. */
export type Shop = MailProps['shop'];

/** Where the customer's links lead. */
export type Links = { publicUrl: string };

type Content = {
  db: Db;
  facts: MailFacts;
  message: OutgoingMail;
  /** Order time, from which days are counted. */
  at: Instant;
  common: MailProps;
};

/** Renders the mail from what is known of the order at this moment. */
export const renderMessage = async (
  { db, shop, links }: { db: Db; shop: Shop; links: Links },
  { facts, message, at }: { facts: MailFacts; message: OutgoingMail; at: Instant },
): Promise<RenderedMail> => {
  const common = commonProps({ facts, message, shop, links });
  const render: (content: Content) => Promise<RenderedMail> = renderers[message.kind];
  return render({ db, facts, message, at, common });
};

const commonProps = ({
  facts,
  message,
  shop,
  links,
}: {
  facts: MailFacts;
  message: OutgoingMail;
  shop: Shop;
  links: Links;
}): MailProps => ({
  shop,
  customer: { name: facts.name, locale: facts.locale },
  order: {
    orderId: facts.orderId,
    placedOn: civilDateIn(facts.placedAt, facts.timeZone),
    lines: facts.lines.map((line) => ({ ...part(line), total: amountOf(facts, line.total) })),
    shipping: facts.shipping > 0 ? amountOf(facts, facts.shipping) : null,
    total: amountOf(facts, totalOf(facts)),
  },
  promise: message.promiseOn ? { on: message.promiseOn } : null,
  links: linksOf(`${links.publicUrl}/b/${facts.token}`),
});

type Renderers = { [K in MessageKind]: (content: Content) => Promise<RenderedMail> };

const renderers: Renderers = {
  confirmation: ({ facts, common }) =>
    renderMail('confirmation', {
      ...common,
      mandate: { maximum: facts.mandate?.maximum ?? amountOf(facts, totalOf(facts)) },
      upfront: upfrontOf(facts),
    }),
  excitement: async ({ db, facts, common }) => {
    const { orderId } = facts;
    const nth = (await countSent(db.sql, { orderId, kind: 'excitement' })) + 1;
    const highlights = facts.lines
      .filter(({ open }) => open > 0)
      .flatMap((line) => line.highlights);
    return renderMail('excitement', { ...common, highlights, nth });
  },
  countdown: ({ message, common, ...content }) =>
    renderMail('countdown', {
      ...common,
      daysLeft: message.promiseOn ? daysBetween(today(content), message.promiseOn) : 0,
    }),
  'check-in': ({ common, ...content }) =>
    renderMail('check-in', {
      ...common,
      daysWaited: daysBetween(common.order.placedOn, today(content)),
    }),
  'delay-notice': ({ facts, message, common }) => {
    const lines = partsOf(facts, message.about.units ?? []);
    const { before } = message.about;
    const supply = before ? { before } : null;
    return renderMail('delay-notice', { ...common, lines, supply });
  },
  'card-expiring': ({ message, common, ...content }) =>
    renderMail('card-expiring', {
      ...common,
      expiresOn: message.about.expiresOn ?? today(content),
    }),
  'payment-problem': ({ common, ...content }) =>
    renderMail('payment-problem', { ...common, ...problemOf(content) }),
  'payment-recovered': ({ facts, message, common }) => {
    const { isHeld = false, isCharged = false, amount = 0 } = message.about;
    const sum = amountOf(facts, amount);
    const paid = { held: isHeld ? sum : null, charged: isCharged ? sum : null };
    return renderMail('payment-recovered', { ...common, ...paid });
  },
  'ready-to-ship': ({ facts, message, common }) => {
    const lines = partsOf(facts, message.about.units ?? []);
    const partial = !coversOpen(facts, message.about.units ?? []);
    return renderMail('ready-to-ship', { ...common, lines, partial });
  },
  shipped: async ({ db, facts, message, common }) => {
    const { orderId } = facts;
    const shipment = await getShipped(db.sql, { orderId, shipmentId: message.about.actId ?? '' });
    const { amount = 0 } = message.about;
    return renderMail('shipped', {
      ...common,
      lines: partsOf(facts, shipment.lines),
      carrier: shipment.carrier,
      tracking: shipment.tracking,
      charged: amount > 0 ? amountOf(facts, amount) : null,
      paidBy: paidBy({ facts, message }),
      remaining: facts.lines
        .filter(({ open }) => open > 0)
        .map((line) => ({ ...part(line), quantity: line.open })),
    });
  },
  cancelled: async ({ db, facts, message, common, at }) => {
    const { orderId } = facts;
    const found = await getCancelled(db.sql, { orderId, cancelId: message.about.actId ?? '' });
    return renderMail('cancelled', {
      ...common,
      lines: partsOf(facts, found.lines),
      partial: facts.lines.some(({ open, shipped }) => open > 0 || shipped > 0),
      by: message.about.cause ? 'system' : found.by,
      cause: message.about.cause ?? null,
      cancelledOn: today({ facts, at }),
      money: settlementOf({ facts, message, at }),
    });
  },
  refunded: ({ common, ...content }) => renderMail('refunded', { ...common, ...refundOf(content) }),
};

const today = ({ facts, at }: Pick<Content, 'facts' | 'at'>) => civilDateIn(at, facts.timeZone);

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

const linksOf = (status: string): MailProps['links'] => ({
  status,
  pay: `${status}/pay`,
  card: `${status}/card`,
  unsubscribe: null,
});

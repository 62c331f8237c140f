import type { MailFacts } from '../../db/mail/facts.ts';
import { addressTokenPlaceholder, pageTokenPlaceholder } from '../../db/page/page-link.ts';
import type { PropsOf } from '../../emails/index.ts';
import type { LinePart, MailProps } from '../../emails/parts/props.ts';
import type { Lexicon } from '../../emails/words/lexicon.ts';
import { lastDayBefore } from '../../workflows/calendar/kept-until.ts';
import { dayAtShipTo, zoneAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { OutgoingMail, OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { policyOf } from '../../workflows/domain/law/policy/jurisdiction.ts';
import { policies } from '../../workflows/domain/law/policy/policies.ts';
import { promiseStanding, waitOf } from '../../workflows/domain/mail/standing.ts';
import { daysBetween, type Instant } from '../../workflows/domain/time.ts';
import type { Links } from './links.ts';
import type { Found } from './look-up.ts';
import {
  amountOf,
  isPaidBefore,
  maximumOf,
  moneyOfCancelled,
  paidBy,
  payingOf,
  problemOf,
  refundOf,
  standingOfFacts,
  upfrontOf,
} from './money.ts';
import { noticeOf } from './notice.ts';
import { offersOf, storyOf } from './stories.ts';
import { unsubscribeFor } from './unsubscribe.ts';

/** The shop as its mails introduce it. */
export type Shop = MailProps['shop'];

/** All that a mail is written from. `at`: order time, from which days are counted. */
export type Given<K extends MessageKind> = {
  facts: MailFacts;
  message: OutgoingOf<K>;
  at: Instant;
  found: Found<K>;
};

/** What every mail of the shop has in common. */
export type Writer = { shop: Shop; lexicon: Lexicon; links: Links };

type Content<K extends MessageKind> = Given<K> & { common: MailProps; publicUrl: string };

/**
 * What the mail says, from what is known of the order at this moment, with a placeholder for the
 * token of the customer's page.
 */
export const propsOf = <K extends MessageKind>(
  writer: Writer,
  kind: K,
  given: Omit<Given<K>, 'message'> & { message: OutgoingMail },
): PropsOf<K> => {
  const common = commonProps(writer, given);
  const { publicUrl } = writer.links;
  return contents[kind]({ ...(given as Given<K>), common, publicUrl });
};

type Spoken = { facts: MailFacts; message: OutgoingMail; at: Instant };

/** How the order stands on this day at its ship-to, whatever the message was owed for. */
const commonProps = (
  { shop, lexicon, links }: Writer,
  { facts, message, at }: Spoken,
): MailProps => {
  const { waiting, setAside, shipped, cancelled, left } = standingOfFacts(facts);
  const today = dayAtShipTo(facts, at);
  const placedOn = dayAtShipTo(facts, facts.placedAt);
  const promise = promiseStanding(message.promise.on, today);
  return {
    shop,
    words: lexicon(facts.locale),
    customer: { name: facts.name, locale: facts.locale },
    order: { number: facts.number, placedOn, paying: payingOf(facts) },
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

const contents: { [K in MessageKind]: (content: Content<K>) => PropsOf<K> } = {
  confirmation: ({ facts, message, common, at }) => {
    const { askedUntil } = message.about;
    return {
      ...common,
      mandate: { maximum: maximumOf(facts) },
      upfront: upfrontOf(facts),
      askedUntil: askedUntil ? lastDayBefore(askedUntil, zoneAtShipTo(facts), at) : null,
    };
  },
  excitement: ({ facts, common, found: { told, isWanted } }) => ({
    ...common,
    story: storyOf(facts, told),
    offers: isWanted ? offersOf(facts) : [],
  }),
  countdown: ({ facts, common, found: { others } }) => ({
    ...common,
    maximum: maximumOf(facts),
    also: others.map(otherOf),
  }),
  'check-in': ({ facts, common, at }) => ({
    ...common,
    daysWaited: daysBetween(common.order.placedOn, dayAtShipTo(facts, at)),
  }),
  'delay-notice': ({ facts, message, common, at, found: { reason } }) => {
    const { units, change } = message.about;
    return {
      ...common,
      lines: partsOf(facts, within(units, standingOfFacts(facts).waiting)),
      change: change?.before ? { before: change.before, reason } : null,
      notice: noticeOf({ facts, message, at, reason }),
    };
  },
  'delay-answer': ({ facts, message: { about }, common }) => ({
    ...common,
    ...{ answer: about.answer, until: about.until },
    when: common.words.time(about.at, zoneAtShipTo(facts)),
    isPaid: isPaidBefore(facts),
    isEndedByLaw: policies[policyOf(facts.country)].isEndedByLaw,
  }),
  withdrawal: ({ facts, message: { about }, common, found: { cancelled } }) => ({
    ...common,
    when: common.words.time(about.at, zoneAtShipTo(facts)),
    shipped: about.shipped,
    isPaid: isPaidBefore(facts),
    lines: partsOf(facts, coveredBy(facts, cancelled)),
  }),
  'card-wanted': ({ facts, message, common, at }) => {
    const { endsAt, wants, isReminder } = message.about;
    const until = lastDayBefore(endsAt, zoneAtShipTo(facts), at);
    return { ...common, wants, isReminder, until, maximum: maximumOf(facts) };
  },
  'card-expiring': ({ message, common }) => ({ ...common, expiresOn: message.about.expiresOn }),
  'payment-problem': ({ common, ...content }) => ({
    ...common,
    ...problemOf(content),
    shipped: standingOfFacts(content.facts).shipped.lines.map(({ line, quantity }) =>
      part(line, quantity),
    ),
  }),
  'payment-recovered': ({ facts, message: { about }, common }) => ({
    ...common,
    held: about.outcome === 'held' ? amountOf(facts, about.amount) : null,
    charged: about.outcome === 'charged' ? amountOf(facts, about.amount) : null,
    waived: about.outcome === 'waived' ? amountOf(facts, about.amount) : null,
    agreed: about.outcome === 'agreed' ? maximumOf(facts) : null,
  }),
  'ready-to-ship': ({ facts, message, common }) => ({
    ...common,
    lines: partsOf(facts, within(message.about.units, standingOfFacts(facts).setAside)),
  }),
  shipped: ({ facts, message, common, found: shipment }) => {
    const { charge, waived } = message.about;
    return {
      ...common,
      lines: partsOf(facts, shipment.lines),
      carrier: shipment.carrier,
      tracking: shipment.tracking,
      charged: charge === null || charge === 0 ? null : amountOf(facts, charge),
      paidBy: paidBy({ facts, message }),
      waived: waived > 0 ? amountOf(facts, waived) : null,
    };
  },
  cancelled: ({ facts, message, common, at, found }) => {
    const { cause } = message.about;
    return {
      ...common,
      lines: partsOf(facts, found.lines),
      by: cause === null ? found.by : 'system',
      cause,
      cancelledOn: dayAtShipTo(facts, at),
      reason: found.reason,
      money: moneyOfCancelled({ facts, message, at }),
    };
  },
  refunded: ({ common, ...content }) => ({ ...common, ...refundOf(content) }),
  'status-link': ({ common }) => common,
  // It may reach a stranger, so it opens no page and greets nobody by name.
  'address-confirm': ({ common, publicUrl }) => ({
    ...common,
    customer: { ...common.customer, name: null },
    links: linksOf(`${publicUrl}/a/${addressTokenPlaceholder}`),
  }),
  'address-changed': ({ common, publicUrl }) => ({
    ...common,
    links: linksOf(`${publicUrl}/find`),
  }),
};

/** Another order that this mail counts down for: its page has a link of its own, in its own mails. */
const otherOf = (facts: MailFacts): PropsOf<'countdown'>['also'][number] => {
  const { left } = standingOfFacts(facts);
  const items = left.lines.map(({ line, quantity }) => part(line, quantity));
  return { number: facts.number, items, status: null };
};

type Line = MailFacts['lines'][number];

const part = ({ title, sku, url, imageUrl }: Line, quantity: number): LinePart => ({
  ...{ title, quantity, sku, url, imageUrl },
});

const partsOf = ({ lines }: MailFacts, units: readonly Part[]): LinePart[] =>
  units.flatMap(({ lineId, quantity }) =>
    lines.filter((line) => line.lineId === lineId).map((line) => part(line, quantity)),
  );

/** What was in the order when the customer withdrew: all but what was cancelled before. */
const coveredBy = ({ lines }: MailFacts, cancelledWithIt: readonly Part[]): Part[] =>
  lines
    .map(({ lineId, quantity, cancelled }) => {
      const own = cancelledWithIt.find((part) => part.lineId === lineId)?.quantity ?? 0;
      return { lineId, quantity: quantity - cancelled + own };
    })
    .filter(({ quantity }) => quantity > 0);

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

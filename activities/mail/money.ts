import type { MailFacts } from '../../db/mail/facts.ts';
import type { PropsOf } from '../../emails/index.ts';
import type { MailProps, Paying } from '../../emails/parts/props.ts';
import { lastDayBefore } from '../../workflows/calendar/kept-until.ts';
import { dayAtShipTo, zoneAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { mostCharged, type Standing, standingOf } from '../../workflows/domain/mail/standing.ts';
import type { Money } from '../../workflows/domain/money.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';

/** `at` is order time. */
type Content<K extends MessageKind> = { facts: MailFacts; message: OutgoingOf<K>; at: Instant };

export const amountOf = ({ currency }: MailFacts, amount: number): Money => ({ amount, currency });

/** Where the units of the order are, and what they come to. */
export const standingOfFacts = (facts: MailFacts): Standing<MailFacts['lines'][number]> =>
  standingOf(facts);

/** What is still to be said of paying for what has not been cancelled. */
export const payingOf = (facts: MailFacts): Paying => {
  const { ordered } = standingOfFacts(facts);
  if (ordered.total === 0) return 'free';
  if (facts.isAsked) return 'asked';
  return upfrontOf(facts)?.left.amount === 0 ? 'paid' : 'card';
};

/** What is to be paid in all: everything but what was cancelled. */
const dueOf = (facts: MailFacts): number => {
  const { ordered, cancelled } = standingOfFacts(facts);
  return ordered.total - cancelled.total;
};

/** The most that a card is charged for the order, by what was agreed and what is left of it. */
export const maximumOf = (facts: MailFacts): Money => {
  const { mandate, paidUpfront } = facts;
  const agreed = mandate?.maximum.amount ?? null;
  return amountOf(facts, mostCharged({ agreed, left: dueOf(facts), paidUpfront }));
};

/** What was paid with the order and what is left to pay; null when it is paid as it ships. */
export const upfrontOf = (facts: MailFacts): { paid: Money; left: Money } | null => {
  const { paidUpfront } = facts;
  if (paidUpfront === null) return null;
  const left = Math.max(0, dueOf(facts) - paidUpfront);
  return { paid: amountOf(facts, paidUpfront), left: amountOf(facts, left) };
};

/** Whether all or part of the order was paid for before it ships. */
export const isPaidBefore = ({ paidUpfront }: MailFacts): boolean => paidUpfront !== null;

/** What had paid for units before they left; null when they are charged as they leave. */
export const paidBy = ({
  facts,
  message: { about },
}: Omit<Content<'shipped'>, 'at'>): PropsOf<'shipped'>['paidBy'] => {
  if (upfrontOf(facts)?.left.amount === 0) return 'checkout';
  return about.isCovered ? 'deposit' : null;
};

type Problem = Omit<PropsOf<'payment-problem'>, keyof MailProps | 'shipped'>;

/** What a customer is told of a payment in trouble, with the days as they count at ship-to. */
export const problemOf = ({
  facts,
  message: { about },
  at,
}: Content<'payment-problem'>): Problem => {
  const { stage, reason, amount, payBy, cancelsAt, retryAt } = about;
  const lastDay = (endsAt: Instant | null) =>
    endsAt === null ? null : lastDayBefore(endsAt, zoneAtShipTo(facts), at);
  return {
    stage,
    reason,
    amount: amountOf(facts, amount),
    payBy: lastDay(payBy),
    placeUntil: lastDay(cancelsAt),
    retry: retryAt === null ? null : retryOf({ facts, at, retryAt }),
  };
};

/** Once its day has passed, nobody is told of it as of something to come. */
const retryOf = ({
  facts,
  at,
  retryAt,
}: {
  facts: MailFacts;
  at: Instant;
  retryAt: Instant;
}): Problem['retry'] => {
  const on = dayAtShipTo(facts, retryAt);
  const today = dayAtShipTo(facts, at);
  return on < today ? null : { on, isToday: on === today };
};

/**
 * What became of the money of a cancellation: of all of it when nothing has shipped or is left to
 * ship, else of what these units had cost.
 */
export const moneyOfCancelled = ({
  facts,
  message: { money, about },
  at,
}: Content<'cancelled'>): PropsOf<'cancelled'>['money'] => {
  const isOver = facts.lines.every(({ quantity, cancelled }) => cancelled === quantity);
  const { amount, paid } = about;
  const sentBack = isOver ? money.givenBack - money.chargedBack : paid;
  const released = isOver && money.voided > 0 ? amountOf(facts, money.voided) : null;
  const by = lastDayOf(about.refundBy, { facts, at });
  if (money.owed > 0 && facts.heldBy === 'shop' && amount > 0) {
    return { kind: 'shop_refunds', amount: amountOf(facts, Math.min(amount, money.owed)), by };
  }
  if (money.owed > 0) return { kind: 'refunding', amount: amountOf(facts, money.owed), by };
  if (amount > 0) {
    const on = dayAtShipTo(facts, money.refundedAt ?? at);
    const isRest = sentBack > amount;
    const own = facts.heldBy === 'shop' ? { isByShop: true } : {};
    return { kind: 'refunded', amount: amountOf(facts, amount), on, isRest, released, ...own };
  }
  if (sentBack > 0) return { kind: 'sent_before', released };
  const { chargedBack, isUnmatched } = money;
  if (chargedBack > 0) return { kind: 'charged_back', amount: amountOf(facts, chargedBack) };
  if (isUnmatched) return { kind: 'unmatched' };
  return released ? { kind: 'released', amount: released } : { kind: 'never_charged' };
};

/** The last whole day at ship-to before that instant; null once it has come. */
const lastDayOf = (
  endsAt: Instant | null,
  { facts, at }: { facts: MailFacts; at: Instant },
): CivilDate | null =>
  endsAt === null || endsAt <= at ? null : lastDayBefore(endsAt, zoneAtShipTo(facts), at);

/** What went back, and what that is of all that was paid; due since then, it may go out later. */
export const refundOf = ({
  facts,
  message: { about, dueAt },
}: Omit<Content<'refunded'>, 'at'>): Omit<PropsOf<'refunded'>, keyof MailProps> => ({
  amount: amountOf(facts, about.amount),
  refundedOn: dayAtShipTo(facts, dueAt),
  share: about.share,
  isByBank: about.by === 'bank',
  isByShop: about.by === 'shop',
});

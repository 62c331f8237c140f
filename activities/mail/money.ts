import type { MailFacts } from '../../db/mail/facts.ts';
import type { PropsOf } from '../../emails/index.ts';
import type { MailProps } from '../../emails/parts/props.ts';
import { lastDayBefore } from '../../workflows/calendar/kept-until.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Money } from '../../workflows/domain/money.ts';
import type { Instant } from '../../workflows/domain/time.ts';

/** `at` is order time. */
type Content<K extends MessageKind> = { facts: MailFacts; message: OutgoingOf<K>; at: Instant };

export const amountOf = ({ currency }: MailFacts, amount: number): Money => ({ amount, currency });

/** What all that was ordered comes to, shipping included. */
export const totalOf = ({ lines, shipping }: MailFacts): number =>
  lines.reduce((sum, { total }) => sum + total, shipping);

/** The most that the customer agreed to be charged, or is asked to agree to. */
export const maximumOf = (facts: MailFacts): Money =>
  facts.mandate?.maximum ?? amountOf(facts, totalOf(facts));

/** What was paid with the order and what of its total is left; null when it is paid as it ships. */
export const upfrontOf = (facts: MailFacts): { paid: Money; left: Money } | null => {
  const { paidUpfront } = facts;
  if (paidUpfront === null) return null;
  const left = Math.max(0, totalOf(facts) - paidUpfront);
  return { paid: amountOf(facts, paidUpfront), left: amountOf(facts, left) };
};

/** What had paid for units before they left; null when they are charged as they leave. */
export const paidBy = ({
  facts,
  message: { about },
}: Omit<Content<'shipped'>, 'at'>): PropsOf<'shipped'>['paidBy'] => {
  if (upfrontOf(facts)?.left.amount === 0) return 'checkout';
  return about.isCovered ? 'deposit' : null;
};

type Problem = Omit<PropsOf<'payment-problem'>, keyof MailProps>;

/** What a customer is told of a payment in trouble, with the days in their own calendar. */
export const problemOf = ({
  facts,
  message: { about },
  at,
}: Content<'payment-problem'>): Problem => {
  const { stage, reason, amount, payBy, cancelsAt, retryAt } = about;
  const lastDay = (endsAt: Instant | null) =>
    endsAt === null ? null : lastDayBefore(endsAt, facts.timeZone, at);
  return {
    stage,
    reason,
    amount: amountOf(facts, amount),
    payBy: lastDay(payBy),
    placeUntil: lastDay(cancelsAt),
    retryOn: retryAt === null ? null : civilDateIn(retryAt, facts.timeZone),
  };
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
  const isOver = facts.lines.every(({ open, shipped }) => open === 0 && shipped === 0);
  const { amount, paid } = about;
  const sentBack = isOver ? money.givenBack - money.chargedBack : paid;
  const released = isOver && money.voided > 0 ? amountOf(facts, money.voided) : null;
  if (money.owed > 0 && facts.heldBy === 'shop' && amount > 0) {
    return { kind: 'shop_refunds', amount: amountOf(facts, Math.min(amount, money.owed)) };
  }
  if (money.owed > 0) return { kind: 'refunding', amount: amountOf(facts, money.owed) };
  if (amount > 0) {
    const on = civilDateIn(money.refundedAt ?? at, facts.timeZone);
    const isRest = sentBack > amount;
    return { kind: 'refunded', amount: amountOf(facts, amount), on, isRest, released };
  }
  if (sentBack > 0) return { kind: 'sent_before', released };
  const { chargedBack, isUnmatched } = money;
  if (chargedBack > 0) return { kind: 'charged_back', amount: amountOf(facts, chargedBack) };
  if (isUnmatched) return { kind: 'unmatched' };
  return released ? { kind: 'released', amount: released } : { kind: 'never_charged' };
};

/** What went back, and what that is of all that was paid; due since then, it may go out later. */
export const refundOf = ({
  facts,
  message: { about, dueAt },
}: Omit<Content<'refunded'>, 'at'>): Omit<PropsOf<'refunded'>, keyof MailProps> => ({
  amount: amountOf(facts, about.amount),
  refundedOn: civilDateIn(dueAt, facts.timeZone),
  share: about.share,
  isOpen: facts.lines.some(({ open }) => open > 0),
  isByBank: about.by === 'bank',
  isByShop: about.by === 'shop',
});

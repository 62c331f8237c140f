import type { MailFacts } from '../db/mail-facts.ts';
import type { PropsOf } from '../emails/index.ts';
import type { MailProps } from '../emails/props.ts';
import { keptUntil } from '../workflows/calendar/kept-until.ts';
import { civilDateIn } from '../workflows/calendar/zone.ts';
import type { OutgoingMail } from '../workflows/domain/effect.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { Instant } from '../workflows/domain/time.ts';

/** `at` is order time. */
type Content = { facts: MailFacts; message: OutgoingMail; at: Instant };

export const amountOf = ({ currency }: MailFacts, amount: number): Money => ({ amount, currency });

/** What all that was ordered comes to, shipping included. */
export const totalOf = ({ lines, shipping }: MailFacts): number =>
  lines.reduce((sum, { total }) => sum + total, shipping);

/** What was paid with the order and what of its total is left; null when it is paid as it ships. */
export const upfrontOf = (facts: MailFacts): { paid: Money; left: Money } | null => {
  const { paidUpfront } = facts;
  if (paidUpfront === null) return null;
  const left = Math.max(0, totalOf(facts) - paidUpfront);
  return { paid: amountOf(facts, paidUpfront), left: amountOf(facts, left) };
};

type Problem = Omit<PropsOf<'payment-problem'>, keyof MailProps>;

/** What a customer is told of a payment in trouble, with the days in their own calendar. */
export const problemOf = ({ facts, message: { about }, at }: Content): Problem => {
  const { stage = 'due', reason = 'declined', amount = totalOf(facts) } = about;
  const { payBy, cancelledAt, retryAt } = about;
  const lastDay = (endsAt: Instant | undefined) =>
    endsAt ? keptUntil(endsAt, facts.timeZone, at) : null;
  return {
    stage,
    reason,
    amount: amountOf(facts, amount),
    payBy: lastDay(payBy),
    placeUntil: lastDay(cancelledAt),
    retryOn: retryAt ? civilDateIn(retryAt, facts.timeZone) : null,
  };
};

/**
 * What became of the money of a cancellation: of all of it when nothing has shipped or is left to
 * ship, else of what these units had cost.
 */
export const settlementOf = ({ facts, message, at }: Content): PropsOf<'cancelled'>['money'] => {
  const { refunded, chargedBack = 0, released, owed } = message.money;
  const isOver = facts.lines.every(({ open, shipped }) => open === 0 && shipped === 0);
  const amount = isOver ? refunded : (message.about.amount ?? 0);
  if (owed > 0) return { kind: 'refunding', amount: amountOf(facts, owed) };
  if (amount > 0) {
    const on = civilDateIn(facts.refundedAt ?? at, facts.timeZone);
    return { kind: 'refunded', amount: amountOf(facts, amount), on };
  }
  if (chargedBack > 0) return { kind: 'charged_back', amount: amountOf(facts, chargedBack) };
  if (message.money.isUnmatched) return { kind: 'unmatched' };
  if (isOver && released > 0) return { kind: 'released', amount: amountOf(facts, released) };
  return { kind: 'never_charged' };
};

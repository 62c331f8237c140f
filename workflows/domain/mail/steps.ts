import { stopsShipment } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { findDelay, never } from '../backorder/delays.ts';
import type {
  MailEffect,
  MoneyEffect,
  SkippedMail,
  TimetableQuestion,
} from '../backorder/effect.ts';
import { hasRefundFailed, type Intent, shippedLeaseId } from '../backorder/intent.ts';
import { isWanted } from '../backorder/look-counter.ts';
import type { OutgoingMail, OwedMail, ScheduledMail } from '../backorder/mail.ts';
import type { MessageKind } from '../backorder/message-kind.ts';
import { phaseOf } from '../backorder/snapshot.ts';
import { isPlanned } from '../law/facts.ts';
import { cardSteps } from '../payment/card-steps.ts';
import { uncollected } from '../payment/sums/value.ts';
import { earliest, type Instant } from '../time.ts';
import { abandoned, heldUntil, isHeld } from './held.ts';
import { type DueMail, isThanks, reasonToSkip } from './skip-reason.ts';
import { outgoing, standing } from './statement.ts';

/**
 * The steps to take about mail, most urgent first: record as skipped what makes no sense any more,
 * send service mail in the order in which it was owed, make a missing timetable, send relationship
 * mail that is due. `money`: the money steps of the same moment.
 */
export const mailSteps = (
  state: Backorder,
  at: Instant,
  money: readonly MoneyEffect[],
): MailEffect[] => {
  const due = dueMail(state, at);
  const { owed, held } = state.mail;
  if (due.length + owed.length + held.length === 0) return timetable(state);
  const stale = [
    ...abandoned(state),
    ...[...owed, ...due].flatMap((mail) => skipped(state, mail, at)),
  ];
  const isStale = ({ key }: { key: string }) => stale.some((mail) => mail.key === key);
  return [
    ...(stale[0] ? [skip(stale[0], stale)] : []),
    ...owed
      .filter((mail) => mail.dueAt <= at && !isStale(mail) && isTellable(state, mail, money))
      .filter(({ key }) => !isHeld(state, key, at))
      .sort((a, b) => triesOf(state, a) - triesOf(state, b))
      .map((mail) => send(state, outgoing(state, mail, at))),
    ...timetable(state),
    ...due
      .filter((mail) => !isStale(mail))
      .map(({ key, kind, dueAt, until }) =>
        send(state, { key, kind, dueAt, about: {}, ...standing(state) } as OutgoingMail, until),
      ),
  ];
};

/** A mail that does not come through lets the others go first. */
const triesOf = (state: Backorder, { key }: OwedMail): number =>
  findDelay(state, nameOfMail(key))?.tries ?? 0;

const nameOfMail = (subject: string) => ({ type: 'sendMail', subject, turn: '' }) as const;

/** When the next mail is due, or is decided again, after `at`. */
export const nextMail = ({ mail }: Backorder, at: Instant): Instant | undefined =>
  earliest(
    mail.timetable?.find((message) => message.at > at)?.at,
    ...mail.held.map(({ until }) => until).filter((until) => until > at && until !== never),
    ...mail.owed.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > at),
  );

/** The next relationship mail that will go out, as things stand. */
export const nextSentMail = (state: Backorder, at: Instant): ScheduledMail | undefined =>
  state.isSuspended
    ? undefined
    : (state.mail.timetable ?? [])
        .map((mail) => ({ ...mail, at: heldUntil(state, mail.key) ?? mail.at }))
        .filter((mail) => mail.at > at && !reasonToSkip(state, mail, at))
        .sort((a, b) => (a.at < b.at ? -1 : 1))[0];

const dueMail = (state: Backorder, at: Instant): DueMail[] =>
  (state.mail.timetable ?? [])
    .filter((message) => message.at <= at && !isHeld(state, message.key, at))
    .map(({ key, kind, at: dueAt, until }) => ({ key, kind, dueAt, until }));

const skipped = (state: Backorder, mail: OwedMail | DueMail, at: Instant): SkippedMail[] => {
  const reason = reasonToSkip(state, mail, at);
  return reason ? [{ key: mail.key, kind: mail.kind, dueAt: mail.dueAt, reason }] : [];
};

/** Whether the mail can already say all that it has to say. */
const isTellable = (state: Backorder, mail: OwedMail, money: readonly MoneyEffect[]): boolean => {
  if (state.isRevived && tellsOfMoney.has(mail.kind) && !mail.isBegun) return false;
  switch (mail.kind) {
    // It names a date, and a barred order has one only once it is back in the queue. We thank for a
    // card once we have read it, unless that is delayed.
    case 'payment-recovered':
      return !isThanks(mail.about) || (state.stock.barred !== 'payment' && !isBeingRead(state));
    // It states the charge, unless the charge is delayed.
    case 'shipped':
      return mail.isBegun || uncollected(state) <= 0 || !isBeingCharged(state, money);
    // What it says in law is worked out from days that are known by then.
    case 'delay-notice':
      return mail.isBegun || isPlanned(state);
    // A person may have to let the goods go first.
    case 'ready-to-ship':
      return !stopsShipment(state);
    // It states the refund, so it waits until the money has gone back, or cannot. The end of an
    // order waits until nothing is left to do about its money, however long that takes.
    case 'cancelled':
      if (money.some(({ type }) => type === 'refundPayment')) return false;
      if (state.intents.some((intent) => isUnclear(intent) && isWanted(intent.looks))) return false;
      return phaseOf(state.stock) !== 'cancelled' || money.every(isLook);
    default:
      return true;
  }
};

const isBeingRead = (state: Backorder): boolean =>
  cardSteps(state).some(
    (step) => step.type === 'lookAtCard' && findDelay(state, step) === undefined,
  );

/** What these say is known only once the provider was read. */
const tellsOfMoney: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'payment-problem',
  'payment-recovered',
  'ready-to-ship',
  'shipped',
  'cancelled',
  'refunded',
]);

/** The next look at it may change what a cancellation has to say. */
const isUnclear = (intent: Intent): boolean =>
  intent.state === 'unverified' || hasRefundFailed(intent);

const isLook = ({ type }: MoneyEffect): boolean => type === 'lookAtIntent';

/** We wait for the first try of a capture, or of an authorisation for goods that left. */
const isBeingCharged = (state: Backorder, money: readonly MoneyEffect[]): boolean =>
  money.some(
    (step) =>
      (step.type === 'capturePayment' ||
        (step.type === 'authorizePayment' && step.leaseId === shippedLeaseId)) &&
      findDelay(state, step) === undefined,
  );

const send = (
  state: Backorder,
  message: OutgoingMail,
  until: Instant | null = null,
): MailEffect => ({
  lane: 'mail',
  ...nameOfMail(message.key),
  message,
  ...{ until, deadlineAt: deadlineOf(state, message), isSuspended: state.isSuspended },
  next: message.kind === 'confirmation' && state.mail.timetable === null ? questionOf(state) : null,
});

/** A notice of the law may wait for the morning, if that comes before its deadline. */
const deadlineOf = ({ law }: Backorder, message: OutgoingMail): Instant | null =>
  message.kind === 'delay-notice' && message.about.law !== null ? law.clock.deadlineAt : null;

const skip = ({ key }: SkippedMail, messages: SkippedMail[]): MailEffect => ({
  lane: 'mail',
  type: 'recordSkippedMail',
  subject: key,
  turn: '',
  messages,
});

const timetable = (state: Backorder): MailEffect[] => {
  if (state.mail.timetable !== null) return [];
  const question = questionOf(state);
  const turn = `${question.planNumber}`;
  return [{ lane: 'mail', type: 'planMail', subject: '', turn, ...question }];
};

const questionOf = ({ mail, placedAt, promise }: Backorder): TimetableQuestion => ({
  planNumber: mail.planNumber,
  placedAt,
  promise: { on: promise?.on ?? null },
  confirmedAt: mail.confirmedAt,
  lastRelationshipAt: mail.lastRelationshipAt,
  lastExcitementAt: mail.lastExcitementAt,
});

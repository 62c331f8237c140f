import { stopsShipment } from './attention.ts';
import type { About, Backorder, OwedMail, ScheduledMail } from './backorder.ts';
import type { MailEffect, SkippedMail, SkipReason, TimetableQuestion } from './effect.ts';
import { isExpiring } from './expiry.ts';
import { isTerminal, phaseOf } from './ledger.ts';
import { isWanted } from './looks.ts';
import { statementOf, withAmount } from './mail-money.ts';
import { classOf } from './message-kind.ts';
import { moneySteps } from './payment.ts';
import { earliest, type Instant } from './time.ts';
import { uncollected } from './value.ts';

/**
 * What is to be done about mail, most urgent first: what no longer makes sense is recorded as
 * skipped, service mail goes out in the order in which it became due, then the timetable is made
 * if it is missing, then relationship mail that is due.
 */
export const mailSteps = (state: Backorder, at: Instant): MailEffect[] => {
  const due = dueMail(state, at);
  const stale = [...state.mail.owed, ...due].flatMap((mail) => skipped(state, mail, at));
  const isStale = ({ key }: { key: string }) => stale.some((mail) => mail.key === key);
  return [
    ...(stale[0] ? [skip(stale[0], stale)] : []),
    ...state.mail.owed
      .filter((mail) => mail.dueAt <= at && !isStale(mail) && isTellable(state, mail, at))
      .sort((a, b) => triesOf(state, a) - triesOf(state, b))
      .map((mail) => send(state, mail)),
    ...timetable(state),
    ...due.filter((mail) => !isStale(mail)).map((mail) => send(state, { ...mail, about: {} })),
  ];
};

/** A mail that does not come through lets the others go first. */
const triesOf = ({ delays }: Backorder, { key }: OwedMail): number => delays[key]?.tries ?? 0;

/** When the next mail is due after `at`; an operator's hold keeps back relationship mail. */
export const nextMail = ({ mail, onHold }: Backorder, at: Instant): Instant | undefined =>
  earliest(
    onHold ? undefined : mail.timetable?.find((message) => message.at > at)?.at,
    ...mail.owed.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > at),
  );

/** The next relationship mail that will go out, as things stand. */
export const nextSentMail = (state: Backorder, at: Instant): ScheduledMail | undefined =>
  state.onHold
    ? undefined
    : state.mail.timetable?.find((mail) => mail.at > at && !reasonToSkip(state, mail, at));

type Due = { key: string; kind: ScheduledMail['kind']; dueAt: Instant; until: Instant };

const dueMail = ({ mail, onHold }: Backorder, at: Instant): Due[] =>
  onHold
    ? []
    : (mail.timetable ?? [])
        .filter((message) => message.at <= at)
        .map(({ key, kind, at: dueAt, until }) => ({ key, kind, dueAt, until }));

const skipped = (state: Backorder, mail: OwedMail | Due, at: Instant): SkippedMail[] => {
  const reason = reasonToSkip(state, mail, at);
  return reason ? [{ key: mail.key, kind: mail.kind, dueAt: mail.dueAt, reason }] : [];
};

const reasonToSkip = (
  state: Backorder,
  mail: OwedMail | Due | ScheduledMail,
  at: Instant,
): SkipReason | undefined => {
  const { stock, promise } = state;
  if ('until' in mail && mail.until <= at) return 'too_late';
  if (classOf(mail.kind) === 'relationship') {
    if (hasFailed(state)) return 'payment_failed';
    if (stopsShipment(state)) return 'payment_disputed';
  }
  const phase = phaseOf(stock);
  switch (mail.kind) {
    case 'excitement':
    case 'check-in':
      return phase === 'ready_to_ship' ? 'no_longer_waiting' : undefined;
    case 'ready-to-ship': {
      const firm = stock.leases.some(
        (lease) => 'about' in mail && lease.leaseId === mail.about.leaseId,
      );
      if (firm) return undefined;
      if (phase === 'cancelled') return 'order_ended';
      return isTerminal(phase) || !stock.revocations ? 'already_shipped' : 'taken_back';
    }
    case 'delay-notice':
      if (isTerminal(phase)) return 'order_ended';
      if (isSuperseded(mail, promise)) return 'superseded';
      return stock.lines.every((line) => line.waiting + line.kept === 0)
        ? 'no_longer_waiting'
        : undefined;
    case 'payment-problem':
      if (isTerminal(phase)) return 'order_ended';
      if (state.card.trouble === null) return 'payment_recovered';
      return 'about' in mail && isOutdated(mail.about, stock) ? 'superseded' : undefined;
    case 'payment-recovered':
      return isTerminal(phase) ? 'order_ended' : undefined;
    case 'card-expiring':
      if (isTerminal(phase)) return 'order_ended';
      return isExpiring(state) ? undefined : 'superseded';
    default:
      return undefined;
  }
};

/** Nobody counts the days for customers whose units went on because they could not be charged. */
const hasFailed = ({ attention }: Backorder): boolean =>
  attention.some(({ code }) => code === 'payment_failed');

/** It tells of units that have gone on since, or of an order that waits in line again. */
const isOutdated = ({ stage, payBy }: About, { passedOver }: Backorder['stock']): boolean =>
  stage === 'due' ? payBy !== undefined && passedOver === 'payment' : passedOver !== 'payment';

/** It tells of a promise that another one has replaced since. */
const isSuperseded = (
  mail: OwedMail | Due | ScheduledMail,
  promise: Backorder['promise'],
): boolean =>
  'about' in mail &&
  mail.about.promiseId !== undefined &&
  mail.about.promiseId !== promise?.promiseId;

/**
 * An order that is back in line is told so with the date that its place has now. A shipment is told
 * with what it cost, unless its money is held up; goods that a person has to let go are not called
 * ready before. A cancellation is told once its money has gone back, or cannot,
 * and the end of an order once nothing is left to do about its money, however long that takes.
 */
const isTellable = (state: Backorder, { kind, about }: OwedMail, at: Instant): boolean => {
  if (about.isHeld === false) return state.stock.passedOver !== 'payment';
  if (kind === 'shipped') return uncollected(state) <= 0 || isMoneyHeldUp(state, at);
  if (kind === 'ready-to-ship') return !stopsShipment(state);
  if (kind !== 'cancelled') return true;
  if (moneySteps(state, at).some(({ type }) => type === 'refund')) return false;
  if (state.intents.some((intent) => intent.state === 'unverified' && isWanted(intent.looks))) {
    return false;
  }
  return phaseOf(state.stock) !== 'cancelled' || moneySteps(state, at).every(isLook);
};

const isLook = ({ type }: { type: string }): boolean => type === 'look';

const isMoneyHeldUp = (state: Backorder, at: Instant): boolean =>
  state.attention.some(({ code }) => code === 'shipped_unpaid' || code === 'dead_end') ||
  moneySteps(state, at).some(({ type, key }) => type === 'capture' && key in state.delays);

const send = (state: Backorder, { key, kind, dueAt, about }: OwedMail): MailEffect => ({
  lane: 'mail',
  type: 'send',
  key,
  message: {
    key,
    kind,
    dueAt,
    about: withAmount(state, { kind, about }),
    promiseOn: state.promise?.on ?? null,
    money: statementOf(state),
  },
  next: kind === 'confirmation' && state.mail.timetable === null ? questionOf(state) : null,
});

const skip = (first: SkippedMail, messages: SkippedMail[]): MailEffect => ({
  lane: 'mail',
  type: 'skip',
  key: `skip:${first.key}`,
  messages,
});

const timetable = (state: Backorder): MailEffect[] => {
  if (state.mail.timetable !== null) return [];
  const question = questionOf(state);
  const key = `timetable:${question.planNumber}`;
  return [{ lane: 'mail', type: 'timetable', key, ...question }];
};

const questionOf = ({ mail, placedAt, promise }: Backorder): TimetableQuestion => ({
  planNumber: mail.planNumber,
  placedAt,
  promiseOn: promise?.on ?? null,
  confirmedAt: mail.confirmedAt,
  lastRelationshipAt: mail.lastRelationshipAt,
  lastExcitementAt: mail.lastExcitementAt,
});

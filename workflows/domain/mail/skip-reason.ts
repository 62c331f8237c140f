import { isMuted } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { AboutOf, OwedMail, ScheduledMail } from '../backorder/mail.ts';
import type { SkipReason } from '../backorder/mail-reason.ts';
import { classOf, type MessageKind } from '../backorder/message-kind.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { isStillExpiring } from '../payment/dunning/expiry.ts';
import { debtOf } from '../payment/sums/value.ts';
import { hasComeBack } from '../payment/tell-refund.ts';
import type { Instant } from '../time.ts';

/** Relationship mail whose time has come. */
export type DueMail = { key: string; kind: MessageKind; dueAt: Instant; until: Instant };

/** Why a mail makes no sense any more; undefined as long as it does. */
export const reasonToSkip = (
  state: Backorder,
  mail: OwedMail | DueMail | ScheduledMail,
  at: Instant,
): SkipReason | undefined => {
  const { stock } = state;
  if ('until' in mail && mail.until <= at) return 'stale';
  if (classOf(mail.kind) === 'relationship') {
    if (isMuted(state)) return 'payment_problem';
    if (state.ask) return 'card_wanted';
  }
  if ('about' in mail) return reasonToSkipOwed(state, mail, at);
  const isWaited = mail.kind === 'excitement' || mail.kind === 'check-in';
  return isWaited && phaseOf(stock) === 'ready_to_ship' ? 'no_longer_waiting' : undefined;
};

const reasonToSkipOwed = (
  state: Backorder,
  mail: OwedMail,
  at: Instant,
): SkipReason | undefined => {
  const { stock } = state;
  const phase = phaseOf(stock);
  switch (mail.kind) {
    case 'ready-to-ship':
      return reasonNotReady(stock, mail.about.leaseId);
    case 'delay-notice':
      if (isTerminal(phase)) return 'order_closed';
      if (isSuperseded(mail.about, state.promise)) return 'superseded';
      return isAboutWait(mail.about) && stock.lines.every(isNotWaiting)
        ? 'no_longer_waiting'
        : undefined;
    case 'payment-problem':
      return reasonNotToAsk(state, mail.about);
    case 'payment-recovered':
      if (isAboutWaiting(mail.about) && isTerminal(phase)) return 'order_closed';
      return isThanks(mail.about) && state.card.trouble ? 'superseded' : undefined;
    case 'refunded':
      return hasComeBack(state, mail.about) ? 'came_back' : undefined;
    case 'card-wanted':
      return reasonNotToAskForCard(state, mail, at);
    case 'card-expiring':
      if (isTerminal(phase)) return 'order_closed';
      return isStillExpiring(state, mail.about) ? undefined : 'superseded';
    default:
      return undefined;
  }
};

/** Of units, or of their supply: it is over once they are there. A date that we gave is not. */
const isAboutWait = ({ change }: AboutOf['delay-notice']): boolean =>
  change === null || change.isSupply;

const isNotWaiting = ({ waiting, kept }: { waiting: number; kept: number }): boolean =>
  waiting + kept === 0;

const isAboutWaiting = (about: AboutOf['payment-recovered']): boolean =>
  about.outcome === 'held' || isThanks(about);

/** Whether it tells of a card that we have, and of no money. */
export const isThanks = ({ outcome }: AboutOf['payment-recovered']): boolean =>
  outcome === 'noted' || outcome === 'agreed';

const reasonNotReady = (stock: Backorder['stock'], leaseId: string): SkipReason | undefined => {
  if (stock.leases.some((lease) => lease.leaseId === leaseId)) return undefined;
  const phase = phaseOf(stock);
  if (phase === 'cancelled') return 'order_closed';
  return isTerminal(phase) || stock.revocations === 0 ? 'already_shipped' : 'taken_back';
};

/** Of reminders that are late together only the newest goes out. */
const reasonNotToAskForCard = (
  { stock, ask, mail: { owed } }: Backorder,
  { dueAt }: OwedMail,
  at: Instant,
): SkipReason | undefined => {
  if (isTerminal(phaseOf(stock))) return 'order_closed';
  if (ask === undefined) return 'card_given';
  if (ask.endsAt <= at) return 'stale';
  const isLate = (other: OwedMail) =>
    other.kind === 'card-wanted' && other.dueAt > dueAt && other.dueAt <= at;
  return owed.some(isLate) ? 'superseded' : undefined;
};

type Problem = AboutOf['payment-problem'];

const reasonNotToAsk = (state: Backorder, about: Problem): SkipReason | undefined => {
  const isShipped = about.stage === 'shipped';
  if (!isShipped && isTerminal(phaseOf(state.stock))) return 'order_closed';
  if (state.card.trouble === null) return 'payment_recovered';
  if (isShipped) return debtOf(state) > 0 ? undefined : 'superseded';
  return isOutdated(about, state.stock) ? 'superseded' : undefined;
};

/** It tells of units that have gone to others since, or of a bar that has ended. */
const isOutdated = ({ stage, payBy }: Problem, { barred }: Backorder['stock']): boolean =>
  stage === 'due' ? payBy !== null && barred === 'payment' : barred !== 'payment';

/** Another promise has replaced the one that it tells of. */
const isSuperseded = (
  { promiseId }: AboutOf['delay-notice'],
  promise: Backorder['promise'],
): boolean => promiseId !== null && promiseId !== promise?.promiseId;

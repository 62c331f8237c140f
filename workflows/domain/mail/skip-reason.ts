import { stopsShipment } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { SkipReason } from '../backorder/effect.ts';
import type { About, OwedMail, ScheduledMail } from '../backorder/mail.ts';
import { classOf, type MessageKind } from '../backorder/message-kind.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { isExpiring } from '../payment/dunning/expiry.ts';
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
      return 'about' in mail ? reasonNotToAsk(state, mail.about) : undefined;
    case 'payment-recovered':
      if ('about' in mail && mail.about.isCharged) return undefined;
      return isTerminal(phase) ? 'order_ended' : undefined;
    case 'refunded':
      return 'about' in mail && hasComeBack(state, mail.about) ? 'came_back' : undefined;
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

const reasonNotToAsk = (state: Backorder, about: About): SkipReason | undefined => {
  const isShipped = about.stage === 'shipped';
  if (!isShipped && isTerminal(phaseOf(state.stock))) return 'order_ended';
  if (state.card.trouble === null) return 'payment_recovered';
  if (isShipped) return debtOf(state) > 0 ? undefined : 'superseded';
  return isOutdated(about, state.stock) ? 'superseded' : undefined;
};

/** It tells of units that have gone on since, or of an order that waits in line again. */
const isOutdated = ({ stage, payBy }: About, { barred }: Backorder['stock']): boolean =>
  stage === 'due' ? payBy !== undefined && barred === 'payment' : barred !== 'payment';

/** It tells of a promise that another one has replaced since. */
const isSuperseded = (
  mail: OwedMail | DueMail | ScheduledMail,
  promise: Backorder['promise'],
): boolean =>
  'about' in mail &&
  mail.about.promiseId !== undefined &&
  mail.about.promiseId !== promise?.promiseId;

import { never } from '../../backorder/delays.ts';
import type { HoldReason, SkipReason } from '../../backorder/mail-reason.ts';
import { classOf, type MessageKind } from '../../backorder/message-kind.ts';
import type { Instant } from '../../time.ts';
import { type Heard, mayTake, nextFreeTime, type Planned } from './cap.ts';
import { type Reader, reasonNotToWrite } from './consent.ts';
import { awaitCarrier, findSaid, type Said, takeIn } from './merge.ts';
import { findDay, isOpen, type LocalDay, nextOpening, nextResumption } from './window.ts';

/** All that decides whether a mail goes out now. Every instant is in the time of its own order. */
export type Asked = {
  /** Now. */
  at: Instant;
  orderId: string;
  kind: MessageKind;
  /** From then on it makes no sense any more; null for service mail. */
  until: Instant | null;
  /** A notice that is early may wait for the morning before then; null when it goes out at once. */
  deadlineAt: Instant | null;
  isSuspended: boolean;
  reader: Reader;
  heard: readonly Heard[];
  planned: readonly Planned[];
  said: readonly Said[];
  /** From a week before now to a fortnight after it. */
  days: readonly LocalDay[];
};

export type Verdict =
  | { decision: 'send'; covers: { orderId: string; key: string }[] }
  | { decision: 'hold'; until: Instant; reason: HoldReason }
  | { decision: 'merge'; into: string }
  | { decision: 'skip'; reason: SkipReason };

const lookAheadDays = 8;

/**
 * What becomes of a mail whose time has come: sent, held until a later moment, merged into another
 * that says the same, or skipped. The same facts always give the same answer.
 */
export const decideMail = (asked: Asked): Verdict => {
  const { at, kind, until, reader } = asked;
  const reason = reasonNotToWrite(kind, reader);
  if (reason) return { decision: 'skip', reason };
  if (classOf(kind) === 'service') return decideService(asked);
  if (until !== null && until <= at) return { decision: 'skip', reason: 'stale' };
  return sayOnce(asked) ?? wait(asked) ?? cap(asked);
};

/** Service mail goes out at once. Only a notice that is early waits for the morning. */
const decideService = ({ at, deadlineAt, days }: Asked): Verdict => {
  const opensAt = nextOpening(days, at);
  const isEarly = deadlineAt !== null && opensAt !== undefined && opensAt < deadlineAt;
  if (!isEarly || isOpen(days, at)) return { decision: 'send', covers: [] };
  return { decision: 'hold', until: opensAt, reason: 'quiet_hours' };
};

const sayOnce = ({ said, at }: Asked): Verdict | undefined => {
  const carrier = findSaid(said);
  if (carrier) return { decision: 'merge', into: carrier.messageId };
  const until = awaitCarrier(said, at);
  return until === undefined ? undefined : { decision: 'hold', until, reason: 'merged' };
};

/** An operator, the customer, or the night lets it wait. */
const wait = (asked: Asked): Verdict | undefined => {
  const { at, days, isSuspended, reader } = asked;
  if (isSuspended) return { decision: 'hold', until: never, reason: 'on_hold' };
  if (reader.pausedUntil && at < reader.pausedUntil.startsAt) {
    return holdOrSkip(asked, { until: reader.pausedUntil.dueAt, reason: 'paused', late: 'paused' });
  }
  if (isOpen(days, at)) return undefined;
  const until = nextResumption(days, at);
  return holdOrSkip(asked, { until, reason: 'quiet_hours', late: 'stale' });
};

const cap = (asked: Asked): Verdict => {
  const { at, orderId, planned, days } = asked;
  const day = findDay(days, at);
  const capped = { ...asked, heard: asked.heard.filter((mail) => !isLost(asked, mail)) };
  if (day === undefined || mayTake(day, capped)) {
    const covers = asked.kind === 'countdown' ? takeIn(orderId, { planned, day }) : [];
    return { decision: 'send', covers };
  }
  const until = nextFreeTime(at, { ...capped, lookAheadDays });
  return holdOrSkip(asked, { until, reason: 'capped', late: 'capped' });
};

/** A carrier that we no longer wait for does not stop the mail that it should have said. */
const isLost = ({ said }: Asked, { messageId }: Heard): boolean =>
  said.some((each) => each.messageId === messageId);

const holdOrSkip = (
  { until: staleAt }: Asked,
  hold: { until: Instant | undefined; reason: HoldReason; late: SkipReason },
): Verdict => {
  const { until, reason, late } = hold;
  if (until === undefined || (staleAt !== null && until >= staleAt)) {
    return { decision: 'skip', reason: late };
  }
  return { decision: 'hold', until, reason };
};

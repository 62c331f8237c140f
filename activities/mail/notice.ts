import type { MailFacts } from '../../db/mail/facts.ts';
import type { Notice, Reason } from '../../emails/parts/notice/notice.ts';
import { dayAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { OutgoingOf } from '../../workflows/domain/backorder/mail.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { isPaidBefore } from './money.ts';

type Given = {
  facts: MailFacts;
  message: OutgoingOf<'delay-notice'>;
  at: Instant;
  /** In the shop's own words, if somebody gave one. */
  reason: string | null;
};

/** What the notice says in law; null when it is only news. */
export const noticeOf = ({ facts, message: { about }, at, reason }: Given): Notice | null => {
  const { law, change, promiseId } = about;
  if (!law) return null;
  // A day that the law alone counts from was never a date that the customer was given.
  const before = law.isPeriodOver ? law.before : (change?.before ?? null);
  const today = dayAtShipTo(facts, at);
  return {
    ...law,
    // A date that has passed since is none to be given.
    newOn: law.newOn !== null && law.newOn < today ? null : law.newOn,
    before,
    reason: reasonOf(promiseId, reason),
    isPaid: isPaidBefore(facts),
    isMissed: law.deadlineOn !== null && law.deadlineOn < today,
  };
};

/** A promise that we changed by ourselves says in its id what for. */
const reasonOf = (promiseId: string | null, own: string | null): Reason => {
  if (own !== null && own.trim() !== '') return { own };
  if (promiseId?.startsWith('supply/')) return 'supply';
  return promiseId?.startsWith('place/') ? 'again' : 'late';
};

import type { HoldReason, SkipReason } from '../backorder/mail-reason.ts';

/**
 * Why a mail did not go out, or not yet, as operators read it of one order. docs/operating.md has a
 * row for each.
 */
export const skipWords: Record<SkipReason, string> = {
  no_address: 'There is nobody to write to.',
  erased: 'The personal data was erased, so there is nobody to write to.',
  suppressed: 'Mail to this address came back or was complained of before.',
  unsubscribed: 'The person at this address wants no updates.',
  trial: 'Only some addresses get mail at all while this is tried, and this is none of them.',
  control: 'They were drawn to get no such mail, so that its worth can be measured.',
  paused: 'They have paused their updates, and later it would have made no sense.',
  capped: 'They had as many mails as a person should get, and later it would have made no sense.',
  stale: 'It would have come too late.',
  superseded: 'Something newer took its place: another promise, or another mail.',
  order_closed: 'The order had ended.',
  payment_problem:
    'A payment had failed or was disputed: whoever is in trouble wants no countdown.',
  payment_recovered: 'The payment was in order again.',
  card_wanted: 'They were still being asked for a card.',
  card_given: 'They had given their card.',
  no_longer_waiting: 'Nothing waited any more.',
  already_shipped: 'It had shipped.',
  taken_back: 'The units that it was about had been taken back.',
  came_back: 'The refund that it was about had come back.',
};

export const holdWords: Record<HoldReason, string> = {
  on_hold: 'An operator holds the order. It is decided again at the release.',
  paused: 'They have paused their updates. It is decided again on the first day after.',
  quiet_hours: 'It is night where they live. It is decided again in the morning.',
  capped:
    'They had as many mails as a person should get for now. It is decided again at the next free 10:00.',
  merged: 'Another mail that is being sent says the same.',
};

const mergedWords = 'Another mail said it: one of their other orders, or a notice of the same day.';

/** Why this mail did not go out; undefined where it did, or where no reason is known. */
export const whyUnsent = (decision: string, reason: string | null): string | undefined => {
  if (decision === 'merged') return mergedWords;
  if (reason === null) return undefined;
  if (reason === 'sending') return 'It is on its way: nobody knows yet what became of it.';
  const words: Record<string, string | undefined> = decision === 'held' ? holdWords : skipWords;
  return words[reason] ?? reason;
};

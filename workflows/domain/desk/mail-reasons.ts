import type { HoldReason, SkipReason } from '../backorder/mail-reason.ts';
import type { Decision, MessageKind } from '../backorder/message-kind.ts';
import type { Instant } from '../time.ts';
import { decisionWords, messageWords } from './message-words.ts';
import { sentenceOf } from './sentence.ts';

/**
 * Why a mail did not go out, or not yet, as operators read it: in the timeline, in the Temporal UI
 * and on the desk. Sentences without their dots. docs/operating.md has a row for each.
 */
export const skipWords: Record<SkipReason, string> = {
  no_address: 'there is no address to write to',
  erased: 'the personal data was erased, so there is nobody to write to',
  suppressed: 'mail to this address came back or was called spam before',
  unsubscribed: 'the person at this address wants no updates',
  trial: 'only some addresses get mail at all while this is tried, and this is none of them',
  control: 'they were drawn to get no such mail, so that its worth can be measured',
  paused: 'they have paused their updates, and later it would have made no sense',
  capped: 'they had as many mails as a person should get, and later it would have made no sense',
  stale: 'it would have come too late',
  superseded: 'something newer took its place: another promise, or another mail',
  order_closed: 'the order had ended',
  payment_problem:
    'a payment had failed or was disputed, and whoever is in trouble wants no such mail',
  payment_recovered: 'the payment was in order again',
  card_wanted: 'they were still being asked for a card',
  card_given: 'they had given their card',
  no_longer_waiting: 'nothing waited any more',
  already_shipped: 'it had shipped',
  taken_back: 'the units that it was about had been taken back',
  came_back: 'the refund that it was about had come back',
};

export const holdWords: Record<HoldReason, string> = {
  on_hold: 'an operator holds the order',
  paused: 'they have paused their updates',
  quiet_hours: 'it is night where they live',
  capped: 'they had as many mails as a person should get for now',
  merged: 'another mail that is being sent says the same',
};

/** When what waits is decided again. */
const holdEnds: Record<HoldReason, string> = {
  on_hold: 'It is decided again at the release.',
  paused: 'It is decided again on the first day after.',
  quiet_hours: 'It is decided again in the morning.',
  capped: 'It is decided again at the next free 10:00.',
  merged: 'It is decided again if that one does not go out.',
};

const mergedWords = 'another mail said it: one of their other orders, or a notice of the same day';

/** As the API calls a mail that was handed over and not answered for yet. */
const sendingWords = 'it is on its way: nobody knows yet what became of it';

/** Why nobody knows whether it went out, where the provider says nothing more of it. */
const doubtWords = {
  ended_before: 'what sends it ended before an answer came',
  idempotency_mismatch: 'the provider had taken it before, in other words',
};

/** Every reason of ours, also that nothing is known yet. */
export const unsentWords: Readonly<Record<string, string>> = {
  ...skipWords,
  ...holdWords,
  ...doubtWords,
  sending: sendingWords,
};

type Unsent = {
  kind: MessageKind;
  decision: Decision;
  reason: string | null;
  until: Instant | null;
};

/** What became of a mail, and why it did not go out, as one line of a timeline. */
export const mailLine = ({ kind, decision, reason, until }: Unsent): string => {
  const why = whyUnsent(decision, reason);
  const line = `Mail “${messageWords[kind]}”: ${decisionWords[decision]}${until === null ? '' : ` until ${until}`}`;
  return why === undefined ? line : `${line}. ${why}`;
};

/**
 * Why this mail did not go out; undefined where it did, or where no reason is known. What a provider
 * refused has the provider's own code.
 */
export const whyUnsent = (decision: Decision, reason: string | null): string | undefined => {
  if (decision === 'merged') return sentenceOf(mergedWords);
  if (reason === null) return undefined;
  if (reason === 'sending') return sentenceOf(sendingWords);
  if (decision === 'held' && isHoldReason(reason)) {
    return `${sentenceOf(holdWords[reason])} ${holdEnds[reason]}`;
  }
  if (isDoubt(reason)) return sentenceOf(doubtWords[reason]);
  return isSkipReason(reason) ? sentenceOf(skipWords[reason]) : `The code of it is ${reason}.`;
};

const isHoldReason = (reason: string): reason is HoldReason => Object.hasOwn(holdWords, reason);

const isSkipReason = (reason: string): reason is SkipReason => Object.hasOwn(skipWords, reason);

const isDoubt = (reason: string): reason is keyof typeof doubtWords =>
  Object.hasOwn(doubtWords, reason);

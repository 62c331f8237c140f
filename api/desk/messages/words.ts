import type { SuppressionReason } from '../../../db/schema/mail/suppressions.ts';
import type { HoldReason, SkipReason } from '../../../workflows/domain/backorder/mail-reason.ts';
import type { Outcome, Rate } from '../../../workflows/domain/desk/mail-health.ts';
import type { Tone } from '../parts/badge.tsx';

/** What each outcome is called, how it looks, and what a list of them is asked for by. */
export const outcomeWords: Record<
  Outcome,
  { name: string; tone: Tone; query: Record<string, string> }
> = {
  accepted: { name: 'accepted', tone: 'plain', query: { status: 'accepted' } },
  delayed: { name: 'delayed', tone: 'warn', query: { status: 'delayed' } },
  delivered: { name: 'delivered', tone: 'good', query: { status: 'delivered' } },
  bounced: { name: 'bounced', tone: 'bad', query: { status: 'bounced' } },
  complained: { name: 'called spam', tone: 'bad', query: { status: 'complained' } },
  failed: { name: 'failed', tone: 'bad', query: { status: 'failed' } },
  refused: { name: 'refused', tone: 'bad', query: { decision: 'failed' } },
  unknown: { name: 'unknown', tone: 'warn', query: { decision: 'unknown' } },
  waiting: { name: 'waiting', tone: 'plain', query: { decision: 'held' } },
  skipped: { name: 'not sent', tone: 'plain', query: { decision: 'skipped' } },
  merged: { name: 'in another mail', tone: 'plain', query: { decision: 'merged' } },
};

export const standingWords: Record<Rate['standing'], { says: string; tone: Tone }> = {
  untold: { says: 'the provider tells nothing', tone: 'plain' },
  few: { says: 'too few to tell', tone: 'plain' },
  fine: { says: 'fine', tone: 'good' },
  watch: { says: 'look into it', tone: 'warn' },
  bad: { says: 'providers act on this', tone: 'bad' },
};

const reasons: Record<SkipReason | HoldReason | 'sending', string> = {
  sending: 'It is on its way.',
  no_address: 'The order has no mail address.',
  erased: 'The personal data was erased.',
  suppressed: 'The address is suppressed.',
  unsubscribed: 'The customer wants no such mail.',
  trial: 'In a trial only named addresses get mail.',
  control: 'The order is in the group that gets no excitement, for comparison.',
  paused: 'The customer has paused such mail.',
  capped: 'The customer had as many mails as they may have in that time.',
  stale: 'Its time was over.',
  superseded: 'Something newer had to be said.',
  order_closed: 'The order had ended.',
  payment_problem: 'The payment was in trouble.',
  payment_recovered: 'The payment was in order again.',
  card_wanted: 'The card was still to come.',
  card_given: 'The card had come.',
  no_longer_waiting: 'The units were there already.',
  already_shipped: 'They had shipped already.',
  taken_back: 'The units had gone to others.',
  came_back: 'The money had come back.',
  on_hold: 'The shop holds the order.',
  quiet_hours: 'It is night where the order goes.',
  merged: 'Another mail that is being sent says the same.',
};

/** Why, in a sentence; a provider's own code as it is. */
export const reasonWords = (reason: string): string =>
  Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason;

/** Why an address gets no relationship mail. */
export const suppressionWords: Record<SuppressionReason, string> = {
  bounced: 'a mail bounced for good',
  complained: 'the customer called a mail spam',
  suppressed: 'the provider refuses the address',
  manual: 'somebody of the shop said so',
};

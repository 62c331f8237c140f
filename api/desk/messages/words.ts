import type { SuppressionReason } from '../../../db/schema/mail/suppressions.ts';
import type { Outcome, Rate } from '../../../workflows/domain/desk/mail-health.ts';
import { decisionWords, statusWords } from '../../../workflows/domain/desk/message-words.ts';
import type { Tone } from '../parts/badge.tsx';

/** What each outcome is called, how it looks, and what a list of them is asked for by. */
export const outcomeWords: Record<
  Outcome,
  { name: string; tone: Tone; query: Record<string, string> }
> = {
  accepted: { name: statusWords.accepted, tone: 'plain', query: { status: 'accepted' } },
  delayed: { name: statusWords.delayed, tone: 'warn', query: { status: 'delayed' } },
  delivered: { name: statusWords.delivered, tone: 'good', query: { status: 'delivered' } },
  bounced: { name: statusWords.bounced, tone: 'bad', query: { status: 'bounced' } },
  complained: { name: statusWords.complained, tone: 'bad', query: { status: 'complained' } },
  failed: { name: statusWords.failed, tone: 'bad', query: { status: 'failed' } },
  refused: { name: decisionWords.failed, tone: 'bad', query: { decision: 'failed' } },
  unknown: { name: decisionWords.unknown, tone: 'warn', query: { decision: 'unknown' } },
  waiting: { name: decisionWords.held, tone: 'plain', query: { decision: 'held' } },
  skipped: { name: decisionWords.skipped, tone: 'plain', query: { decision: 'skipped' } },
  merged: { name: decisionWords.merged, tone: 'plain', query: { decision: 'merged' } },
};

export const standingWords: Record<Rate['standing'], { says: string; tone: Tone }> = {
  untold: { says: 'the provider tells nothing', tone: 'plain' },
  few: { says: 'too few to tell', tone: 'plain' },
  fine: { says: 'fine', tone: 'good' },
  watch: { says: 'look into it', tone: 'warn' },
  bad: { says: 'providers act on this', tone: 'bad' },
};

/** Why an address gets no relationship mail. */
export const suppressionWords: Record<SuppressionReason, string> = {
  bounced: 'a mail bounced for good',
  complained: 'the customer called a mail spam',
  suppressed: 'the provider refuses the address',
  manual: 'somebody of the shop said so',
};

import { type Status, statuses } from '../../workflows/domain/backorder/message-kind.ts';

/**
 * How a mail stands once its provider tells that, whatever the order in which it tells: the higher
 * rank stands. A mail that bounced and one that failed have both not arrived; the first word stands.
 */
export const foldStatus = (status: Status | null, told: Status | null): Status | null => {
  if (status === null || told === null) return status ?? told;
  return rankOf(told) > rankOf(status) ? told : status;
};

/** Whether the mail did not reach its address. */
export const hasComeBack = (status: Status | null): boolean =>
  status === 'bounced' || status === 'failed';

const rankOf = (status: Status): number =>
  statuses.indexOf(status === 'failed' ? 'bounced' : status);

import type { Backorder } from '../backorder/backorder.ts';
import type { OwedMail, Said } from '../backorder/mail.ts';
import type { MessageClass, MessageKind } from '../backorder/message-kind.ts';
import type { Instant } from '../time.ts';
import { reasonToSkip } from './skip-reason.ts';

/** What is known of a message that was decided. `status`: as its provider last told it. */
export type Decided = { decision: string; status: string | null };

/** Whether it is known, or has to be feared, that the customer has not got the mail. */
export const isUndelivered = ({ decision, status }: Decided): boolean =>
  decision === 'failed' ||
  status === 'bounced' ||
  status === 'failed' ||
  (decision === 'unknown' && status === null);

/** Whether a mail goes to one address alone, whatever the order's is by then. */
export const isBound = (kind: MessageKind): boolean =>
  kind === 'address-confirm' || kind === 'address-changed';

/** `to`: the address that it was sent to; null when that is not known any more. */
export type Past = Decided & { kind: MessageKind; class: MessageClass; to: string | null };

/**
 * Whether a corrected address gets this mail again: a service mail that the old address did not
 * take. Of a mail that may have arrived nobody wants a second one unasked.
 */
export const isForCorrected = (mail: Past, email: string): boolean =>
  mail.class === 'service' &&
  isUndelivered(mail) &&
  mail.decision !== 'unknown' &&
  !isBound(mail.kind) &&
  mail.kind !== 'status-link' &&
  mail.to?.toLowerCase() !== email.toLowerCase();

/** Whether the mail still makes sense, as far as the order's state is known. */
export const makesSense = (
  state: Backorder | null,
  { said, key, dueAt }: { said: Said; key: string; dueAt: Instant },
  at: Instant,
): boolean =>
  state === null ||
  reasonToSkip(state, { ...said, key, dueAt, isBegun: false } as OwedMail, at) === undefined;

/** The key under which a message goes out again: `shipped:s1~2`, then `shipped:s1~3`. */
export const keyOfCopy = (key: string, copies: number): string =>
  `${keyOfFirst(key)}~${copies + 2}`;

/** The key of the message that this one is a copy of; of none it is its own. */
export const keyOfFirst = (key: string): string => key.replace(/~\d+$/, '');

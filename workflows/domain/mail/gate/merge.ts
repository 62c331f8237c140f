import { addMs, type Instant, minuteMs, msBetween } from '../../time.ts';
import type { Planned } from './cap.ts';
import { isWithin, type LocalDay } from './window.ts';

/** A mail that says what this one would: it takes it in, or told of a delay the same day. */
export type Said = {
  messageId: string;
  /** When it was decided. Order time. */
  at: Instant;
  outcome: 'accepted' | 'sending' | 'lost';
};

/** For so long a carrier may be on its way before the mail goes out by itself. */
const patienceMs = 15 * minuteMs;

/** The mail that has said it already, if one has. */
export const findSaid = (said: readonly Said[]): Said | undefined =>
  said.find(({ outcome }) => outcome === 'accepted');

/** When to ask again whether a carrier that is still being sent was accepted. */
export const awaitCarrier = (said: readonly Said[], at: Instant): Instant | undefined =>
  said.some((each) => each.outcome === 'sending' && msBetween(each.at, at) < patienceMs)
    ? addMs(at, minuteMs)
    : undefined;

/** What a countdown says for other orders of the address: their countdowns of the same day. */
export const takeIn = (
  orderId: string,
  { planned, day }: { planned: readonly Planned[]; day: LocalDay | undefined },
): { orderId: string; key: string }[] =>
  planned
    .filter((other) => other.kind === 'countdown' && other.orderId !== orderId)
    .filter(({ at }) => day !== undefined && isWithin(day, at))
    .map((other) => ({ orderId: other.orderId, key: other.key }))
    .sort((a, b) => (a.orderId < b.orderId ? -1 : 1));

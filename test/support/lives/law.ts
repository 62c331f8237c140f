import { instantAt, startOfDay } from '../../../workflows/calendar/zone.ts';
import { hourMs, type Instant, msBetween } from '../../../workflows/domain/time.ts';
import type { Answer, System } from '../system/system.ts';
import { forwardMinutes, inDays, read, timeZone } from './story.ts';

/** Lets the order live until its own clocks show that hour, so many days from today. */
export const forwardTo = async (
  system: System,
  orderId: string,
  { days, hour = 12 }: { days: number; hour?: number },
): Promise<void> => {
  const { now } = await read(system, orderId);
  const at = instantAt({ on: inDays(days), hour, timeZone });
  await forwardMinutes(system, orderId, (msBetween(now, at) / hourMs) * 60);
};

/** The end of the day at ship-to, so many days from today. */
export const endOf = (days: number): Instant => startOfDay(inDays(days + 1), timeZone);

/** The shop moves the date, or gives none any more. */
export const promise = (
  system: System,
  orderId: string,
  days: number | null,
  promiseId = `p-${days}`,
): Promise<Answer> =>
  system.call('POST', `/v1/backorders/${orderId}/promise`, {
    ...{ promiseId, on: days === null ? null : inDays(days) },
    ...{ reason: 'the ship is late', basis: 'supplier mail' },
  });

/** What a customer says by telephone: `delay-answer`, `withdraw` or `further-period`. */
export const say = (
  system: System,
  orderId: string,
  { act, key, ...body }: { act: string; key?: string; [field: string]: unknown },
): Promise<Answer> =>
  system.call(
    'POST',
    `/v1/backorders/${orderId}/${act}`,
    { channel: 'phone', ...body },
    key === undefined ? {} : { 'Idempotency-Key': key },
  );

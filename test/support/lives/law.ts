import { expect, vi } from 'vitest';
import { instantAt, startOfDay } from '../../../workflows/calendar/zone.ts';
import { hourMs, type Instant, msBetween } from '../../../workflows/domain/time.ts';
import { patienceMs } from '../patience.ts';
import type { Answer, System } from '../system/system.ts';
import {
  checkoutBody,
  forwardMinutes,
  inDays,
  read,
  timeZone,
  untilEnded,
  type Wish,
} from './story.ts';

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
export const endOf = (days: number, zone = timeZone): Instant => startOfDay(inDays(days + 1), zone);

/** Ada checks out and wants it sent there. */
export const checkoutTo = async (
  system: System,
  shipTo: { country: string; region?: string; postalCode?: string },
  { change = {}, ...wish }: Wish & { change?: object },
): Promise<Answer> => {
  const body = await checkoutBody(system, wish);
  return system.call('POST', '/v1/backorders', { ...body, shipTo, ...change });
};

/** Waits until this stands in law, and returns all that does. Its instants follow a notice. */
export const untilLaw = (
  system: System,
  orderId: string,
  wanted: object,
): Promise<Answer['body']> => {
  const seen = async () => {
    const { law } = await read(system, orderId);
    expect(law).toMatchObject(wanted);
    return law;
  };
  return vi.waitFor(seen, { timeout: patienceMs, interval: 50 });
};

/** Waits for the notice of that date, or of none, to be out. */
export const untilTold = (
  system: System,
  orderId: string,
  days: number | null,
): Promise<Answer['body']> =>
  untilLaw(system, orderId, { notice: { newOn: days === null ? null : inDays(days) } });

/** What a deadline leaves behind that ended the order. */
export const byLaw = {
  ...{ phase: 'cancelled', attention: [], cancellation: { by: 'law' } },
  law: { deadlineAt: null, silence: 'none' },
};

/** Waits for the end, and returns the order as it was left. */
export const readEnded = async (system: System, orderId: string): Promise<Answer['body']> => {
  await untilEnded(system, orderId);
  return read(system, orderId);
};

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressKeyOf } from '../../db/mail/address-key.ts';
import { reconsiderHeld } from '../../db/mail/reconsider.ts';
import { inTransaction } from '../../db/transaction.ts';
import { instantAt } from '../../workflows/calendar/zone.ts';
import { hourMs, msBetween } from '../../workflows/domain/time.ts';
import { decisions, untilMail } from '../support/lives/aftermath.ts';
import {
  checkout,
  checkoutBody,
  emailOf,
  forward,
  forwardMinutes,
  inDays,
  read,
  timeZone,
  until,
} from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** Lets the order live until its own clocks show that hour, so many days from today. */
const forwardTo = async (orderId: string, days: number, hour: number): Promise<void> => {
  const { now } = await read(system, orderId);
  const at = instantAt({ on: inDays(days), hour, timeZone });
  await forwardMinutes(system, orderId, (msBetween(now, at) / hourMs) * 60);
};

const rowsOf = (orderId: string, kind: string) => system.db.sql`
  select decision, reason, held_until, merged_into, covers, id from messages
  where order_id = ${orderId} and kind = ${kind} order by due_at`;

const summaries = async (orderId: string): Promise<string[]> => {
  const { body } = await system.call('GET', `/v1/backorders/${orderId}/timeline`);
  return body.data.map(({ summary }: { summary: string }) => summary);
};

const untilDecided = (orderId: string, line: string) =>
  until(system, orderId, async () => (await decisions(system, orderId)).includes(line));

describe('two orders of one address', () => {
  it('get one countdown for both of them', async () => {
    await checkout(system, { orderId: 'first' });
    const body = await checkoutBody(system, { orderId: 'second' });
    const customer = { ...body.customer, email: emailOf('first') };
    await system.call('POST', '/v1/backorders', { ...body, customer });
    await until(system, 'second', ({ next }) => next !== null);
    await forward(system, 'first', 60);
    await forward(system, 'second', 60);

    const sent = await rowsOf('first', 'countdown');
    const merged = await rowsOf('second', 'countdown');
    expect(sent.map(({ decision }) => decision)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(merged.map(({ decision }) => decision)).toEqual(sent.map(() => 'merged'));
    expect(merged.map(({ mergedInto }) => mergedInto)).toEqual(sent.map(({ id }) => id));
    for (const { covers } of sent) expect(covers).toMatchObject([{ orderId: 'second' }]);
    const inbox = await system.inbox(emailOf('first'));
    const kinds = inbox.map(({ tags }) => tags.find(({ name }) => name === 'kind')?.value);
    expect(kinds.filter((kind) => kind === 'countdown')).toHaveLength(4);
    expect(await summaries('second')).toContainEqual(
      expect.stringMatching(/^Mail “Countdown”: in another mail\. /),
    );
  });
});

describe('a mail that waits', () => {
  it('waits for an operator, and then for the morning', async () => {
    await checkout(system, { orderId: 'night' });
    await until(system, 'night', ({ next }) => next !== null);
    await system.call('POST', '/v1/backorders/night/hold', { reason: 'address check' });
    await forwardTo('night', 15, 22);
    await untilDecided('night', `${inDays(15)} excitement held`);
    expect(await rowsOf('night', 'excitement')).toMatchObject([{ reason: 'on_hold' }]);
    await system.call('POST', '/v1/backorders/night/release', {});
    await until(system, 'night', async ({ next }) => {
      const [row] = await rowsOf('night', 'excitement');
      return row?.reason === 'quiet_hours' && next?.at === row.heldUntil;
    });
    expect((await read(system, 'night')).next.kind).toBe('excitement');
    const [row] = await rowsOf('night', 'excitement');
    await forwardTo('night', 16, 9);
    await untilDecided('night', `${inDays(16)} excitement sent`);
    expect(await summaries('night')).toContainEqual(
      expect.stringContaining(`“Excitement”: waiting until ${row?.heldUntil}. It is night`),
    );
  });

  it('goes out at once when the customer ends the pause early', async () => {
    const addressKey = addressKeyOf(emailOf('pause'));
    await checkout(system, { orderId: 'pause' });
    await until(system, 'pause', ({ next }) => next !== null);
    await system.db.sql`
      insert into mail_preferences (address_key, paused_until, changed_at, by)
      values (${addressKey}, ${inDays(17)}, now(), 'page')`;
    await forwardTo('pause', 15, 11);
    await untilDecided('pause', `${inDays(15)} excitement held`);
    expect(await rowsOf('pause', 'excitement')).toMatchObject([{ reason: 'paused' }]);
    await inTransaction(system.db, async (sql) => {
      await sql`
        update mail_preferences set paused_until = null where address_key = ${addressKey}`;
      await reconsiderHeld(sql, addressKey);
    });
    await untilMail(system, 'pause', 'excitement');
    await untilDecided('pause', `${inDays(15)} excitement sent`);
  });
});

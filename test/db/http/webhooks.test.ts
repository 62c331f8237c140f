import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import {
  areWebhooksDue,
  claimWebhooks,
  deleteOldWebhooks,
  finishWebhooks,
  postponeWebhook,
  storeWebhook,
  webhookBacklog,
} from '../../../db/http/webhooks.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 10 });
});
beforeEach(async () => {
  await db.sql`truncate webhooks`;
});
afterAll(() => db.close());

const ref = (eventId: string) => ({ sender: 'stripe' as const, eventId });

const store = (eventId: string) =>
  storeWebhook(db.sql, {
    ...ref(eventId),
    type: 'payment_intent.succeeded',
    about: { intentId: `pi_${eventId}` },
  });

const claim = (leaseMs = 60_000) => claimWebhooks(db.sql, { sender: 'stripe', limit: 10, leaseMs });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a webhook', () => {
  test('is due at once, whatever is left of the millisecond', async () => {
    for (let number = 0; number < 20; number += 1) {
      await db.sql.begin(async (sql) => {
        const about = { intentId: 'pi_1' };
        await storeWebhook(sql, { ...ref(`e${number}`), type: 'charge.refunded', about });
        expect(await areWebhooksDue(sql, 'stripe')).toBe(true);
        expect(
          await claimWebhooks(sql, { sender: 'stripe', limit: 10, leaseMs: 60_000 }),
        ).toHaveLength(1);
      });
    }
  });

  test('is stored once, however often and at once it comes', async () => {
    expect((await Promise.all([store('a'), store('a'), store('a')])).filter(Boolean)).toEqual([
      true,
    ]);
    expect(await webhookBacklog(db.sql)).toBe(1);
    expect(await claim()).toEqual([
      {
        ...ref('a'),
        type: 'payment_intent.succeeded',
        about: { intentId: 'pi_a' },
        attempts: 1,
        ageMs: expect.any(Number),
      },
    ]);
  });

  test('is claimed by one process at a time', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => store(`${index}`)));
    const claims = await Promise.all(Array.from({ length: 4 }, () => claim()));
    const rest = await Promise.all([claim(), claim(), claim(), claim()]);
    const claimed = [...claims, ...rest].flat().map(({ eventId }) => eventId);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed).toHaveLength(40);
  });

  test('is claimed again when its process died', async () => {
    await store('a');
    await claim(400);
    expect(await claim()).toEqual([]);
    await pause(450);
    expect(await claim()).toMatchObject([{ eventId: 'a', attempts: 2 }]);
  });

  test('rests after a failure', async () => {
    await store('a');
    await claim();
    await postponeWebhook(db.sql, { ...ref('a'), delayMs: 40 });
    expect(await areWebhooksDue(db.sql, 'stripe')).toBe(false);
    await pause(60);
    expect(await areWebhooksDue(db.sql, 'stripe')).toBe(true);
    expect(await claim()).toMatchObject([{ eventId: 'a', attempts: 2 }]);
  });

  test('that was handled is not claimed again, not even when it comes again', async () => {
    await store('a');
    await claim(0);
    await finishWebhooks(db.sql, ref('a'));
    expect(await store('a')).toBe(false);
    expect(await claim()).toEqual([]);
    expect(await webhookBacklog(db.sql)).toBe(0);
  });

  test('says how long it has waited', async () => {
    await store('a');
    await db.sql`update webhooks set received_at = now() - interval '11 minutes'`;
    const [webhook] = await claim();
    expect(webhook?.ageMs).toBeGreaterThanOrEqual(11 * 60_000);
  });

  test('is forgotten when it is old, but never before it was handled', async () => {
    await Promise.all(['old', 'open', 'new'].map(store));
    await finishWebhooks(db.sql, ref('old'), ref('new'));
    await db.sql`
      update webhooks set received_at = now() - interval '36 days' where event_id <> 'new'`;
    expect(await deleteOldWebhooks(db.sql, { olderThanDays: 35 })).toBe(1);
    expect(await store('open')).toBe(false);
    expect(await store('old')).toBe(true);
  });
});

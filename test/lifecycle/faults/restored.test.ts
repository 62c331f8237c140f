import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import {
  attentionOf,
  mailbox,
  moneyAt,
  untilAttention,
  untilMail,
} from '../../support/lives/aftermath.ts';
import { expectShippedOnce, paid } from '../../support/lives/shipped-once.ts';
import {
  cancel,
  checkout,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { putBack, takeCopy } from '../../support/system/copies.ts';
import { type Outside, startOutside } from '../../support/system/outside.ts';
import { reviveIn } from '../../support/system/revive.ts';
import { createNamespace } from '../../support/system/stack.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let outside: Outside;
let system: System;

const copied = ['captured', 'held', 'mailed', 'old', 'refunded', 'unstarted'];

/** Whoever asks again does so under the same key. */
const again = { key: 'cancel-1' };

/**
 * A copy of the database is taken, life goes on, and the copy is put back: PostgreSQL knows nothing
 * of holds, captures and mails that the providers have seen. Temporal begins anew.
 */
beforeAll(async () => {
  outside = await startOutside();
  const before = await startSystem({ outside });
  await readyToShip(before, { orderId: 'captured' });
  await untilMail(before, 'captured', 'ready-to-ship');
  for (const orderId of ['held', 'mailed', 'old']) {
    await checkout(before, { orderId });
    await untilMail(before, orderId, 'confirmation');
  }
  await checkoutUpfront(before, { orderId: 'refunded', terms: 'prepaid', upfront: 13_800 });
  await untilMail(before, 'refunded', 'confirmation');
  // All is at rest once every view tells of the next mail.
  await checkout(before, { orderId: 'unstarted' });
  for (const orderId of copied) await until(before, orderId, ({ next }) => next !== null);
  const copy = await takeCopy(before.db);
  expect((await ship(before, 'captured')).status).toBe(201);
  await untilEnded(before, 'captured');
  expect((await cancel(before, 'refunded', again)).status).toBe(200);
  await untilEnded(before, 'refunded');
  await restock(before, 'unstarted', 1);
  await untilPhase(before, 'unstarted', 'ready_to_ship');
  await restock(before, 'held', 1);
  await untilPhase(before, 'held', 'ready_to_ship');
  await untilMail(before, 'held', 'ready-to-ship');
  const { databaseUrl } = before;
  await before.stop();

  const db = createDatabase(databaseUrl, { max: 2 });
  const namespace = await createNamespace();
  await putBack(db, copy);
  await forgetStart(db, 'unstarted');
  await forgetConfirmation(db, 'mailed', new Date().toISOString());
  await forgetConfirmation(db, 'old', twoDaysAgo);
  const found = await reviveIn({ db, namespace }, { restoredFrom: copy.takenAt });
  expect(found).toEqual(Object.fromEntries(copied.map((orderId) => [orderId, 'revived'])));
  await letTheCopyBeOld(db, 'old');
  await db.close();
  system = await startSystem({ outside, databaseUrl, namespace });
}, 180_000);
afterAll(async () => {
  await system.stop();
  await outside.close();
});

/** The copy was taken before its confirmation, which it owes, was sent. */
const forgetConfirmation = async ({ sql }: Db, orderId: string, dueAt: Instant) => {
  await sql`delete from messages where order_id = ${orderId}`;
  const owed = [{ key: 'confirmation', kind: 'confirmation', dueAt, about: {}, isBegun: false }];
  await sql`
    update views set state = jsonb_set(state, '{mail,owed}', ${sql.json(owed)}::jsonb)
    where order_id = ${orderId}`;
};

/** The copy was taken right after its checkout. */
const forgetStart = async ({ sql }: Db, orderId: string): Promise<void> => {
  await sql`update orders set started_at = null where order_id = ${orderId}`;
  await sql`delete from views where order_id = ${orderId}`;
  await sql`delete from messages where order_id = ${orderId}`;
};

/** The copy was two days old when it was put back. */
const letTheCopyBeOld = async ({ sql }: Db, orderId: string): Promise<void> => {
  await sql`update orders set restored_from = ${twoDaysAgo} where order_id = ${orderId}`;
};

const twoDaysAgo = addMs(new Date().toISOString(), -2 * dayMs);

describe('after a copy of the database was put back', () => {
  it('a capture that it has lost is found, and not made a second time', async () => {
    await until(system, 'captured', ({ payment }) => payment.state === 'captured');
    await expectShippedOnce(system, 'captured');
  }, 60_000);

  it('a hold that it has lost is found, and let go where nothing needs it', async () => {
    await expect
      .poll(() => moneyAt(system, 'held'), { timeout: 20_000 })
      .toEqual({ held: 0, captured: 0, refunded: 0, intents: 1 });
    const attempts = await system.db.sql<{ said: string }[]>`
      select concat_ws(' ', intent, step, outcome) as said from payment_attempts
      where order_id = 'held' order by created_at`;
    expect(attempts.map(({ said }) => said)).toEqual([
      'i1 authorize AuthorizationApproved',
      'i1 void HoldVoided',
    ]);
    await restock(system, 'held', 1);
    await untilPhase(system, 'held', 'ready_to_ship');
    expect((await ship(system, 'held')).status).toBe(201);
    await untilEnded(system, 'held');
    expect(await moneyAt(system, 'held')).toEqual({ ...paid, intents: 2 });
    expect((await mailbox(system, 'held')).toSorted()).toEqual([
      'confirmation',
      'ready-to-ship',
      'shipped',
    ]);
  }, 60_000);

  it('a refund that it has lost is found, and not made a second time', async () => {
    await until(system, 'refunded', ({ payment }) => payment.refunded.amount === 13_800);
    expect((await cancel(system, 'refunded', again)).status).toBe(200);
    await untilEnded(system, 'refunded');
    expect(await moneyAt(system, 'refunded')).toEqual({ ...paid, refunded: 13_800 });
    const attempts = await system.db.sql<{ said: string }[]>`
      select concat_ws(' ', intent, step, outcome) as said from payment_attempts
      where order_id = 'refunded' order by created_at`;
    expect(attempts.map(({ said }) => said)).toEqual(['upfront refund PaymentRefunded']);
    // It is told in other words than before, so a person has to see what the customer was told.
    expect(await attentionOf(system, 'refunded')).toEqual(['mail_unknown']);
    const mails = await mailbox(system, 'refunded');
    expect(mails.toSorted()).toEqual([...new Set(mails)].toSorted());
  }, 60_000);

  it('an order of which it knows the checkout alone begins with what the provider has', async () => {
    await expect
      .poll(() => moneyAt(system, 'unstarted'), { timeout: 20_000 })
      .toEqual({ held: 0, captured: 0, refunded: 0, intents: 1 });
    await expect
      .poll(async () => decisionsOf('unstarted'), { timeout: 20_000 })
      .toContainEqual({ kind: 'confirmation', decision: expect.stringMatching(/sent|unknown/) });
    const mails = await mailbox(system, 'unstarted');
    expect(mails.filter((kind) => kind === 'confirmation')).toHaveLength(1);
  }, 60_000);

  it('a mail that it has lost is sent again under the same key, and arrives once', async () => {
    await expect
      .poll(async () => decisionsOf('mailed'), { timeout: 20_000 })
      .toContainEqual({ kind: 'confirmation', decision: expect.stringMatching(/sent|unknown/) });
    expect(await mailbox(system, 'mailed')).toEqual(['confirmation']);
  }, 60_000);

  it('a mail whose key may be over is not sent again, and a person is asked', async () => {
    await untilAttention(system, 'old', 'mail_unknown');
    expect(await decisionsOf('old')).toEqual([{ kind: 'confirmation', decision: 'unknown' }]);
    expect(await mailbox(system, 'old')).toEqual(['confirmation']);
  }, 60_000);
});

const decisionsOf = async (orderId: string) => [
  ...(await system.db.sql`
    select kind, decision from messages where order_id = ${orderId} order by created_at`),
];

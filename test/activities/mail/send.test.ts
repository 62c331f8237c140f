import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { findMessage } from '../../../db/mail/messages.ts';
import { storePlan } from '../../../db/mail/plans.ts';
import { listTimeline } from '../../../db/record/timeline.ts';
import { never } from '../../../workflows/domain/backorder/delays.ts';
import { mailLine } from '../../../workflows/domain/desk/mail-reasons.ts';
import { addMs, dayMs, hourMs, type Instant, minuteMs } from '../../../workflows/domain/time.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { ada } from '../../support/cast.ts';
import { createSender, planCountdowns } from './sender.ts';

/** A Monday, 10:00 in New York, where Ada is. */
const monday: Instant = '2027-01-11T15:00:00.000Z';
const later = (days: number, hours = 0): Instant => addMs(monday, days * dayMs + hours * hourMs);

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate messages, mail_plans, views, mail_preferences, suppressions`;
  await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
});

const rowOf = async (orderId: string, key = 'countdown:1') => {
  const row = await findMessage(db.sql, { orderId, key });
  if (!row) throw new Error(`${orderId} has no ${key}`);
  return row;
};

const decided = (decision: string, kind = 'countdown') =>
  expect.objectContaining({ type: 'MessageDecided', kind, decision });

const held = (reason: string, until: Instant) =>
  expect.objectContaining({ type: 'MessageHeld', reason, until });

describe('a mail whose time has come', () => {
  it('goes out, and is kept with whose it is and what it is about', async () => {
    const { send, inbox } = createSender(db);
    expect(await send('A', { at: monday })).toEqual(decided('sent'));
    expect(inbox).toEqual([{ orderId: 'A', key: 'countdown:1', to: ada.email, kind: 'countdown' }]);
    const row = await rowOf('A');
    expect(row).toMatchObject({ decision: 'sent', covers: [], heldUntil: null });
    expect(row.addressKey).toBe(addressKeyOf('ADA@example.org'));
    expect(row.about).toMatchObject({ kind: 'countdown', key: 'countdown:1' });
    expect(row.mail?.greets).toBe(ada.name);
    expect(JSON.stringify(row.about)).not.toContain('ada');
  });

  it('waits for the morning, and is rendered when it goes out', async () => {
    const { send, inbox } = createSender(db);
    const until = later(3);
    const outcome = await send('A', { at: later(0, 12), until });
    expect(outcome).toMatchObject({ type: 'MessageHeld', reason: 'quiet_hours' });
    const row = await rowOf('A');
    expect(row).toMatchObject({ decision: 'held', reason: 'quiet_hours', mail: null, to: null });
    expect(Date.parse(row.heldUntil ?? '')).toBeGreaterThanOrEqual(Date.parse(later(1, -2)));
    expect(inbox).toEqual([]);
    expect(await send('A', { at: row.heldUntil ?? monday, until })).toEqual(decided('sent'));
    expect(await rowOf('A')).toMatchObject({ decision: 'sent', reason: null, heldUntil: null });
    const told = (await listTimeline(db.sql, 'A')).map(({ summary }) => summary);
    expect(told).toContain(
      mailLine({
        kind: 'countdown',
        decision: 'held',
        reason: 'quiet_hours',
        until: row.heldUntil,
      }),
    );
    expect(told).toContain('Mail “Countdown”: sent');
  });

  it('of a suspended order waits for an operator', async () => {
    const { send } = createSender(db);
    expect(await send('A', { at: monday, isSuspended: true })).toEqual(held('on_hold', never));
    expect(await rowOf('A')).toMatchObject({ reason: 'on_hold', heldUntil: null });
    expect(await send('A', { at: later(0, 1) })).toEqual(decided('sent'));
  });

  it('is decided again when the provider refused it all day', async () => {
    const { send, answers, inbox } = createSender(db);
    answers({ outcome: 'later', retryAfterMs: 1000 });
    await expect(send('A', { at: later(0, 9), until: later(3) })).rejects.toThrow();
    expect(await rowOf('A')).toMatchObject({ decision: 'sending', firstAttemptAt: null });
    const night = await send('A', { at: later(0, 17), until: later(3) });
    expect(night).toMatchObject({ type: 'MessageHeld', reason: 'quiet_hours' });
    expect(await rowOf('A')).toMatchObject({ decision: 'held', mail: null });
    expect(inbox).toEqual([]);
  });

  it('is pursued with the same bytes when nobody knows what became of it', async () => {
    const { send, answers, inbox } = createSender(db);
    answers({ outcome: 'unknown' });
    await expect(send('A', { at: later(0, 9) })).rejects.toThrow();
    const before = await rowOf('A');
    expect(await send('A', { at: later(0, 17) })).toEqual(decided('sent'));
    expect((await rowOf('A')).mail).toEqual(before.mail);
    expect(inbox).toHaveLength(1);
  });
});

describe('what the person at the address wants', () => {
  const wish = (changes: { updates?: boolean; pausedUntil?: string | null }) => db.sql`
    insert into mail_preferences (address_key, email, updates, paused_until, changed_at, by)
    values (${addressKeyOf(ada.email)}, ${ada.email}, ${changes.updates ?? true},
            ${changes.pausedUntil ?? null}, now(), 'page')`;

  it('holds for all their orders: no updates', async () => {
    await wish({ updates: false });
    const { send, inbox } = createSender(db);
    expect(await send('A', { at: monday })).toEqual(decided('skipped'));
    expect(await rowOf('A')).toMatchObject({ decision: 'skipped', reason: 'unsubscribed' });
    expect(await send('B', { at: monday, kind: 'confirmation' })).toEqual(
      decided('sent', 'confirmation'),
    );
    expect(inbox).toHaveLength(1);
  });

  it('pauses until a day of theirs', async () => {
    await wish({ pausedUntil: '2027-01-13' });
    const { send } = createSender(db);
    const outcome = await send('A', { at: monday, until: later(9) });
    expect(outcome).toMatchObject({ type: 'MessageHeld', reason: 'paused' });
    const { heldUntil } = await rowOf('A');
    expect(heldUntil?.slice(0, 15)).toBe('2027-01-13T15:0');
  });

  it('counts for nothing after a mail that came back', async () => {
    await db.sql`
      insert into suppressions (address_key, reason) values (${addressKeyOf(ada.email)}, 'bounced')`;
    const { send } = createSender(db);
    expect(await send('A', { at: monday })).toEqual(decided('skipped'));
    expect(await rowOf('A')).toMatchObject({ reason: 'suppressed' });
    const notice = await send('A', { at: monday, kind: 'confirmation' });
    expect(notice).toEqual(decided('sent', 'confirmation'));
  });

  it('is not asked where nobody is told of any excitement, so that its worth is known', async () => {
    await db.sql`update orders set excitement_group = 'control' where order_id = 'A'`;
    await db.sql`update orders set excitement_group = 'told' where order_id = 'C'`;
    const { send, inbox } = createSender(db);
    expect(await send('A', { at: monday, kind: 'excitement' })).toEqual(
      decided('skipped', 'excitement'),
    );
    expect(await rowOf('A', 'excitement:1')).toMatchObject({ reason: 'control', mail: null });
    expect(await send('A', { at: monday })).toEqual(decided('sent'));
    expect(await send('C', { at: later(1), kind: 'excitement' })).toEqual(
      decided('sent', 'excitement'),
    );
    expect(inbox.map(({ kind }) => kind)).toEqual(['countdown', 'excitement']);
  });

  it.each([
    ['told', 'held'],
    ['control', 'sent'],
  ])('leaves its day to other mail, if it is %s', async (group, decision) => {
    await db.sql`update orders set excitement_group = ${group} where order_id = 'B'`;
    await storePlan(db.sql, {
      ...{ orderId: 'B', planNumber: 1 },
      entries: [{ key: 'excitement:1', kind: 'excitement', at: monday, until: later(9) }],
    });
    await createSender(db).send('A', { at: monday, kind: 'check-in', until: later(9) });
    expect(await rowOf('A', 'check-in:1')).toMatchObject({ decision });
  });

  it('is asked of nobody outside a trial, or after an erasure', async () => {
    const { send } = createSender(db, { onlyTo: ['ben@example.org'] });
    expect(await send('A', { at: monday, kind: 'confirmation' })).toEqual(
      decided('skipped', 'confirmation'),
    );
    expect(await rowOf('A', 'confirmation:1')).toMatchObject({ reason: 'trial' });
    await db.sql`update orders set email = '', erased_at = now() where order_id = 'B'`;
    expect(await createSender(db).send('B', { at: monday })).toEqual(decided('skipped'));
    expect(await rowOf('B')).toMatchObject({ reason: 'erased', addressKey: null });
  });
});

describe('orders of one address', () => {
  it('send one countdown a day, which says what the others would', async () => {
    for (const orderId of ['A', 'B']) await planCountdowns(db, orderId, monday);
    await planCountdowns(db, 'C', later(1));
    const { send, inbox } = createSender(db);
    expect(await send('A', { at: monday })).toEqual(decided('sent'));
    const carrier = await rowOf('A');
    expect(carrier.covers).toEqual([{ orderId: 'B', key: 'countdown:1' }]);
    expect(await send('B', { at: later(0, 1) })).toEqual(decided('merged'));
    expect(await rowOf('B')).toMatchObject({
      ...{ decision: 'merged', reason: 'merged', mergedInto: carrier.id },
    });
    expect(await send('C', { at: later(1) })).toEqual(decided('sent'));
    expect(inbox.map(({ orderId }) => orderId)).toEqual(['A', 'C']);
  });

  it('wait while the mail that took them in is being sent, and not for ever', async () => {
    for (const orderId of ['A', 'B']) await planCountdowns(db, orderId, monday);
    const { send, answers } = createSender(db);
    answers({ outcome: 'unknown' });
    await expect(send('A', { at: monday })).rejects.toThrow();
    const until = later(3);
    expect(await send('B', { at: addMs(monday, minuteMs), until })).toEqual(
      held('merged', addMs(monday, 2 * minuteMs)),
    );
    expect(await send('B', { at: addMs(monday, 15 * minuteMs), until })).toEqual(decided('sent'));
  });

  const view = (changes: object) => db.sql`insert into views ${db.sql({ ...shownAs, ...changes })}`;
  const shownAs = { order_id: 'B', revision: 1, phase: 'awaiting_stock', body: {} };
  const suspend = () => db.sql`update orders set suspended_at = now() where order_id = 'B'`;

  it.each([
    ['waits', () => view({}), 1],
    ['is suspended', suspend, 0],
    ['has ended', () => view({ phase: 'cancelled', ended_at: monday }), 0],
    ['has shipped', () => view({ phase: 'shipped' }), 0],
    ['is not paid', () => view({ attention: ['payment_failed'] }), 0],
    ['has no card', () => view({ body: { payment: { asked: { endsAt: monday } } } }), 0],
    ['was told', () => createSender(db).send('B', { at: later(-1) }), 0],
  ])('of which one %s', async (_, happens, taken) => {
    for (const orderId of ['A', 'B']) await planCountdowns(db, orderId, monday);
    await happens();
    await createSender(db).send('A', { at: monday });
    expect((await rowOf('A')).covers).toHaveLength(taken);
  });

  it('do not count down on the day on which a delay was told', async () => {
    const { send } = createSender(db);
    await db.sql`
      insert into messages (order_id, key, kind, class, decision, at)
      values ('A', 'delay-notice:p2', 'delay-notice', 'service', 'sent', ${later(0, -1)})`;
    expect(await send('A', { at: monday })).toEqual(decided('merged'));
    expect(await rowOf('A')).toMatchObject({
      mergedInto: (await rowOf('A', 'delay-notice:p2')).id,
    });
    expect(await send('B', { at: monday })).toEqual(decided('sent'));
  });

  it('are told one thing a day, and three in seven', async () => {
    const { send, inbox } = createSender(db);
    await send('A', { at: monday, kind: 'check-in' });
    const second = await send('B', { at: later(0, 1), kind: 'excitement', until: later(5) });
    expect(second).toMatchObject({ type: 'MessageHeld', reason: 'capped' });
    expect((await rowOf('B', 'excitement:1')).heldUntil?.slice(0, 13)).toBe('2027-01-12T15');
    await send('B', { at: later(1), kind: 'check-in' });
    await send('C', { at: later(3), kind: 'check-in' });
    const fourth = await send('C', { at: later(5), kind: 'check-in', key: 'x', until: later(6) });
    expect(fourth).toEqual(decided('skipped', 'check-in'));
    expect(await rowOf('C', 'x')).toMatchObject({ reason: 'capped' });
    expect(inbox).toHaveLength(3);
  });

  it('of other addresses are none of their business', async () => {
    await db.sql`update orders set email = 'ben@example.org' where order_id = 'B'`;
    await db.sql`update orders set email = 'ADA@Example.org' where order_id = 'C'`;
    for (const orderId of ['A', 'B', 'C']) await planCountdowns(db, orderId, monday);
    const { send } = createSender(db);
    await send('A', { at: monday });
    expect((await rowOf('A')).covers).toEqual([{ orderId: 'C', key: 'countdown:1' }]);
    expect(await send('B', { at: monday })).toEqual(decided('sent'));
  });
});

it.each([2, 5, 9])('%i orders that are due at once send one mail', async (count) => {
  const orders = Array.from({ length: count }, (_, n) => `many-${n}`);
  await place(db, Object.fromEntries(orders.map((orderId) => [orderId, ['LAMP:1']])));
  const { send, inbox } = createSender(db);
  const until = later(3);
  const outcomes = await Promise.all(
    orders.map((orderId) => send(orderId, { at: monday, kind: 'check-in', until })),
  );
  expect(inbox).toHaveLength(1);
  expect(outcomes.filter((each) => each?.type === 'MessageHeld')).toHaveLength(count - 1);

  for (const orderId of orders) await planCountdowns(db, orderId, later(4));
  await Promise.all(orders.map((orderId) => send(orderId, { at: later(4), until: later(9) })));
  expect(inbox).toHaveLength(2);
  const again = { at: addMs(later(4), 2 * minuteMs), until: later(9) };
  await Promise.all(orders.map((orderId) => send(orderId, again)));
  expect(inbox).toHaveLength(2);
  const rows = await Promise.all(orders.map((orderId) => rowOf(orderId)));
  expect(rows.map(({ decision }) => decision).sort()).toEqual([
    ...Array.from({ length: count - 1 }, () => 'merged'),
    'sent',
  ]);
});

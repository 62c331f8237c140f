import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, untilMail } from '../support/lives/aftermath.ts';
import { cancel, checkout, emailOf, resolve, until, untilEnded } from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true, timeoutMs: 1_500 });
});
afterAll(() => system.stop());

const statusOf = async (orderId: string, kind = 'confirmation'): Promise<string | null> => {
  const [row] = await system.db.sql<{ status: string | null }[]>`
    select status from messages where order_id = ${orderId} and kind = ${kind}`;
  return row?.status ?? null;
};

const eventually = (read: () => unknown) => expect.poll(read, { timeout: 20_000, interval: 50 });

describe('a mail', () => {
  it('is delivered once its provider says so', async () => {
    await checkout(system, { orderId: 'delivered' });
    await untilMail(system, 'delivered', 'confirmation');
    await eventually(() => statusOf('delivered')).toBe('delivered');
  });

  it('that came back asks for a person once, however often it is told', async () => {
    const to = emailOf('bounced');
    await system.planMailEvents([{ to, type: 'email.bounced' }]);
    await checkout(system, { orderId: 'bounced' });
    await until(system, 'bounced', ({ attention }) => attention.length > 0);
    expect(await attentionOf(system, 'bounced')).toEqual(['mail_undelivered']);
    expect(await statusOf('bounced')).toBe('bounced');
    expect((await resolve(system, 'bounced', 'mail_undelivered')).status).toBe(200);
    const [mail] = await system.inbox(to);
    await system.planMailEvents([
      { id: mail?.id, type: 'email.bounced', times: 3 },
      { id: mail?.id, type: 'email.delivered' },
    ]);
    const events = async () =>
      (await system.db.sql`select events from messages where order_id = 'bounced'`)[0]?.events;
    await eventually(events).toHaveLength(4);
    expect(await attentionOf(system, 'bounced')).toEqual([]);
    expect(await statusOf('bounced')).toBe('bounced');
  });

  it('that came back after the end of its order asks for a person too', async () => {
    const to = emailOf('ended');
    await checkout(system, { orderId: 'ended' });
    await untilMail(system, 'ended', 'confirmation');
    await cancel(system, 'ended');
    await untilEnded(system, 'ended');
    const mails = await system.inbox(to);
    await system.planMailEvents([{ id: mails.at(-1)?.id, type: 'email.bounced' }]);
    await until(system, 'ended', ({ attention }) => attention.length > 0);
    expect(await attentionOf(system, 'ended')).toEqual(['mail_undelivered']);
  });

  it('whose answer was lost is sent once its provider tells of it', async () => {
    const to = emailOf('dropped');
    const drops = { match: 'POST /emails', to, fault: 'drop-after' };
    const broken = { match: 'POST /emails', to, fault: 'status-after:500' };
    await system.planResendFaults([broken, drops]);
    await checkout(system, { orderId: 'dropped' });
    await eventually(() => statusOf('dropped')).toBe('delivered');
    const [row] = await system.db.sql`
      select decision from messages where order_id = 'dropped' and kind = 'confirmation'`;
    expect(row?.decision).toBe('sent');
    expect(await system.inbox(to)).toHaveLength(1);
    await system.planResendFaults([]);
  });
});

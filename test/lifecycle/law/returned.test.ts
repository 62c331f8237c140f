import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, forwardTo, promise } from '../../support/lives/law.ts';
import { cancel, checkout, emailOf, inDays, until, untilEnded } from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true });
});
afterAll(() => system.stop());

const noticesTo = async (email: string): Promise<number> => {
  const mails = await system.inbox(email);
  return mails.filter(({ tags }) => tags.some(({ value }) => value === 'delay-notice')).length;
};

describe('a notice of the law that came back', () => {
  it('was none, asks for a person by its deadline, and goes to another address', async () => {
    const orderId = 'returned';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 5 });
    await system.planMailEvents([{ to: emailOf(orderId), type: 'email.bounced' }]);
    await promise(system, orderId, 35);
    const { attention, law } = await until(
      system,
      orderId,
      (backorder) => backorder.attention[0]?.dueAt !== undefined && backorder.law.notice === null,
    );
    expect(attention).toMatchObject([{ code: 'mail_undelivered', dueAt: endOf(20) }]);
    expect(law).toMatchObject({ silence: 'none', deadlineAt: endOf(20), notice: null });

    const email = 'ada@another.example';
    const changed = await system.call('POST', `/v1/backorders/${orderId}/customer`, { email });
    expect(changed.status).toBe(200);
    const told = await until(system, orderId, (backorder) => backorder.law.silence === 'consents');
    expect(told.law).toMatchObject({
      ...{ deadlineAt: endOf(35) },
      notice: { kind: 'first_within_30', newOn: inDays(35) },
    });
    expect(await noticesTo(email)).toBe(1);
    expect(await noticesTo(emailOf(orderId))).toBe(1);
    await cancel(system, orderId);
    await untilEnded(system, orderId);
  });
});

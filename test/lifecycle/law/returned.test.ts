import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilAttention } from '../../support/lives/aftermath.ts';
import { byLaw, endOf, forwardTo, promise, readEnded, untilLaw } from '../../support/lives/law.ts';
import { cancel, checkout, emailOf, inDays, until, untilEnded } from '../../support/lives/story.ts';
import { failMail } from '../../support/system/faults.ts';
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
    await untilLaw(system, orderId, {
      ...{ silence: 'consents', deadlineAt: endOf(35) },
      notice: { kind: 'first_within_30', newOn: inDays(35) },
    });
    expect(await noticesTo(email)).toBe(1);
    expect(await noticesTo(emailOf(orderId))).toBe(1);
    await cancel(system, orderId);
    await untilEnded(system, orderId);
  });
});

describe('a later notice that came back', () => {
  it('leaves the one before it as it was, and silence ends the order by that', async () => {
    const orderId = 'later';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 5 });
    await promise(system, orderId, 35);
    await untilLaw(system, orderId, { silence: 'consents', deadlineAt: endOf(35) });
    await system.planMailEvents([{ to: emailOf(orderId), type: 'email.bounced' }]);
    await promise(system, orderId, 60);
    await untilAttention(system, orderId, 'mail_undelivered');
    const first = { kind: 'first_within_30', newOn: inDays(35), answerBy: endOf(35) };
    await untilLaw(system, orderId, {
      ...{ silence: 'consents', deadlineAt: endOf(35) },
      notice: first,
    });
    await forwardTo(system, orderId, { days: 35, hour: 23 });
    expect(await noticesTo(emailOf(orderId))).toBe(2);
    await forwardTo(system, orderId, { days: 36, hour: 1 });
    const { phase, cancellation } = await readEnded(system, orderId);
    expect({ phase, cancellation }).toMatchObject({
      ...{ phase: 'cancelled', cancellation: { by: 'law' } },
    });
  });
});

describe('a notice of the law that its provider refused', () => {
  it('was none, and goes to another address, where it counts', async () => {
    const orderId = 'refused';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 5 });
    await failMail(system, orderId, 'status:422');
    await promise(system, orderId, 60);
    const { attention } = await untilAttention(system, orderId, 'mail_failed');
    expect(attention).toMatchObject([{ code: 'mail_failed', dueAt: endOf(20) }]);
    await untilLaw(system, orderId, {
      ...{ silence: 'none', deadlineAt: endOf(20), notice: null },
    });
    expect(await noticesTo(emailOf(orderId))).toBe(0);

    const email = 'ada@second.example';
    await system.call('POST', `/v1/backorders/${orderId}/customer`, { email });
    await untilLaw(system, orderId, {
      ...{ silence: 'cancels', deadlineAt: endOf(50) },
      notice: { kind: 'first_beyond_30', newOn: inDays(60), answerBy: endOf(50) },
    });
    expect(await noticesTo(email)).toBe(1);
    await forwardTo(system, orderId, { days: 51, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject({ ...byLaw, attention: [{}] });
  });

  it('is not followed by others, so that the order ends on its day', async () => {
    const orderId = 'refused-for-good';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 5 });
    await failMail(system, orderId, 'status:422');
    await promise(system, orderId, 60);
    await untilAttention(system, orderId, 'mail_failed');
    await forwardTo(system, orderId, { days: 21, hour: 1 });
    const { phase, cancellation } = await readEnded(system, orderId);
    expect({ phase, by: cancellation.by }).toEqual({ phase: 'cancelled', by: 'law' });
    expect(await noticesTo(emailOf(orderId))).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, untilMail } from '../../support/lives/aftermath.ts';
import { cancel, until, untilEnded } from '../../support/lives/story.ts';
import { upfrontBody } from '../../support/lives/terms.ts';
import { pageText } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const words = 'We could not match a payment to your order. We will contact you about it.';

/** The checkout names a payment in euros for an order in dollars. */
const checkoutInAnotherCurrency = async (orderId: string): Promise<void> => {
  const body = await upfrontBody(system, { orderId, terms: 'prepaid', upfront: 13_800 });
  const { id } = await system.stripe.paymentIntents.create({
    ...{ amount: 13_800, currency: 'eur', customer: body.payment.customerId },
    ...{ payment_method: 'pm_card_visa', confirm: true },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  const payment = { ...body.payment, paymentIntentId: id };
  const { status } = await system.call('POST', '/v1/backorders', { ...body, payment });
  expect(status).toBe(201);
};

describe('a prepayment that does not count for its order', () => {
  it('is not denied when the order is cancelled, and a person sees to it', async () => {
    const orderId = 'in-euros';
    await checkoutInAnotherCurrency(orderId);
    await until(system, orderId, ({ attention }) =>
      attention.some(({ code }: { code: string }) => code === 'unpaid'),
    );
    expect(await pageText(system, orderId)).toContain(words);
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    const mail = await untilMail(system, orderId, 'cancelled');
    expect(mail.replace(/\s+/g, ' ')).toContain(words);
    expect(mail).not.toContain('Nothing was charged');
    expect(await pageText(system, orderId)).toContain(words);
    expect(await pageText(system, orderId)).not.toContain('Nothing was charged');
    expect(await attentionOf(system, orderId)).toEqual(['unpaid']);
  });
});

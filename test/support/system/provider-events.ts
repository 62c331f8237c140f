import { sign } from '../../api/payment/stripe-events.ts';
import { intentsOf } from '../page/cardholder.ts';
import type { System } from './system.ts';

/** Delivers the order's events of that type, signed, once the provider has made any. */
export const deliver = async (system: System, orderId: string, type: string): Promise<number> => {
  const intents = (await intentsOf(system, orderId)).map(({ id }) => id);
  const { data } = await system.stripe.events.list({ type, limit: 100 });
  const own = data.filter(({ data: { object } }) => {
    const about = 'payment_intent' in object ? String(object.payment_intent) : '';
    return intents.includes(about);
  });
  for (const event of own) {
    const { body, headers } = sign(event);
    const request = { method: 'POST', headers, body };
    const { status } = await system.app.request('/webhooks/stripe', request);
    if (status !== 200) throw new Error(`the webhook was answered ${status}`);
  }
  return own.length;
};

import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` of a body (docs.stripe.com/webhooks/signature). */
export const signEvent = (
  body: string,
  { secret, nowMs }: { secret: string; nowMs: number },
): string => {
  const at = Math.floor(nowMs / 1000);
  const v1 = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return `t=${at},v1=${v1}`;
};

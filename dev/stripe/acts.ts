import { Hono } from 'hono';
import { z } from 'zod';
import { renewCard } from './cards/payment-method-update.ts';
import { ApiFailure, missing, refused } from './http/errors.ts';
import { getCharge } from './intents/charges.ts';
import { setHoldLength } from './intents/hold-length.ts';
import { getIntent, releaseIntent, requireStatus } from './intents/intent.ts';
import type { Charge } from './records/charge.ts';
import { closeDispute, disputesOf, isOpen, openDispute } from './returns/disputes.ts';
import { warnOfFraud } from './returns/fraud-warnings.ts';
import { failRefund } from './returns/refund-courses.ts';
import type { Store } from './store.ts';

const paymentIntent = z.string().min(1);

const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('expire-hold'), paymentIntent }),
  z.strictObject({
    act: z.literal('hold-for'),
    seconds: z.int().min(1).max(31_536_000).nullable(),
  }),
  z.strictObject({
    act: z.literal('update-card'),
    paymentMethod: z.string().min(1),
    expMonth: z.int().min(1).max(12),
    expYear: z.int().min(2000).max(2099),
    last4: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  z.strictObject({
    act: z.literal('dispute'),
    paymentIntent,
    reason: z.string().min(1).default('fraudulent'),
    inquiry: z.boolean().default(false),
  }),
  z.strictObject({ act: z.literal('close-dispute'), paymentIntent, won: z.boolean() }),
  z.strictObject({ act: z.literal('fraud-warning'), paymentIntent }),
  z.strictObject({ act: z.literal('fail-refund'), refund: z.string().min(1) }),
]);

/**
 * `POST /_acts`: what banks, card networks and cardholders do without being asked. Answers with
 * what it changed; a body that is no act is a 422, an act that cannot be done a 400 or 404.
 */
export const actsRoute = (store: Store, now: () => number): Hono =>
  new Hono().post('/_acts', async (c) => {
    const parsed = actSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success)
      return c.json({ message: z.prettifyError(parsed.error), errors: parsed.error.issues }, 422);
    try {
      return c.json(perform(store, parsed.data, now()));
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      return c.json({ message: error.message }, error.status === 404 ? 404 : 400);
    } finally {
      store.commit();
    }
  });

const perform = (store: Store, act: z.output<typeof actSchema>, nowMs: number): object => {
  switch (act.act) {
    case 'expire-hold': {
      const intent = getIntent(store, { id: act.paymentIntent, nowMs });
      requireStatus(intent, 'expire', 'requires_capture');
      return releaseIntent(store, intent, { reason: 'automatic', nowMs });
    }
    case 'hold-for':
      return setHoldLength(store, act.seconds);
    case 'update-card':
      return renewCard(store, act.paymentMethod, act);
    case 'dispute':
      return openDispute(store, chargeOf(store, act.paymentIntent, nowMs), { ...act, nowMs });
    case 'close-dispute': {
      const open = disputesOf(store, { payment_intent: act.paymentIntent }).find(isOpen);
      if (!open) throw refused(`Nothing is disputed of ${act.paymentIntent}.`);
      return closeDispute(store, open, act);
    }
    case 'fraud-warning':
      return warnOfFraud(store, chargeOf(store, act.paymentIntent, nowMs), nowMs);
    case 'fail-refund': {
      const refund = store.find('refund', act.refund);
      if (!refund) throw missing('refund', act.refund);
      return failRefund(store, refund);
    }
  }
};

const chargeOf = (store: Store, id: string, nowMs: number): Charge => {
  const { latest_charge } = getIntent(store, { id, nowMs });
  if (latest_charge === null) throw refused(`${id} has no charge.`);
  return getCharge(store, latest_charge);
};

import { z } from 'zod';
import type { DisputeView, FraudWarningView, RefundView } from '../provider.ts';
import { metadataSchema, moneyOf } from './objects.ts';

/** A refund as Stripe sends it; undefined when the object is not one. */
export const findRefundView = (object: unknown): RefundView | undefined => {
  const parsed = refundSchema.safeParse(object);
  if (!parsed.success) return undefined;
  const { id, metadata, status } = parsed.data;
  return {
    refundId: id,
    attemptId: metadata?.attempt ?? null,
    status: refundStatus[status],
    amount: moneyOf(parsed.data),
  };
};

/**
 * A dispute as Stripe sends it; undefined when the object is not one. A dispute of an unknown
 * status is open, because it is not known to have ended.
 */
export const findDisputeView = (object: unknown): DisputeView | undefined => {
  const parsed = disputeSchema.safeParse(object);
  if (!parsed.success) return undefined;
  const { id, status } = parsed.data;
  return {
    disputeId: id,
    status: disputeEnds[status] ?? 'open',
    isInquiry: status.startsWith('warning_'),
    amount: moneyOf(parsed.data),
  };
};

/** An early fraud warning as Stripe sends it; undefined when the object is not one. */
export const findFraudWarningView = (object: unknown): FraudWarningView | undefined => {
  const parsed = fraudWarningSchema.safeParse(object);
  return parsed.success
    ? { warningId: parsed.data.id, isActionable: parsed.data.actionable }
    : undefined;
};

const refundSchema = z.object({
  id: z.string().min(1),
  object: z.literal('refund'),
  amount: z.int(),
  currency: z.string(),
  metadata: metadataSchema,
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
});

const disputeSchema = z.object({
  id: z.string().min(1),
  object: z.literal('dispute'),
  amount: z.int(),
  currency: z.string(),
  status: z.string().min(1),
});

const fraudWarningSchema = z.object({
  id: z.string().min(1),
  object: z.literal('radar.early_fraud_warning'),
  actionable: z.boolean(),
});

const refundStatus: Record<z.output<typeof refundSchema>['status'], RefundView['status']> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
};

/** `prevented`: the money was given back before it came to a dispute. */
const disputeEnds: Record<string, DisputeView['status'] | undefined> = {
  won: 'won',
  warning_closed: 'won',
  lost: 'lost',
  prevented: 'lost',
};

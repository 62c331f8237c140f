export type Refund = {
  id: string;
  object: 'refund';
  amount: number;
  balance_transaction: null;
  charge: string;
  created: number;
  currency: string;
  customer: string | null;
  metadata: Record<string, string>;
  payment_intent: string;
  payment_method: string;
  reason: string | null;
  receipt_number: null;
  failure_reason?: string;
  status: 'pending' | 'succeeded' | 'failed';
};

/** How a refund that is not settled at once will end, and when; `id` is the refund's. */
export type RefundCourse = { id: string; outcome: 'succeeded' | 'failed'; atMs: number };

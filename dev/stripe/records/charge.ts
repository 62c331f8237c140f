import type { PaymentMethod } from './payment-method.ts';

export type Charge = {
  id: string;
  object: 'charge';
  amount: number;
  amount_captured: number;
  /** What was given back, the part of the hold that was released included. */
  amount_refunded: number;
  balance_transaction: null;
  captured: boolean;
  created: number;
  currency: string;
  customer: string | null;
  description: string | null;
  disputed: boolean;
  failure_code: string | null;
  failure_message: string | null;
  livemode: false;
  metadata: Record<string, string>;
  outcome: {
    type: string;
    network_status: string;
    reason: string | null;
    risk_level: 'normal' | 'elevated' | 'highest';
  };
  paid: boolean;
  payment_intent: string;
  payment_method: string;
  payment_method_details: {
    type: 'card';
    card: PaymentMethod['card'] & { amount_authorized: number; capture_before?: number };
  };
  refunded: boolean;
  status: 'succeeded' | 'failed';
};

/** How long new holds last, where that was set. */
export type HoldLength = { id: 'card'; seconds: number };

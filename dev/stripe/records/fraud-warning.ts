/** An issuer's early word of fraud (docs.stripe.com/api/radar/early_fraud_warnings). */
export type FraudWarning = {
  id: string;
  object: 'radar.early_fraud_warning';
  actionable: boolean;
  charge: string;
  created: number;
  fraud_type: string;
  livemode: false;
  payment_intent: string;
};

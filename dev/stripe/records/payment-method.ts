export type PaymentMethod = {
  id: string;
  object: 'payment_method';
  type: 'card';
  created: number;
  livemode: false;
  customer: string | null;
  allow_redisplay: 'unspecified';
  billing_details: BillingDetails;
  card: {
    brand: string;
    checks: CardChecks;
    last4: string;
    funding: string;
    country: string;
    exp_month: number;
    exp_year: number;
    fingerprint: string;
    networks: { available: string[]; preferred: null };
  };
  metadata: Record<string, string>;
};

type BillingDetails = {
  address: Record<string, string> | null;
  email: string | null;
  name: string | null;
  phone: string | null;
};

type Check = 'pass' | 'fail' | 'unavailable' | null;

export type CardChecks = Record<
  'address_line1_check' | 'address_postal_code_check' | 'cvc_check',
  Check
>;

/** Which test card a payment method is, and whether a setup intent has prepared it. */
export type CardInUse = { id: string; name: string; setUp: boolean };

/** A card of Stripe's test set and how it behaves when it is charged. */
export type TestCard = {
  brand: string;
  last4: string;
  funding: 'credit' | 'debit' | 'prepaid';
  /** The decline code of every charge. */
  decline?: string;
  /** When the bank asks for 3D Secure. */
  authenticate?: 'always' | 'unless-set-up' | 'on-session';
  /** A decline that already the set-up of the card meets. */
  declinesSetup?: boolean;
};

/** Which test card a payment method is, and whether a setup intent has prepared it. */
export type CardInUse = { id: string; name: string; setUp: boolean };

const visa = (last4: string, more: Partial<TestCard> = {}): TestCard => ({
  brand: 'visa',
  last4,
  funding: 'credit',
  ...more,
});

const declining = (last4: string, decline: string): TestCard =>
  visa(last4, { decline, declinesSetup: true });

/** docs.stripe.com/testing, tab PaymentMethods. */
const testCards: Record<string, TestCard> = {
  pm_card_visa: visa('4242'),
  pm_card_visa_debit: visa('5556', { funding: 'debit' }),
  pm_card_mastercard: visa('4444', { brand: 'mastercard' }),
  pm_card_mastercard_debit: visa('8210', { brand: 'mastercard', funding: 'debit' }),
  pm_card_mastercard_prepaid: visa('5100', { brand: 'mastercard', funding: 'prepaid' }),
  pm_card_amex: visa('0005', { brand: 'amex' }),
  pm_card_discover: visa('1117', { brand: 'discover' }),
  pm_card_diners: visa('0004', { brand: 'diners' }),
  pm_card_jcb: visa('0505', { brand: 'jcb' }),
  pm_card_unionpay: visa('0005', { brand: 'unionpay' }),
  pm_card_chargeCustomerFail: visa('0341', { decline: 'generic_decline' }),
  pm_card_chargeDeclined: declining('0002', 'generic_decline'),
  pm_card_chargeDeclinedInsufficientFunds: declining('9995', 'insufficient_funds'),
  pm_card_chargeDeclinedLostCard: declining('9987', 'lost_card'),
  pm_card_chargeDeclinedStolenCard: declining('9979', 'stolen_card'),
  pm_card_chargeDeclinedExpiredCard: declining('0069', 'expired_card'),
  pm_card_chargeDeclinedIncorrectCvc: declining('0127', 'incorrect_cvc'),
  pm_card_chargeDeclinedProcessingError: declining('0119', 'processing_error'),
  pm_card_chargeDeclinedVelocityLimitExceeded: declining('6975', 'card_velocity_exceeded'),
  pm_card_chargeDeclinedFraudulent: declining('0019', 'fraudulent'),
  pm_card_radarBlock: visa('0019', { decline: 'fraudulent' }),
  pm_card_authenticationRequired: visa('3184', { authenticate: 'always' }),
  pm_card_threeDSecure2Required: visa('3220', { authenticate: 'always' }),
  pm_card_authenticationRequiredOnSetup: visa('3155', { authenticate: 'unless-set-up' }),
  pm_card_authenticationRequiredSetupForOffSession: visa('0446', { authenticate: 'on-session' }),
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: visa('8260', {
    authenticate: 'always',
    decline: 'insufficient_funds',
  }),
};

/**
 * The card of that name. Stripe's pages spell some declined ones with `visa_`, some without; both
 * are taken everywhere.
 */
export const findTestCard = (name: string): { name: string; card: TestCard } | undefined => {
  const short = name.replace(/^pm_card_visa_(?=charge)/, 'pm_card_');
  const card = Object.hasOwn(testCards, short) ? testCards[short] : undefined;
  return card && { name: short, card };
};

/** Whether the bank wants the customer present before it approves. */
export const mustAuthenticate = (
  card: TestCard,
  { setUp, offSession }: { setUp: boolean; offSession: boolean },
): boolean =>
  card.authenticate === 'always' ||
  (card.authenticate === 'unless-set-up' && !setUp) ||
  (card.authenticate === 'on-session' && !offSession);

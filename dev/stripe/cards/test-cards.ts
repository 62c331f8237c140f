import type { TestCard } from './test-card.ts';
import { countryCards } from './test-cards-by-country.ts';

const visa = (last4: string, more: Partial<TestCard> = {}): TestCard => ({
  brand: 'visa',
  last4,
  funding: 'credit',
  ...more,
});

const mastercard = (last4: string, more: Partial<TestCard> = {}): TestCard =>
  visa(last4, { brand: 'mastercard', ...more });

const declining = (last4: string, decline: string): TestCard =>
  visa(last4, { decline, declinesSetup: true });

const disputed = (last4: string, reason: string, more: Partial<TestCard['dispute']> = {}) =>
  visa(last4, { dispute: { reason, ...more } });

/** docs.stripe.com/testing, tab PaymentMethods, as of August 2026; by country in a file apart. */
const testCards: Record<string, TestCard> = {
  ...countryCards,
  pm_card_visa: visa('4242'),
  pm_card_visa_debit: visa('5556', { funding: 'debit' }),
  pm_card_mastercard: mastercard('4444'),
  pm_card_mastercard_debit: mastercard('8210', { funding: 'debit' }),
  pm_card_mastercard_prepaid: mastercard('5100', { funding: 'prepaid' }),
  pm_card_amex: visa('0005', { brand: 'amex' }),
  pm_card_discover: visa('1117', { brand: 'discover' }),
  pm_card_diners: visa('0004', { brand: 'diners' }),
  pm_card_jcb: visa('0505', { brand: 'jcb', country: 'JP' }),
  pm_card_unionpay: visa('0005', { brand: 'unionpay', country: 'CN' }),
  pm_card_visa_cartesBancaires: visa('1001', { country: 'FR', coBrand: 'cartes_bancaires' }),
  pm_card_mastercard_cartesBancaires: mastercard('1001', {
    country: 'FR',
    coBrand: 'cartes_bancaires',
  }),
  pm_card_visa_debit_eftposAuCoBranded: visa('0001', {
    funding: 'debit',
    country: 'AU',
    coBrand: 'eftpos_au',
  }),
  pm_card_mastercard_debit_eftposAuCoBranded: mastercard('0080', {
    funding: 'debit',
    country: 'AU',
    coBrand: 'eftpos_au',
  }),
  pm_card_debit_visaFsaProductCode: visa('0072', { funding: 'debit' }),
  pm_card_debit_visaHsaProductCode: visa('0072', { funding: 'debit' }),
  pm_card_mastercard_debit_mastercardFsaProductCode: mastercard('8897', { funding: 'debit' }),
  pm_card_bypassPending: visa('0077'),
  pm_card_bypassPendingInternational: visa('0278', { country: 'IE' }),

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

  pm_card_radarBlock: visa('0019', { decline: 'fraudulent', blocked: true, risk: 'highest' }),
  pm_card_riskLevelHighest: visa('4954', { decline: 'fraudulent', blocked: true, risk: 'highest' }),
  pm_card_riskLevelElevated: visa('9235', { risk: 'elevated' }),
  pm_card_highFraudDisputeScore: visa('0407', { risk: 'elevated' }),
  pm_card_highEfwScore: visa('0159', { risk: 'elevated' }),
  pm_card_radarDynamicRiskThreshold: visa('1017', { risk: 'elevated' }),
  pm_card_freeTrialAbuseBlock: visa('3804'),
  pm_card_adaptive3dsChallenge: visa('0003'),
  pm_card_cvcCheckFail: visa('0101', { checks: { cvc_check: 'fail' } }),
  pm_card_cvcCheckFailElevatedRisk: visa('7872', {
    checks: { cvc_check: 'fail' },
    risk: 'elevated',
  }),
  pm_card_avsZipFail: visa('0036', { checks: { address_postal_code_check: 'fail' } }),
  pm_card_avsZipFailElevatedRisk: visa('6072', {
    checks: { address_postal_code_check: 'fail' },
    risk: 'elevated',
  }),
  pm_card_avsLine1Fail: visa('0028', { checks: { address_line1_check: 'fail' } }),
  pm_card_avsFail: visa('0010', {
    checks: { address_line1_check: 'fail', address_postal_code_check: 'fail' },
  }),
  pm_card_avsUnchecked: visa('0044', {
    checks: { address_line1_check: 'unavailable', address_postal_code_check: 'unavailable' },
  }),

  pm_card_createDispute: disputed('0259', 'fraudulent'),
  pm_card_createDisputeProductNotReceived: disputed('2685', 'product_not_received'),
  pm_card_createDisputeInquiry: disputed('1976', 'fraudulent', { inquiry: true }),
  pm_card_createMultipleDisputes: disputed('0079', 'fraudulent', { times: 2 }),
  pm_card_createCe3EligibleDispute: disputed('0038', 'fraudulent'),
  pm_card_createComplianceDispute: disputed('0779', 'noncompliant'),
  pm_card_createMastercardComplianceDispute: mastercard('0002', {
    dispute: { reason: 'noncompliant' },
  }),
  pm_card_createAutoRepresentmentEligibleDispute: disputed('0043', 'fraudulent'),
  pm_card_createIssuerFraudRecord: visa('5423', { fraudWarning: true }),
  pm_card_pendingRefund: visa('7726', { refundEnds: 'succeeded' }),
  pm_card_refundFail: visa('5126', { refundEnds: 'failed' }),

  pm_card_authenticationRequired: visa('3184', { authenticate: 'always' }),
  pm_card_authenticationRequiredOnSetup: visa('3155', { authenticate: 'unless-set-up' }),
  pm_card_authenticationRequiredSetupForOffSession: visa('0446', { authenticate: 'on-session' }),
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: visa('3178', {
    authenticate: 'always',
    decline: 'insufficient_funds',
  }),
  pm_card_threeDSecure2Required: visa('3220', { authenticate: 'always', country: 'IE' }),
  pm_card_threeDSecureRequired: visa('3063', { authenticate: 'always' }),
  pm_card_threeDSecureRequiredChargeDeclined: visa('1629', {
    authenticate: 'always',
    decline: 'generic_decline',
  }),
  pm_card_threeDSecureRequiredProcessingError: declining('1280', 'processing_error'),
  pm_card_threeDSecureOptional: visa('3055'),
  pm_card_threeDSecureOptionalProcessingError: visa('3097'),
  pm_card_amex_threeDSecureNotSupported: visa('0005', { brand: 'amex' }),
};

/** Each card once, by the name without `visa_`. */
export const testCardNames: readonly string[] = Object.keys(testCards);

/**
 * The card of that name. Stripe's pages spell some declined ones with `visa_`, some without; both
 * are taken everywhere.
 */
export const findTestCard = (name: string): { name: string; card: TestCard } | undefined => {
  const short = name.replace(/^pm_card_visa_(?=charge)/, 'pm_card_');
  const card = Object.hasOwn(testCards, short) ? testCards[short] : undefined;
  return card && { name: short, card };
};

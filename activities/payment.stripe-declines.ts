import type { DeclineKind } from './payment.ts';

/**
 * The kind of a decline, from docs.stripe.com/declines/codes and the issuer's `advice_code`
 * (docs.stripe.com/declines/card). A code that stands in neither list may pass later: `soft`.
 */
export const kindOfDecline = (code: string, adviceCode: string | undefined): DeclineKind => {
  if (expired.has(code)) return 'expired';
  return hard.has(code) || adviceCode === 'do_not_try_again' ? 'hard' : 'soft';
};

/** The bank wants its customer: no decline at all, the same intent can be confirmed by them. */
export const asksForCustomer = (code: string): boolean =>
  code === 'authentication_required' || code === 'authentication_not_handled';

const expired = new Set(['expired_card', 'invalid_expiry_month', 'invalid_expiry_year']);

const hard = new Set([
  'card_not_supported',
  'currency_not_supported',
  'do_not_try_again',
  'fraudulent',
  'incorrect_number',
  'invalid_account',
  'invalid_number',
  'lost_card',
  'merchant_blacklist',
  'new_account_information_available',
  'not_permitted',
  'pickup_card',
  'restricted_card',
  'revocation_of_all_authorizations',
  'revocation_of_authorization',
  'security_violation',
  'service_not_allowed',
  'stolen_card',
  'stop_payment_order',
  'transaction_not_allowed',
]);

import type { DeclineKind } from '../../../workflows/domain/backorder/card.ts';

/**
 * The kind of a decline. What counts is why Stripe blocked the charge, if it did; else the code and
 * the issuer's `advice_code`, either of which can rule the card out. An unknown code is `soft`.
 */
export const kindOfDecline = (
  code: string,
  { advice, blockedFor }: { advice?: string | undefined; blockedFor?: string | undefined } = {},
): DeclineKind => {
  if (blockedFor !== undefined) return blocks[blockedFor] ?? 'fraud';
  const meaning = meanings[code] ?? 'soft';
  if (meaning !== 'soft' && meaning !== 'asks') return meaning;
  return advice === 'do_not_try_again' ? 'hard' : 'soft';
};

/** Whether the bank asks for its customer. That is no decline: they can confirm the same intent. */
export const asksForCustomer = (code: string): boolean => meanings[code] === 'asks';

/**
 * docs.stripe.com/declines/codes, and of docs.stripe.com/error-codes those of a card. A lost or
 * stolen card is not the customer's fraud.
 */
const meanings: Record<string, DeclineKind | 'asks' | undefined> = {
  authentication_not_handled: 'asks',
  authentication_required: 'asks',
  payment_intent_authentication_failure: 'asks',

  expired_card: 'expired',
  invalid_expiry_month: 'expired',
  invalid_expiry_year: 'expired',

  fraudulent: 'fraud',
  merchant_blacklist: 'fraud',

  card_not_supported: 'hard',
  currency_not_supported: 'hard',
  do_not_try_again: 'hard',
  incorrect_number: 'hard',
  invalid_account: 'hard',
  invalid_number: 'hard',
  lost_card: 'hard',
  new_account_information_available: 'hard',
  not_permitted: 'hard',
  pickup_card: 'hard',
  restricted_card: 'hard',
  revocation_of_all_authorizations: 'hard',
  revocation_of_authorization: 'hard',
  security_violation: 'hard',
  service_not_allowed: 'hard',
  stolen_card: 'hard',
  stop_payment_order: 'hard',
  testmode_decline: 'hard',
  transaction_not_allowed: 'hard',

  approve_with_id: 'soft',
  call_issuer: 'soft',
  card_velocity_exceeded: 'soft',
  do_not_honor: 'soft',
  duplicate_transaction: 'soft',
  generic_decline: 'soft',
  incorrect_address: 'soft',
  incorrect_cvc: 'soft',
  incorrect_zip: 'soft',
  insufficient_funds: 'soft',
  invalid_amount: 'soft',
  invalid_cvc: 'soft',
  issuer_not_available: 'soft',
  no_action_taken: 'soft',
  processing_error: 'soft',
  reenter_transaction: 'soft',
  try_again_later: 'soft',
  withdrawal_count_limit_exceeded: 'soft',
};

/** Reasons of a charge whose outcome is `blocked` that are not Radar's (docs.stripe.com/declines). */
const blocks: Record<string, DeclineKind | undefined> = {
  low_probability_of_authorization: 'soft',
  previously_declined_do_not_retry: 'hard',
};

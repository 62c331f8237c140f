import type { ApiError } from '../http/errors.ts';

/** What a bank's refusal looks like in an answer (docs.stripe.com/declines/codes). */
export const declineError = (declineCode: string): ApiError => {
  const named = ownCodes[declineCode];
  const advice = adviceOf[declineCode];
  return {
    type: 'card_error',
    code: named ? declineCode : 'card_declined',
    decline_code: declineCode,
    doc_url: `https://docs.stripe.com/error-codes/${named ? declineCode.replaceAll('_', '-') : 'card-declined'}`,
    message: named?.message ?? 'Your card was declined.',
    ...(named?.param ? { param: named.param } : {}),
    ...(advice ? { advice_code: advice } : {}),
  };
};

/** Declines whose `code` is more than `card_declined`. */
const ownCodes: Record<string, { message: string; param?: string } | undefined> = {
  authentication_required: {
    message:
      'Your card was declined. This transaction requires authentication. Please check your card details and try again.',
  },
  expired_card: { message: 'Your card has expired.', param: 'exp_month' },
  incorrect_cvc: { message: "Your card's security code is incorrect.", param: 'cvc' },
  incorrect_number: { message: 'Your card number is incorrect.', param: 'number' },
  processing_error: {
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
};

/** docs.stripe.com/declines/card, "Retrying issuer declines". */
const adviceOf: Record<string, string | undefined> = {
  card_velocity_exceeded: 'try_again_later',
  generic_decline: 'try_again_later',
  insufficient_funds: 'try_again_later',
  issuer_not_available: 'try_again_later',
  processing_error: 'try_again_later',
  try_again_later: 'try_again_later',
  do_not_try_again: 'do_not_try_again',
  lost_card: 'do_not_try_again',
  pickup_card: 'do_not_try_again',
  stolen_card: 'do_not_try_again',
  expired_card: 'confirm_card_data',
  incorrect_cvc: 'confirm_card_data',
  incorrect_number: 'confirm_card_data',
};

/** Giving a card, and agreeing to what it is charged. */
export const cardPage = {
  give: 'Give us your card',
  otherCard: 'Use a different card',
  consent: 'What your card will be charged',
  yours: 'Your card',
  newCard: 'Your new card',
  useThis: 'Use this card',
  usedFor: 'Your card will be used for order {order}.',
  usedInstead: 'The new card will be used for order {order} instead of the card on file.',
  approvedNow: 'As soon as we have it, we will ask its bank to approve the amount.',
  approvedLater:
    'Nothing will be charged now. We will ask its bank to approve the amount once items are set aside for you.',
  continue: 'Continue',
  again: 'Try again',
  noAnswer: 'We do not have an answer yet',
  noAnswerWhy: 'Your request may not have reached us. Please try again in a moment.',
  waiting: 'One moment, please',
  waitingWhy: 'We are getting the card form ready.',
  check: 'Check again',
  refused: 'We cannot show you a card form',
  refusedWhy:
    'The payment provider refused the form for your card. Nothing was charged, and nothing about your order has changed. We are looking into it.',
  refusedHelp:
    '{reach, select, mail {You can try again with a new form. If that does not work either, please email us at {email}.} other {You can try again with a new form. If that does not work either, please contact us.}}',
  returned: 'Thank you, one moment',
  returnedWhy: 'You are back from your bank. Continue to see what this means for your order.',
  agreeFor: 'For your order {order}. Nothing will be charged now.',
  agreeTo: 'What you agree to',
  version: 'Version {version}',
  iAgree: 'I agree that my card is charged for this order as described here.',
  iAgreeMost:
    'I agree that my card is charged for this order as described here, and never more than {sum} in total.',
  agree: 'Agree',
  agreeAndContinue: 'Agree and continue',
  unchecked: 'Please check the box first. Without your agreement we cannot charge your card.',
  lost: 'We do not have an answer yet. Please try again in a moment.',
  needsScript:
    '{reach, select, mail {This step needs JavaScript, because only your bank and the payment provider see your card. If you cannot turn it on, please email us at {email}.} other {This step needs JavaScript, because only your bank and the payment provider see your card. If you cannot turn it on, please contact us.}}',
} as const;

/** Confirming a payment that the bank asks about, and what the page says while it does. */
export const payPage = {
  title: 'Confirm your payment',
  needed: 'Your bank needs you to confirm the payment of {sum} for order {order}.',
  heldThen: 'It will then be held on your card, and charged only when your items ship.',
  keptUntil: 'Your items are set aside for you through {day}.',
  same: 'Confirm with the card on file',
  card: 'Your card',
  orOther: 'Or pay with a different card',
  pay: 'Pay with this card',
  unconfirmed: 'The payment was not confirmed. Please try again or use a different card.',
  declined: 'Your card was declined. Please try again or use a different card.',
  failed: 'That did not work. Please try again in a moment.',
  wait: 'One moment, please. This may take a few seconds.',
  noForm: 'The card form could not be loaded. Please reload the page.',
  noProvider: 'We cannot reach the payment provider. Please reload the page.',
} as const;

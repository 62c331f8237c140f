export const paymentRecovered = {
  subjectWaived: 'Nothing more to pay for order {order}',
  subjectCharged: 'Your payment went through for order {order}',
  subjectAgreed: 'We have your card for order {order}',
  subjectHeld: 'Your payment is approved for order {order}',
  subjectNoted: 'We have your new card for order {order}',
  headingWaived: 'Nothing more to pay',
  headingCharged: 'Your payment went through',
  headingAgreed: 'We have your card',
  headingHeld: 'Your payment is approved',
  headingNoted: 'We have your new card',
  waived:
    'What is left to pay for the items from your order {order} that have shipped is too small a sum to charge to a card, so we do not ask for it.',
  charged: 'We have charged your card for items from your order {order} that have shipped.',
  agreedWaiting:
    'Thank you. Your card is on file for your order {order}, which is in line for its items.',
  agreed: 'Thank you. Your card is on file for your order {order}.',
  held: 'Thank you. The payment for your order {order} is now approved.',
  notedWaiting:
    'Thank you. Your new card is on file for your order {order}, which is in line for its items.',
  noted: 'Thank you. Your new card is on file for your order {order}.',
  notCharged: 'Not charged',
  chargedFor: 'Charged for shipped items',
  heldOnCard: 'Held on your card',
  mostCharged: 'Maximum charge when it ships',
  nothingToDo: 'There is nothing you need to do.',
  nextCharged: 'The items that have shipped are now paid for. There is nothing you need to do.',
  nextHeld: 'It will be charged only when your items ship. There is nothing you need to do.',
  nextWaiting:
    'Nothing has been charged for them. As soon as your items are set aside for you, we will ask your bank to approve the amount, and we will charge it only when they ship.',
  nextSetAside:
    'We will ask your bank to approve the amount for the items that are set aside for you, and we will charge it only when they ship.',
} as const;

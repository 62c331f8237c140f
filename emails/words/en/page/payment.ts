/** The customer's money so far, and what may still be charged. */
export const paymentPage = {
  seenOfUpfront: 'Of what you paid when you ordered, we can see {sum}.',
  upfront: 'You paid {sum} when you ordered.',
  charged: '{sum} was charged to your card.',
  unmatched: 'We could not match a payment to your order. We will contact you about it.',
  neverCharged: 'Nothing was charged, and nothing will be.',
  notCharged: 'Nothing has been charged yet.',
  unseen: `{what, select,
    deposit {We cannot see the deposit for your order yet. We are looking into it.}
    fullDeposit {We cannot see the full deposit for your order yet. We are looking into it.}
    fullPayment {We cannot see the full payment for your order yet. We are looking into it.}
    other {We cannot see the payment for your order yet. We are looking into it.}}`,
  neverSeen: `{what, select,
    deposit {We could not see the deposit for your order.}
    fullDeposit {We could not see the full deposit for your order.}
    fullPayment {We could not see the full payment for your order.}
    other {We could not see the payment for your order.}}`,
  ifPaid:
    '{reach, select, mail {If you have paid it, please email us at {email}.} other {If you have paid it, please contact us.}}',
  refunded: '{sum} was refunded to the payment method you paid with.',
  credited: 'Your bank has credited you {sum}.',
  refunding: `{by, select,
    shop {{shop} is refunding {sum} to the payment method you paid with.}
    other {We are refunding {sum} to the payment method you paid with.}}`,
  releasing: 'The {sum} held on your card is being released.',
  held: '{sum} is held on your card. You will be charged only for what ships.',
  charging: '{sum} is held on your card and is being charged now.',
  chargingShipped: '{sum} is held on your card and is being charged now for what has shipped.',
  chargingPart: '{sum} is held on your card. {due} of it is being charged now.',
  restReleased: 'The rest will be released.',
  restLater: 'Of the rest, you will be charged only for what ships.',
  released:
    'Everything held on your card has been released. Your bank may take a few days to show it.',
  otherReleased:
    'Everything else held on your card has been released. Your bank may take a few days to show it.',
  pursued: 'Not everything that has shipped is paid for yet. We are looking into it.',
  paidInFull: 'Your order is paid in full.',
  nothingMore: 'Nothing more will be charged.',
  willCharge: `{what, select,
    rest {{when, select,
      atOnce {We will charge the rest to your card right away for what has shipped, and otherwise only when your items ship.}
      other {We will charge the rest to your card only when your items ship.}}}
    other {{when, select,
      atOnce {We will charge your card right away for what has shipped, and otherwise only when your items ship.}
      other {We will charge your card only when your items ship.}}}}`,
  willChargeOnceGiven: `{wants, select,
    card {Once we have your card, we will charge it only when your items ship.}
    consent {Once we have your agreement, we will charge your card only when your items ship.}
    other {Once we have your card and your agreement, we will charge your card only when your items ship.}}`,
  most: 'We will never charge more than {sum} in total.',
  mostBesidesDeposit: 'We will never charge more than {sum} on top of your deposit.',
  cardExpires:
    'Your card is valid through {day}, which is before your order is expected to ship. Please give us a different one.',
  cardExpired: 'Your card was valid through {day}. Please give us a different one.',
} as const;

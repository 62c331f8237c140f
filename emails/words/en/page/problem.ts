/** What is the matter with the payment, and what follows by when. */
export const problemPage = {
  declined: 'Your payment of {sum} did not go through.',
  authentication: 'Your bank needs you to confirm the payment of {sum}.',
  authenticationOver:
    'Your bank needed you to confirm the payment of {sum}, and the time for that has passed.',
  expired: 'The card you gave us has expired. Amount to pay: {sum}.',
  removed:
    'The card you gave us is no longer available, so we cannot charge it. Amount to pay: {sum}.',
  retry:
    'We will try the same card again on {day}. If the payment goes through, there is nothing you need to do.',
  partlyShipped: 'Part of it is for items that have already shipped.',
  cancelsAfter:
    'If we do not have your payment by the end of {day}, we will cancel the order, free of charge.',
  leftToConfirm:
    'It is for items that have already shipped, and will be charged as soon as you confirm it.',
  leftToPay:
    'It is for items that have already shipped. As soon as you give us a different card, it will be charged to that one.',
  keptUntil:
    'Your items are set aside for you through {day}. After that day, they go to the next customer in line, but your order keeps its place.',
  barred:
    'We did not have your payment in time, so your items went to the next customer in line. Your order keeps its place in line and can get items again once you give us a different card.',
  early:
    'Please take care of that before your items come in, so that they can be yours right away.',
  movesOn: 'Your order can move forward as soon as the payment is settled.',
  chargedShipped: 'Your items have shipped, so it will be charged right away.',
  chargedPartly:
    'What has shipped will be charged right away, and everything else only when it ships.',
  chargedLater: 'It will be charged only when your items ship.',
  confirm: 'Confirm your payment',
  otherCard: 'Use a different card',
} as const;

/** The card and the consent that an order still waits for. */
export const askedPage = {
  needed: `{wants, select,
    card {To go ahead with your order, we need your card. Nothing will be charged now.}
    consent {To go ahead with your order, we need your agreement to what your card will be charged. Nothing will be charged now.}
    other {To go ahead with your order, we need your card, and your agreement to what it will be charged. Nothing will be charged now.}}`,
  cancelsAfter:
    'If we do not have it by the end of {day}, we will cancel your order, and nothing will be charged.',
  giveCard: 'Give us your card',
  agree: 'Read and agree',
} as const;

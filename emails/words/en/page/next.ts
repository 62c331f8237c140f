/** Where the order stands, by when it ships, and what happens next. */
export const nextPage = {
  heading: 'What happens next',
  waiting: `{part, select,
    rest {{awaited, select,
      both {The rest of your order is waiting for your card and your agreement.}
      card {The rest of your order is waiting for your card.}
      consent {The rest of your order is waiting for your agreement.}
      payment {The rest of your order is waiting for payment.}
      other {The rest of your order is waiting for stock.}}}
    other {{awaited, select,
      both {Your order is waiting for your card and your agreement.}
      card {Your order is waiting for your card.}
      consent {Your order is waiting for your agreement.}
      payment {Your order is waiting for payment.}
      other {Your order is waiting for stock.}}}}`,
  placeKept: 'We are keeping your place in line.',
  setAside: `{part, select,
    more {More of your order is set aside for you.}
    some {Part of your order is set aside for you.}
    rest {The rest of your order is set aside for you.}
    other {Your order is set aside for you.}}`,
  unsettled: 'The payment is not settled yet.',
  paymentNext: 'Payment comes next.',
  ready: `{part, select,
    more {More of your order is in stock and ready to ship.}
    some {Part of your order is in stock and ready to ship.}
    rest {The rest of your order is in stock and ready to ship.}
    other {Your order is in stock and ready to ship.}}`,
  shipped: 'Your order has shipped.',
  shippedExcept: 'Your order has shipped, except for what was canceled.',
  cancelled: 'Your order has been canceled.',
  noDate: 'There is no ship date yet. We will let you know as soon as there is one.',
  expected: 'Expected to ship by {day}. If that changes, we will let you know.',
  expectedOncePaid: 'Expected to ship by {day}, once the payment is settled.',
  late: 'It was expected to ship by {day}, and it is late. We are sorry. We will give you a new date as soon as we have one.',
  lateUnpaid:
    'It was expected to ship by {day}. That day has passed, and the payment is not settled yet.',
  lookedInto: 'We are looking into your order before it moves forward.',
  paymentLookedInto:
    'We are looking into the payment for your order. Your items can ship once that is resolved.',
  setAsideNext: 'As soon as your items come in, we will set them aside for you and let you know.',
  readySoon: 'Your items will be ready to ship in a moment.',
  paidReadySoon: 'It is already paid for. Your items will be ready to ship in a moment.',
  bankAsked:
    'We are asking your bank to approve the amount. Once it does, your items will be ready to ship.',
  handOver: 'We will hand your items to the carrier and send you an email.',
  handOverCharged:
    'We will hand your items to the carrier. Your card will be charged then, and we will send you an email.',
  restFollows: 'The rest of your order will follow as soon as it is ready.',
  withCarrier: 'Your items are with the carrier.',
  nothingToDo: 'There is nothing you need to do.',
  mailCountdown: 'We will email you again on {day}, with the number of days left.',
  mailExcitement: 'We will email you again on {day}, with a little about what you ordered.',
  mailCheckIn: 'We will email you again on {day}, with an update on where your order stands.',
} as const;

/** Where an order stands, in the words that every mail of the wait shares. */
export const standing = {
  ahead:
    '{rest, select, yes {The rest of your order {order} is} other {Your order {order} is}} expected to ship by {day}.',
  today:
    '{rest, select, yes {The rest of your order {order} is} other {Your order {order} is}} expected to ship today, {day}.',
  past: '{rest, select, yes {The rest of your order {order} was} other {Your order {order} was}} to ship by {day}, and it is late. We are sorry.',
  undated:
    '{rest, select, yes {The rest of your order {order} does} other {Your order {order} does}} not have a ship date yet.',
  over: 'Your order {order} has nothing left to ship.',
  placeKept: 'We are keeping your place in line.',
  partSetAside:
    '{count, plural, one {# item is} other {# items are}} set aside for you already, and we are keeping your place in line for what is still to come in.',
  allSetAside:
    '{rest, select, yes {It is all in stock and set aside for you.} other {Everything in it is in stock and set aside for you.}}',
  shipsBy: 'Ships by',
  wasToShipBy: 'Was to ship by',
  noDate: 'No date yet',
  waitDay: 'Day {day} of {days}',
  dateHolds: 'If that date changes, we will let you know.',
  dateToCome: 'We will email you as soon as there is a date.',
  dateLate: 'We will email you a new date as soon as we have one.',
  cancelOffer:
    'You can cancel on your order page at any time before your order ships, free of charge.',
  cancelOfferFree: 'You can cancel on your order page at any time before your order ships.',
  cancelRest: 'You can cancel what has not shipped on your order page at any time, free of charge.',
  cancelRestFree: 'You can cancel what has not shipped on your order page at any time.',
  unmatched: 'We could not match a payment to your order. We will contact you about it.',
} as const;

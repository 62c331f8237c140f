export const confirmation = {
  subject: 'We have received your order {order}',
  heading: 'Thank you for your order',
  received: 'We have received your order {order}.',
  allWait: 'The items you chose are not in stock right now, so we are keeping your place in line.',
  someWait:
    'Some of the items you chose are set aside for you already. We are keeping your place in line for the others, which are not in stock right now.',
  noneWait: 'The items you chose are in stock and set aside for you.',
  over: 'There is nothing left of it to ship. You can see everything about it on your order page.',
  stepPlace: 'We keep your place in line, and set your items aside for you as they come in.',
  stepSetAside: 'We have set your items aside for you.',
  stepAhead: 'Your order ships by {day}. If that changes, we will let you know.',
  stepToday: 'Your order ships today, {day}.',
  stepLate:
    'Your order was to ship by {day}, and it is late. We are sorry, and will email you a new date as soon as we have one.',
  stepUndated:
    'There is no ship date yet. We will email you as soon as there is one, and check in every 30 days until then.',
  stepTold: 'We email you again once the carrier has your order.',
  charge:
    'Nothing has been charged. We will charge your card only when your order ships, and never more than {maximum} in total.',
  chargeRest:
    'You have already paid {paid}. We will charge the remaining {left} only when your order ships, and never more than {maximum}.',
  chargeNothing:
    'You have already paid {paid}, which is the full amount. Nothing more will be charged.',
  asked:
    'Nothing has been charged. To go ahead with your order we still need your card, and your agreement to what it will be charged, by the end of {day}: you can give us both on your order page. We will charge your card only when your order ships, and never more than {maximum} in total.',
  alreadyPaid: 'Already paid',
  mostCharged: 'Maximum charge when it ships',
  changeCard:
    'Until your items are set aside, you can also change your card there. To change the delivery address, please contact us.',
  changeAddress: 'To change the delivery address, please contact us.',
} as const;

export const cardExpiring = {
  subject: 'Your card expires before order {order} ships',
  subjectSoon: 'Your card for order {order} expires soon',
  heading: 'Your card expires before your order ships',
  headingSoon: 'Your card expires soon',
  before:
    'The card you gave us for your order {order} expires at the end of {month}, before your order is expected to ship.',
  soon: 'The card you gave us for your order {order} expires at the end of {month}, and your order has not shipped yet.',
  plain: 'The card you gave us for your order {order} expires at the end of {month}.',
  wish: 'Please give us a different card, so that the payment can go through when your items come in. Nothing will be charged now, and you keep your place in line.',
  wishSetAside:
    'Please give us a different card, so that the payment can go through. Nothing will be charged now.',
  validThrough: 'Card valid through',
  change: 'Use a different card',
} as const;

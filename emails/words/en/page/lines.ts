/** What was ordered, what has left, and how many of each. */
export const linesPage = {
  quantity: 'Quantity {quantity, number}',
  quantityAndState: 'Quantity {quantity, number} · {state}',
  shipped: 'shipped',
  allocated: 'set aside for you',
  waiting: 'waiting for stock',
  cancelled: 'canceled',
  someShipped: '{count, number} shipped',
  someAllocated: '{count, number} set aside for you',
  someWaiting: '{count, number} waiting for stock',
  someCancelled: '{count, number} canceled',
  shipping: 'Shipping',
  total: 'Order total',
  handed: 'Handed to {carrier} on {day}.',
  handedOver: 'Handed to the carrier on {day}.',
  tracking: 'Tracking number: {number}',
  part: '{quantity, number} × {title}',
} as const;

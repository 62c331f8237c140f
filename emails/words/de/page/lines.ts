/** What was ordered, what has left, and how many of each. */
export const linesPage = {
  quantity: 'Menge {quantity, number}',
  quantityAndState: 'Menge {quantity, number} · {state}',
  shipped: 'verschickt',
  allocated: 'für Sie zurückgelegt',
  waiting: 'auf der Warteliste',
  cancelled: 'storniert',
  someShipped: '{count, number} verschickt',
  someAllocated: '{count, number} für Sie zurückgelegt',
  someWaiting: '{count, number} auf der Warteliste',
  someCancelled: '{count, number} storniert',
  shipping: 'Versandkosten',
  total: 'Gesamtbetrag der Bestellung',
  handed: 'Am {day} an {carrier} übergeben.',
  handedOver: 'Am {day} dem Versanddienst übergeben.',
  tracking: 'Sendungsnummer: {number}',
  part: '{quantity, number} × {title}',
} as const;

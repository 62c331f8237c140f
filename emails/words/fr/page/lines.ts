/** What was ordered, what has left, and how many of each. */
export const linesPage = {
  quantity: 'Quantité : {quantity, number}',
  quantityAndState: 'Quantité : {quantity, number} · {state}',
  shipped: 'expédition effectuée',
  allocated: 'de côté pour vous',
  waiting: 'en attente de stock',
  cancelled: 'annulation effectuée',
  someShipped: '{count, plural, one {# expédié} other {# expédiés}}',
  someAllocated: '{count, number} de côté pour vous',
  someWaiting: '{count, number} en attente de stock',
  someCancelled: '{count, plural, one {# annulé} other {# annulés}}',
  shipping: 'Livraison',
  total: 'Total de la commande',
  handed: 'Envoi confié à {carrier} le {day}.',
  handedOver: 'Envoi confié au transporteur le {day}.',
  tracking: 'Numéro de suivi : {number}',
  part: '{quantity, number} × {title}',
} as const;

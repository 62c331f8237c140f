/** What was ordered, what has left, and how many of each. */
export const linesPage = {
  quantity: 'Cantidad: {quantity, number}',
  quantityAndState: 'Cantidad: {quantity, number} · {state}',
  shipped: 'enviado',
  allocated: 'reservado para ti',
  waiting: 'a la espera de existencias',
  cancelled: 'cancelado',
  someShipped: '{count, plural, one {# unidad enviada} other {# unidades enviadas}}',
  someAllocated:
    '{count, plural, one {# unidad reservada para ti} other {# unidades reservadas para ti}}',
  someWaiting:
    '{count, plural, one {# unidad a la espera de existencias} other {# unidades a la espera de existencias}}',
  someCancelled: '{count, plural, one {# unidad cancelada} other {# unidades canceladas}}',
  shipping: 'Gastos de envío',
  total: 'Total del pedido',
  handed: 'Lo entregamos a {carrier} el {day}.',
  handedOver: 'Lo entregamos al transportista el {day}.',
  tracking: 'Número de seguimiento: {number}',
  part: '{quantity, number} × {title}',
} as const;

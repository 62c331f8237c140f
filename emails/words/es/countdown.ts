export const countdown = {
  toGo: '{days, plural, =0 {Hoy} one {Falta # día} other {Faltan # días}}',
  subject: '{toGo}: {items}',
  subjectUndated: 'Aún sin fecha de envío: {items}',
  subjectLate: 'Más tarde de lo que te dijimos: {items}',
  subjectOver: 'Tu pedido {order}: no queda nada por enviar',
  headingUndated: 'Aún sin fecha de envío',
  headingLate: 'Más tarde de lo que te dijimos',
  headingOver: 'No queda nada por enviar',
  inDays: 'Es decir, dentro de {days, plural, one {# día} other {# días}}.',
  thenCard:
    'Cuando salgan tus artículos, cobraremos en tu tarjeta, nunca más de {maximum} en total, y te escribiremos en cuanto los tenga el transportista.',
  thenPaid:
    'Tus artículos están pagados. Te escribiremos en cuanto los tenga el transportista, y no se cobrará nada más.',
  thenFree: 'Te escribiremos en cuanto los tenga el transportista.',
  thenAsked:
    'Tus artículos solo pueden salir cuando tengamos tu tarjeta y tu aceptación. Puedes darnos ambas en la página de tu pedido.',
  nothingToDo: 'No tienes que hacer nada.',
  lastCard:
    'Si prefieres pagar con otra tarjeta, este es el momento: puedes cambiarla mientras tus artículos no estén reservados para ti.',
  changeCard: 'Usar otra tarjeta',
  address: '¿Ha cambiado tu dirección de entrega? Avísanos en {contact}.',
  others: 'También para ti el mismo día',
  other: 'Pedido {order}: {items}',
} as const;

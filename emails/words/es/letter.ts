/** What every mail says around its own matter. */
export const letter = {
  hello: 'Hola:',
  helloName: 'Hola, {name}:',
  view: 'Ver tu pedido',
  viewOrCancel: 'Ver o cancelar tu pedido',
  about: 'Este correo trata de tu pedido {order}, realizado el {day}.',
  questions: '¿Tienes preguntas? Escríbenos a {address}.',
  unsubscribeOffer:
    'Puedes darte de baja de estas novedades. Seguiremos escribiéndote sobre el pago, el envío y cualquier cambio en tu pedido.',
  unsubscribeOfferFree:
    'Puedes darte de baja de estas novedades. Seguiremos escribiéndote sobre el envío y cualquier cambio en tu pedido.',
  unsubscribe: 'Darme de baja',
  preferences: 'Elegir qué correos recibir',
  items: '{more, plural, =0 {{first}} other {{first} y # más}}',
  noItems: 'tu pedido',
  yourOrder: 'Tu pedido {order}',
  stillToCome: 'Lo que falta de tu pedido {order}',
  shipping: 'Gastos de envío',
  total: 'Total',
  totalLeft: 'Total de lo que falta',
  quantity: 'Cantidad: {count} · {sku}',
  line: '{count} × {title} ({sku})',
  pricedLine: '{count} × {title} ({sku}), {amount}',
  moreLines: 'y {count} más, en tu página',
  moreOrders: '{count, plural, one {y # pedido más} other {y # pedidos más}}',
  detail: '{label}: {value}',
  titled: '{title}:',
} as const;

export const cardExpiring = {
  subject: 'Tu tarjeta caduca antes del envío de tu pedido {order}',
  subjectSoon: 'La tarjeta de tu pedido {order} caduca pronto',
  heading: 'Tu tarjeta caduca antes del envío de tu pedido',
  headingSoon: 'Tu tarjeta caduca pronto',
  before:
    'La tarjeta que nos indicaste para tu pedido {order} caduca el último día de {month}, antes de la fecha en que prevemos enviarlo.',
  soon: 'La tarjeta que nos indicaste para tu pedido {order} caduca el último día de {month}, y tu pedido aún no se ha enviado.',
  plain: 'La tarjeta que nos indicaste para tu pedido {order} caduca el último día de {month}.',
  wish: 'Indícanos otra tarjeta para que el pago se pueda completar cuando lleguen tus artículos. Ahora no se cobrará nada, y conservas tu turno.',
  wishSetAside:
    'Indícanos otra tarjeta para que el pago se pueda completar. Ahora no se cobrará nada.',
  validThrough: 'Tarjeta válida hasta',
  change: 'Usar otra tarjeta',
} as const;

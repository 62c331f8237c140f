export const delayAnswer = {
  subject: 'Hemos anotado tu respuesta sobre el pedido {order}',
  heading: 'Hemos anotado tu respuesta',
  until: 'Aceptas esperar tu pedido {order} hasta el {day}.',
  open: 'Aceptas esperar tu pedido {order} sin una fecha nueva.',
  period: 'Nos has pedido que entreguemos tu pedido {order} como máximo el {day}.',
} as const;

export const withdrawal = {
  subject: 'Tu desistimiento del pedido {order}',
  heading: 'Hemos recibido tu desistimiento',
  received: 'Hemos recibido tu desistimiento del contrato del pedido {order} el {when}.',
  canceled: 'Hemos cancelado el pedido. Otro correo te informa sobre tu dinero.',
  handedOver:
    'Los artículos ya se han enviado, así que {shop} se ocupa de tu desistimiento y te escribirá sobre la devolución.',
  partly:
    'Hemos cancelado lo que aún no se había enviado. {shop} se ocupa del resto, que ya se ha enviado, y te escribirá sobre la devolución.',
  covers: 'Tu desistimiento incluye',
} as const;

/** The mails that a customer was sent, to be read again. */
export const messagesPage = {
  title: 'Lo que te hemos contado sobre el pedido {order}',
  none: 'Aún no te hemos enviado ningún correo sobre este pedido.',
  sentOn: 'Enviado el {day}',
  to: 'Para: {address}',
  as: 'Este es el correo tal como lo enviamos.',
  alone: 'Mostrar solo el correo',
  all: 'Todos los correos sobre este pedido',
} as const;

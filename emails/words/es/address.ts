export const addressConfirm = {
  subject: 'Confirma tu dirección de correo',
  heading: '¿Es esta tu dirección de correo?',
  status:
    'Alguien nos ha pedido que enviemos a esta dirección todos los correos sobre el pedido {orderId}.',
  ask: 'Si has sido tú, confirma la dirección en un plazo de 24 horas. Hasta entonces no cambia nada.',
  notYou: 'Si no has sido tú, no tienes que hacer nada.',
  action: 'Confirmar esta dirección',
} as const;

export const addressChanged = {
  subject: 'Ha cambiado tu dirección de correo para el pedido {orderId}',
  heading: 'Ha cambiado tu dirección de correo',
  status:
    'A partir de ahora, los correos sobre tu pedido {orderId} llegarán a otra dirección. La hemos cambiado porque alguien lo pidió en la página del pedido y lo confirmó desde la dirección nueva.',
  link: 'El enlace a la página del pedido de nuestros correos anteriores ya no funciona.',
  notYou: 'Si no has sido tú, ponte en contacto con nosotros enseguida.',
  action: 'Buscar tu pedido',
} as const;

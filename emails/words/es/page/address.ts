export const addressPage = {
  title: 'Cambiar tu dirección de correo',
  intro:
    'Escribe la dirección a la que deben llegar los correos sobre el pedido {orderId}. Te enviaremos allí un enlace, y cambiaremos la dirección cuando lo hayas abierto y la hayas confirmado.',
  email: 'Nueva dirección de correo',
  send: 'Enviar el enlace',
  back: 'Volver a tu pedido',
  asked:
    'Hemos enviado un enlace a la dirección nueva. Ábrelo en un plazo de 24 horas y confírmala. Hasta entonces, nuestros correos llegarán a donde llegaban antes.',
  invalid: 'Escribe una dirección de correo, como nombre@example.com.',
  same: 'Nuestros correos sobre este pedido ya llegan a esa dirección.',
  tooMany: 'Has pedido varios cambios. Espera una hora y vuelve a intentarlo.',
} as const;

export const addressConfirmPage = {
  title: 'Confirmar tu dirección de correo',
  question:
    '¿Deben llegar los correos sobre tu pedido a la dirección donde encontraste este enlace?',
  confirm: 'Sí, usar esta dirección',
  otherwise: 'Si no lo has pedido tú, basta con que cierres esta página. No cambiará nada.',
  done: 'Ha cambiado tu dirección de correo',
  doneText:
    'A partir de ahora, los correos sobre tu pedido llegarán a esta dirección. El enlace a la página de tu pedido ha cambiado: te estamos enviando el nuevo.',
  expired: 'Este enlace ya no es válido',
  expiredText:
    'Los enlaces para confirmar una dirección funcionan durante 24 horas, y solo el más reciente. Para recibir otro, cambia de nuevo la dirección en la página de tu pedido.',
  unknown: 'No reconocemos este enlace',
  unknownText: 'Comprueba que el enlace esté completo: los enlaces largos a veces se cortan.',
  foreign: 'No se ha cambiado nada',
  foreignText: 'Esta solicitud venía de otro sitio web. Usa el enlace de nuestro correo.',
} as const;

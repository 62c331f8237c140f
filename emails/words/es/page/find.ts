export const findPage = {
  title: 'Buscar tu pedido',
  intro:
    'Escribe el número de tu pedido y la dirección de correo con la que lo hiciste. Te enviaremos por correo el enlace a la página de tu pedido.',
  orderId: 'Número de pedido',
  email: 'Dirección de correo',
  send: 'Enviarme el enlace',
  sent: 'Mira tu correo',
  sentText:
    'Si tenemos un pedido con ese número y esa dirección de correo, el enlace ya está en camino. Puede tardar un minuto.',
  sentNothing:
    '¿No ha llegado nada después de unos minutos? Comprueba el número de pedido, la dirección de correo y la carpeta de correo no deseado, y vuelve a intentarlo más tarde.',
  another: 'Intentarlo de nuevo',
  foreign: 'No se ha enviado nada',
  foreignText: 'Esta solicitud venía de otro sitio web. Usa el formulario de nuestra página.',
} as const;

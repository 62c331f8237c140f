export const preferencesPage = {
  title: 'Qué correos te enviamos',
  scope: 'Esto se aplica a todos tus pedidos con esta dirección de correo.',
  saved: 'Tu elección se ha guardado.',
  suppressed:
    'Los correos a esta dirección nos han sido devueltos o se han marcado como correo no deseado. Por ahora no le enviamos novedades, elijas lo que elijas aquí. Si quieres volver a recibirlas, ponte en contacto con nosotros.',
  choice: 'Correos que puedes elegir',
  updates: 'Novedades mientras esperas',
  updatesAre: 'Cuántos días faltan y lo que te espera.',
  offers: 'Ofertas',
  offersAre: 'Algunas cosas que combinan con lo que has pedido, dentro de esas novedades.',
  pause: 'Pausar estos correos hasta',
  pauseIs:
    'El primer día en que podemos volver a escribirte. Déjalo vacío si no quieres ninguna pausa.',
  wrongDay: 'Elige un día posterior a hoy o deja el campo vacío. No se ha cambiado nada.',
  incomplete: 'Lo que ha enviado tu navegador no estaba completo. No se ha cambiado nada.',
  save: 'Guardar',
  staysTitle: 'Correos que recibes siempre',
  stays:
    'Siempre te escribimos sobre el pago, el envío, las cancelaciones y cualquier cambio de fecha, porque es algo que necesitas saber.',
  changesTitle: 'Qué ha cambiado',
  updatesOn: 'Se activaron las novedades.',
  updatesOff: 'Se desactivaron las novedades.',
  offersOn: 'Se activaron las ofertas.',
  offersOff: 'Se desactivaron las ofertas.',
  paused: 'Se pausaron los correos hasta el {day}.',
  pauseEnded: 'Se terminó la pausa.',
  changedBy:
    '{by, select, page {{time}, en una de nuestras páginas} oneClick {{time}, con el enlace para darse de baja} checkout {{time}, al hacer el pedido} other {{time}, por nuestro equipo de atención al cliente}}',
  back: 'Ver tu pedido',
  foreignTitle: 'No se ha cambiado nada',
  foreign: 'Esta solicitud venía de otro sitio web. Usa el formulario de la página de tu pedido.',
} as const;

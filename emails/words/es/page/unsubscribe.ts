export const unsubscribePage = {
  title: 'Darte de baja',
  question: '¿Quieres darte de baja de las novedades?',
  asks: 'Ya no te enviaremos novedades mientras esperas, de ninguno de tus pedidos. Nada cambia hasta que pulses el botón.',
  stays:
    'Seguiremos escribiéndote sobre el pago, el envío, las cancelaciones y cualquier cambio de fecha, porque es algo que necesitas saber.',
  button: 'Darme de baja',
  doneTitle: 'Te has dado de baja',
  done: 'Ya no te enviamos novedades mientras esperas, de ninguno de tus pedidos.',
  regret:
    'Si al final quieres recibir las novedades, puedes volver a activarlas en cualquier momento.',
  again: 'Volver a activar las novedades',
  backTitle: 'Las novedades vuelven a estar activadas',
  back: 'Te enviaremos novedades mientras esperas. Puedes darte de baja en cualquier momento.',
  unknownTitle: 'No reconocemos este enlace',
  unknown:
    'Comprueba que el enlace esté completo: los enlaces largos a veces se cortan. Todos los correos con novedades llevan un enlace para darse de baja.',
  heardTitle: 'Hemos recibido tu solicitud',
  heard:
    'Este enlace se ha usado muchas veces en un minuto, y solo lo atendemos cada cierto tiempo. Vuelve a mirar dentro de un minuto.',
  foreignTitle: 'No se ha cambiado nada',
  foreign: 'Esta solicitud venía de otro sitio web. Abre el enlace de tu correo.',
} as const;

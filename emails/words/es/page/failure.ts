/** Pages that say why there is nothing to see, or why nothing was done. */
export const failurePage = {
  unknown: 'No encontramos este pedido',
  unknownLink: 'Comprueba que el enlace esté completo: los enlaces largos a veces se cortan.',
  unknownHelp:
    '{reach, select, mail {Si sigue sin funcionar, escríbenos a {email}.} other {Si sigue sin funcionar, ponte en contacto con nosotros.}}',
  replaced: 'Este enlace se ha sustituido por uno nuevo',
  replacedLink:
    'Para proteger el pedido, el enlace antiguo ya no lo abre. Usa el enlace del correo más reciente sobre el pedido.',
  replacedHelp:
    '{reach, select, mail {Si no lo tienes, escríbenos a {email}.} other {Si no lo tienes, ponte en contacto con nosotros.}}',
  erased: 'Esta página se ha eliminado',
  erasedWhy: 'El pedido está cerrado, y los datos personales relacionados con él se han borrado.',
  erasedHelp:
    '{reach, select, mail {Si tienes alguna pregunta sobre él, escríbenos a {email}.} other {Si tienes alguna pregunta sobre él, ponte en contacto con nosotros.}}',
  formsOnly: 'Aquí no hay nada que ver',
  formsOnlyWhy:
    'Esta dirección solo recibe lo que se envía desde la página de tu pedido. No se ha cambiado nada.',
  outage: 'Vuelve a intentarlo dentro de un momento',
  outageWhy:
    'Ahora mismo no podemos acceder a tu pedido. Tu pedido está a salvo. Si estabas haciendo un cambio, mira la página de tu pedido dentro de un minuto para ver si se ha guardado.',
  tooMany: 'Han sido muchas solicitudes a la vez',
  tooManyWhy:
    'Hemos recibido muchas solicitudes para esta página en poco tiempo. Espera un minuto y vuelve a intentarlo. Tu pedido está a salvo.',
  tooLong: 'No se ha cambiado nada',
  tooLongWhy:
    '{reach, select, mail {Lo que ha enviado tu navegador es más largo que cualquier cosa de nuestras páginas. Vuelve a la página de tu pedido e inténtalo de nuevo, o escríbenos a {email}.} other {Lo que ha enviado tu navegador es más largo que cualquier cosa de nuestras páginas. Vuelve a la página de tu pedido e inténtalo de nuevo, o ponte en contacto con nosotros.}}',
  defect: 'Algo ha fallado por nuestra parte',
  defectHelp:
    '{reach, select, mail {Vuelve a intentarlo más tarde o escríbenos a {email}.} other {Vuelve a intentarlo más tarde o ponte en contacto con nosotros.}}',
} as const;

/** Why something that was asked for is not done. */
export const refusalPage = {
  foreign: 'No se ha cambiado nada',
  foreignWhy: 'Esta solicitud venía de otro sitio web. Usa la página de tu pedido.',
  foreignCancel: 'No se ha cancelado nada',
  foreignCancelWhy:
    'Esta solicitud venía de otro sitio web. Si quieres cancelar, hazlo en la página de tu pedido.',
  unknownChoice: 'Vuelve a la página de tu pedido y elige de nuevo.',
  noMail: 'No encontramos este correo',
  noMailWhy:
    'No hemos enviado ningún correo así sobre este pedido. La página de tu pedido muestra todos los que hemos enviado.',
  noCards: 'Aquí no podemos recibir tu tarjeta',
  noCardsHelp:
    '{reach, select, mail {Para confirmar el pago o usar otra tarjeta, escríbenos a {email}.} other {Para confirmar el pago o usar otra tarjeta, ponte en contacto con nosotros.}}',
  nothingToPay: 'No queda nada por pagar',
  payCancelled: 'Tu pedido se ha cancelado, y no hace falta ningún otro pago.',
  payShipped: 'Tu pedido se ha enviado, y no hace falta ningún otro pago.',
  payNoCard: 'Para tu pedido no hace falta tarjeta.',
  payNothingToDo: 'No tienes que confirmar nada ni usar otra tarjeta.',
  shipped: 'Ya se ha enviado',
  shippedWhy:
    'El transportista ya tiene tus artículos, así que el pedido ya no se puede cancelar aquí.',
  shippedHelp:
    '{reach, select, mail {Si no quieres quedártelos, escríbenos a {email}.} other {Si no quieres quedártelos, ponte en contacto con nosotros.}}',
  nothingToCancel: 'No queda nada por cancelar',
  nothingToCancelWhy:
    'Todo lo que no se había enviado ya se ha cancelado. No tienes que hacer nada.',
} as const;

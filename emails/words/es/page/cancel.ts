/** The question before an order, or a part of it, is canceled. */
export const cancelPage = {
  title: 'Cancelar el pedido {order}',
  question: '¿Cancelar el pedido {order}?',
  itemsTitle: 'Cancelar artículos del pedido {order}',
  itemsQuestion: '¿Qué artículos del pedido {order} quieres cancelar?',
  undoneFree: 'La cancelación no se puede deshacer: un pedido nuevo iría al final de la cola.',
  undone:
    'La cancelación no tiene coste y no se puede deshacer: un pedido nuevo iría al final de la cola.',
  refund: `{by, select,
    shop {{shop} te reembolsará lo que has pagado por ello en el medio de pago con el que pagaste.}
    other {Lo que has pagado por ello se te reembolsará en el medio de pago con el que pagaste.}}`,
  doubtful:
    '{reach, select, mail {Si has pagado por ello, escríbenos a {email}.} other {Si has pagado por ello, ponte en contacto con nosotros.}}',
  released: 'El importe de {sum} retenido en tu tarjeta se liberará y no se cobrará.',
  partReleased:
    'De lo que está retenido en tu tarjeta, un importe de {sum} se liberará y no se cobrará.',
  noCharge: 'No se cobrará nada por lo que canceles.',
  noMoreCharge: 'No se cobrará nada más por lo que canceles.',
  onlyRest: 'Solo se te cobrará lo que se envíe.',
  what: 'Esto se cancelará',
  howMany: '¿Cuántas unidades quieres cancelar?',
  upTo: '{title}: hasta {count, number}',
  sure: '¿Quieres cancelar?',
  yes: 'Sí, cancelar este pedido',
  yesRest: 'Sí, cancelar todo lo que no se ha enviado',
  yesItems: 'Sí, cancelar los artículos elegidos arriba',
  no: 'No, dejar mi pedido como está',
  send: 'Enviar',
  someItems: 'Cancelar solo algunos artículos',
  wholeOrder: 'Mejor cancelarlo todo',
  unanswered: 'No se ha cambiado nada. Elige si quieres cancelar.',
  noneChosen: 'No se ha cambiado nada. Indica cuántas unidades de un artículo quieres cancelar.',
  tooManyChosen:
    'No se ha cambiado nada. Puedes cancelar, como máximo, las unidades que no se han enviado.',
} as const;

/** A cancellation that is not carried out yet, or came too late. */
export const keptPage = {
  received: 'Hemos recibido tu cancelación',
  askedAll: 'El {day}, nos pediste cancelar tu pedido. Ese es el día que cuenta.',
  askedRest:
    'El {day}, nos pediste cancelar todo lo que no se había enviado. Ese es el día que cuenta.',
  askedPart: 'El {day}, nos pediste cancelar una parte de tu pedido. Ese es el día que cuenta.',
  notYet:
    'Aún no se ha llevado a cabo; suele tardar un minuto. No tienes que hacer nada: esta página mostrará cuándo está hecha.',
  tooLate: 'No hemos podido cancelar lo que pediste',
  tooLateWhy: 'El {day}, nos pediste cancelar, pero el transportista ya tenía los artículos.',
  tooLateHelp:
    '{reach, select, mail {Si no quieres quedártelos, escríbenos a {email}.} other {Si no quieres quedártelos, ponte en contacto con nosotros.}}',
} as const;

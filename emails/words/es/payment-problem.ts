export const paymentProblem = {
  subjectDeclined: 'Pago rechazado para el pedido {order}',
  subjectAuthentication: 'Confirma el pago de tu pedido {order}',
  subjectExpired: 'Tu tarjeta ha caducado: necesitamos otra para el pedido {order}',
  subjectRemoved: 'Necesitamos otra tarjeta para el pedido {order}',
  subjectBarred: 'Tus artículos del pedido {order} ya no están reservados',
  subjectLastCall: 'Quedan pocos días para pagar el pedido {order}',
  subjectShipped: 'Falta el pago de artículos enviados del pedido {order}',
  headingDeclined: 'Tu pago no se ha podido completar',
  headingAuthentication: 'Confirma tu pago',
  headingExpired: 'Tu tarjeta ha caducado',
  headingRemoved: 'Necesitamos otra tarjeta',
  headingBarred: 'Tus artículos ya no están reservados',
  headingLastCall: 'Quedan pocos días para pagar',
  headingShipped: 'Falta el pago de artículos ya enviados',
  setAside: 'Hay artículos de tu pedido {order} disponibles y reservados para ti.',
  aboutPayment: 'Te escribimos por el pago de tu pedido {order}.',
  haveShipped:
    'Se han enviado artículos de tu pedido {order}: están de camino o ya los tienes contigo.',
  declined: 'Tu tarjeta ha sido rechazada.',
  authentication: 'Tu banco necesita que confirmes el pago. No lo ha rechazado.',
  expired: 'La tarjeta que nos indicaste ha caducado, así que el pago no se ha podido completar.',
  removed: 'La tarjeta que nos indicaste ya no está disponible, así que no podemos cobrar en ella.',
  barred:
    'No recibimos tu pago a tiempo, así que tus artículos han pasado al siguiente cliente de la cola.',
  lastCall: 'Aún no tenemos tu pago, y no podemos mantener abierto tu pedido mucho tiempo más.',
  notCharged: 'El importe que aparece abajo no se ha cobrado.',
  retry:
    'Volveremos a intentarlo con la misma tarjeta el {day}. Si el pago se completa, no tienes que hacer nada.',
  retryToday:
    'Volveremos a intentarlo con la misma tarjeta hoy. Si el pago se completa, no tienes que hacer nada.',
  amount: 'Importe por pagar',
  payBy: 'Reservado para ti hasta (inclusive)',
  placeUntil: 'Te guardamos el turno hasta (inclusive)',
  chargedOnceConfirmed: 'En cuanto lo confirmes, se cobrará este importe.',
  chargedOnceGiven: 'En cuanto nos indiques otra tarjeta, se cobrará en ella este importe.',
  afterThatDay:
    'Pasado ese día, tus artículos pasan al siguiente cliente de la cola, pero tu pedido conserva su turno.',
  keepsPlace:
    'Tu pedido conserva su turno y puede volver a recibir artículos en cuanto nos indiques otra tarjeta.',
  onlyApproved: 'Tu pedido solo se puede enviar cuando el pago esté autorizado.',
  cancelled:
    'Si seguimos sin tener tu pago cuando acabe el {day}, cancelaremos el pedido sin coste alguno.',
  cancelOffer:
    'Si prefieres no esperar, puedes cancelar en la página de tu pedido sin coste alguno.',
  confirm: 'Confirmar tu pago',
  change: 'Usar otra tarjeta',
  shippedLines: 'Enviado de tu pedido {order}',
} as const;

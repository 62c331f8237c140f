/** A notice of a delay on the order's page, what silence means, and what else the law lets one do. */
export const noticePage = {
  heading: 'Tu pedido se retrasa. ¿Quieres esperar?',
  silenceConsents:
    'Si no nos dices nada, aceptas la nueva fecha: {day}. Aun así, puedes cancelar en cualquier momento antes del envío.',
  silenceCancels:
    'Si no nos dices nada antes de que termine el {day}, se cancelará todo lo que no se haya enviado hasta entonces.',
  silenceNothing:
    'Si no haces nada, nada cambia: no has aceptado otra fecha y tu pedido sigue adelante. Puedes cancelar en cualquier momento antes del envío.',
  refundWorkingDays: 'Lo que haya que reembolsar se envía en un plazo de 7 días laborables.',
  refundDays:
    'Lo que haya que reembolsar se envía sin demora indebida y, como máximo, en un plazo de 14 días.',
  reasonNotInTime: 'No pudimos enviar los artículos a tiempo.',
  answered: 'Tu respuesta sobre el retraso',
  answeredUntil: 'El {on}, aceptaste esperar hasta el {day}.',
  answeredOpen: 'El {on}, aceptaste esperar el tiempo que haga falta.',
  missed: 'Tu pedido debía llegar a más tardar el {day}',
  missedWhat:
    'Sentimos no haber cumplido esa fecha. Puedes darnos un último plazo de entrega o resolver el contrato cancelando.',
  missedAgain:
    'Sentimos no haber cumplido tampoco esa fecha. Puedes resolver el contrato cancelando o darnos otro plazo de entrega.',
  missedEssential:
    'Esa fecha era esencial para tu pedido, así que puedes resolver el contrato ahora mismo, sin darnos otro plazo.',
  furtherSet: 'Nos diste un último plazo de entrega: el {day}.',
  furtherOver: 'El último plazo de entrega que nos diste venció el {day}.',
  end: 'Resolver el contrato',
  withdrawWhy: 'Si quieres ejercer tu derecho de desistimiento, puedes hacerlo aquí.',
  withdraw: 'Desistir del contrato aquí',
  doneKept: 'Hecho: hemos anotado tu respuesta. Te la confirmaremos por correo.',
  donePeriod: 'Hecho: hemos anotado el último plazo que nos diste. Te lo confirmaremos por correo.',
  doneWithdrawn: 'Hecho: hemos recibido tu desistimiento. Te lo confirmaremos por correo.',
} as const;

/** Where a customer answers a notice of a delay. */
export const answerPage = {
  title: 'Tu respuesta sobre el pedido {order}',
  question: 'El pedido {order} se retrasa. ¿Quieres esperar?',
  howLong: '¿Cuánto tiempo quieres esperar?',
  untilNew: 'Hasta la nueva fecha, {day}',
  open: 'El tiempo que haga falta',
  untilDay: 'Hasta un día que elijo yo',
  day: 'Si eliges un día: el último día que quieres esperar',
  agreeUntil:
    'Aceptas esperar hasta el {day}. Puedes cancelar en cualquier momento antes del envío.',
  agreeOpen:
    'Aceptas esperar el tiempo que haga falta. Puedes cancelar en cualquier momento antes del envío.',
  unanswered: 'No se ha cambiado nada. Elige cuánto tiempo quieres esperar.',
  badDay: 'No se ha cambiado nada. Elige un día entre el {from} y el {to}.',
  changed:
    'No se ha cambiado nada, porque entretanto te hemos dado una fecha más reciente. Responde de nuevo.',
  nothing: 'No hay ninguna respuesta pendiente',
  nothingAsked: 'No esperamos ninguna respuesta sobre este pedido.',
  nothingShipped:
    'El transportista ya tiene tus artículos, así que no queda ningún retraso al que responder.',
  nothingCancelled: 'Todo lo que no se había enviado ya se ha cancelado.',
} as const;

/** The two steps of a withdrawal in the European Union: the statement, and its confirmation. */
export const withdrawPage = {
  title: 'Desistir del contrato del pedido {order}',
  what: 'Con este formulario desistes del contrato del pedido {order}, realizado el {day}. No tienes que dar ningún motivo.',
  open: 'Todo lo que no se ha enviado se cancelará.',
  shipped: '{shop} se ocupará de lo que ya se ha enviado y te escribirá sobre la devolución.',
  covers: 'Tu desistimiento incluye',
  name: 'Tu nombre',
  means:
    'Te confirmaremos el desistimiento, con su contenido, fecha y hora, por correo a {address}.',
  sure: '¿Quieres desistir?',
  yes: 'Sí, desisto del contrato',
  confirm: 'Confirmar desistimiento',
  unanswered: 'No se ha cambiado nada. Elige si quieres desistir.',
  nameMissing: 'No se ha cambiado nada. Indica tu nombre.',
  received: 'Hemos recibido tu desistimiento',
  receivedAt: 'Hemos recibido tu desistimiento del contrato del pedido {order} el {when}.',
  mailFollows: 'Te lo confirmamos por correo.',
  none: 'Aquí no hay nada de lo que desistir',
  noneWhy: 'La página de tu pedido muestra lo que puedes hacer.',
} as const;

/** The last day that a customer gives us after a day that we missed. */
export const periodPage = {
  title: 'Un último plazo para el pedido {order}',
  day: 'El último día para la entrega',
  what: 'Si tu pedido no ha llegado al final de ese día, puedes resolver el contrato. En todo caso, puedes cancelar en cualquier momento antes del envío.',
  send: 'Dar este plazo',
  badDay: 'No se ha cambiado nada. Elige un día entre el {from} y el {to}.',
  none: 'Ahora no puedes darnos un último plazo',
  noneWhy:
    'Es posible en cuanto no hayamos cumplido el día en que tu pedido debía llegar, y mientras quede algo por enviar.',
} as const;

/** An answer, a withdrawal or a period that is not carried out yet, or came too late. */
export const heardPage = {
  answer: 'Hemos recibido tu respuesta',
  waits: 'El {on}, nos dijiste que quieres esperar. Ese es el día que cuenta.',
  waitUntil:
    'El {on}, nos dijiste que quieres esperar hasta el {day}. Lo que cuenta es el día de tu respuesta.',
  waitOpen:
    'El {on}, nos dijiste que quieres esperar el tiempo que haga falta. Lo que cuenta es el día de tu respuesta.',
  withdrawal: 'Hemos recibido tu desistimiento',
  withdrew: 'Desististe del contrato el {when}. Ese es el momento que cuenta.',
  period:
    'El {on}, nos diste un último plazo de entrega hasta el {day}. Lo que cuenta es el día de tu solicitud.',
  notYet:
    'Se tendrá en cuenta pronto, normalmente en un minuto. No tienes que hacer nada: esta página mostrará cuándo está hecho.',
  tooLate: 'Tu respuesta llegó demasiado tarde',
  tooLateWhy:
    'Cuando tu respuesta del {on} llegó a tu pedido, ya no había ninguna respuesta pendiente.',
  newer: 'Responde de nuevo',
  newerWhy:
    'Cuando tu respuesta del {on} llegó a tu pedido, te habíamos dado una fecha más reciente.',
} as const;

/** What the customer said, and what the law did, among all that has happened to an order. */
export const saidPage = {
  waits: 'Aceptaste esperar.',
  waitUntil: 'Aceptaste esperar hasta el {day}.',
  waitOpen: 'Aceptaste esperar el tiempo que haga falta.',
  refused: 'Decidiste no esperar.',
  withdrew: 'Desististe del contrato.',
  period: 'Nos diste un último plazo de entrega: el {day}.',
  cancelledByLaw:
    '{count, plural, one {# artículo se canceló porque no lo enviamos a tiempo.} other {# artículos se cancelaron porque no los enviamos a tiempo.}}',
} as const;

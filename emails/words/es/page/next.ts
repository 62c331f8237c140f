/** Where the order stands, by when it ships, and what happens next. */
export const nextPage = {
  heading: 'Qué pasa ahora',
  waiting: `{part, select,
    rest {{awaited, select,
      both {El resto de tu pedido está a la espera de tu tarjeta y de tu aceptación.}
      card {El resto de tu pedido está a la espera de tu tarjeta.}
      consent {El resto de tu pedido está a la espera de tu aceptación.}
      payment {El resto de tu pedido está a la espera del pago.}
      other {El resto de tu pedido está a la espera de existencias.}}}
    other {{awaited, select,
      both {Tu pedido está a la espera de tu tarjeta y de tu aceptación.}
      card {Tu pedido está a la espera de tu tarjeta.}
      consent {Tu pedido está a la espera de tu aceptación.}
      payment {Tu pedido está a la espera del pago.}
      other {Tu pedido está a la espera de existencias.}}}}`,
  placeKept: 'Te guardamos el turno.',
  setAside: `{part, select,
    more {Otra parte de tu pedido está reservada para ti.}
    some {Una parte de tu pedido está reservada para ti.}
    rest {El resto de tu pedido está reservado para ti.}
    other {Tu pedido está reservado para ti.}}`,
  unsettled: 'El pago aún no está resuelto.',
  paymentNext: 'Lo siguiente es el pago.',
  ready: `{part, select,
    more {Otra parte de tu pedido está disponible y lista para el envío.}
    some {Una parte de tu pedido está disponible y lista para el envío.}
    rest {El resto de tu pedido está disponible y listo para el envío.}
    other {Tu pedido está disponible y listo para el envío.}}`,
  shipped: 'Tu pedido se ha enviado.',
  shippedExcept: 'Tu pedido se ha enviado, salvo lo que se canceló.',
  cancelled: 'Tu pedido se ha cancelado.',
  noDate: 'Aún no hay fecha de envío. Te avisaremos en cuanto la haya.',
  expected: 'Envío previsto a más tardar el {day}. Si eso cambia, te avisaremos.',
  expectedOncePaid: 'Envío previsto a más tardar el {day}, una vez resuelto el pago.',
  late: 'El envío estaba previsto a más tardar el {day}, y lleva retraso. Lo sentimos. Te daremos una nueva fecha en cuanto la tengamos.',
  lateUnpaid:
    'El envío estaba previsto a más tardar el {day}. Ese día ya ha pasado, y el pago aún no está resuelto.',
  lookedInto: 'Estamos revisando tu pedido antes de que siga adelante.',
  paymentLookedInto:
    'Estamos revisando el pago de tu pedido. Tus artículos se podrán enviar cuando esté resuelto.',
  setAsideNext: 'En cuanto lleguen tus artículos, los reservaremos para ti y te avisaremos.',
  readySoon: 'Tus artículos estarán listos para el envío dentro de un momento.',
  paidReadySoon: 'Ya está pagado. Tus artículos estarán listos para el envío dentro de un momento.',
  bankAsked:
    'Estamos pidiendo a tu banco que autorice el importe. Cuando lo haga, tus artículos estarán listos para el envío.',
  handOver: 'Entregaremos tus artículos al transportista y te enviaremos un correo.',
  handOverCharged:
    'Entregaremos tus artículos al transportista. Entonces se cobrará en tu tarjeta, y te enviaremos un correo.',
  restFollows: 'Enviaremos el resto de tu pedido en cuanto esté listo.',
  withCarrier: 'El transportista ya tiene tus artículos.',
  nothingToDo: 'No tienes que hacer nada.',
  mailCountdown: 'Volveremos a escribirte el {day}, con los días que faltan.',
  mailExcitement: 'Volveremos a escribirte el {day}, para contarte algo sobre lo que has pedido.',
  mailCheckIn: 'Volveremos a escribirte el {day}, para contarte cómo va tu pedido.',
} as const;

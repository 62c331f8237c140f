/** Where an order stands, in the words that every mail of the wait shares. */
export const standing = {
  ahead:
    'Prevemos enviar {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} a más tardar el {day}.',
  today:
    'Prevemos enviar {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} hoy, {day}.',
  past: 'Debíamos enviar {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} a más tardar el {day}, y lleva retraso. Lo sentimos.',
  undated:
    '{rest, select, yes {El resto de tu pedido {order} aún no tiene} other {Tu pedido {order} aún no tiene}} fecha de envío.',
  over: 'De tu pedido {order} no queda nada por enviar.',
  placeKept: 'Te guardamos el turno.',
  partSetAside:
    '{count, plural, one {Ya hay # artículo reservado} other {Ya hay # artículos reservados}} para ti, y te guardamos el turno para lo que aún tiene que llegar.',
  allSetAside:
    '{rest, select, yes {Ya está todo disponible y reservado para ti.} other {Todo lo que contiene está disponible y reservado para ti.}}',
  shipsBy: 'Fecha límite de envío',
  wasToShipBy: 'La fecha límite de envío era',
  noDate: 'Aún sin fecha',
  waitDay: 'Día {day} de {days}',
  dateHolds: 'Si esa fecha cambia, te avisaremos.',
  dateToCome: 'Te escribiremos en cuanto haya una fecha.',
  dateLate: 'Te escribiremos con una nueva fecha en cuanto la tengamos.',
  cancelOffer:
    'Puedes cancelar en la página de tu pedido en cualquier momento antes del envío, sin coste alguno.',
  cancelOfferFree:
    'Puedes cancelar en la página de tu pedido en cualquier momento antes del envío.',
  cancelRest:
    'Puedes cancelar lo que no se ha enviado en la página de tu pedido en cualquier momento, sin coste alguno.',
  cancelRestFree:
    'Puedes cancelar lo que no se ha enviado en la página de tu pedido en cualquier momento.',
  unmatched:
    'No hemos podido asociar un pago a tu pedido. Nos pondremos en contacto contigo al respecto.',
} as const;

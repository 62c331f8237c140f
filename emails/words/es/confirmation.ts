export const confirmation = {
  subject: 'Hemos recibido tu pedido {order}',
  heading: 'Gracias por tu pedido',
  received: 'Hemos recibido tu pedido {order}.',
  allWait:
    'Los artículos que has elegido no están disponibles en este momento, así que te guardamos el turno.',
  someWait:
    'Algunos de los artículos que has elegido ya están reservados para ti. Te guardamos el turno para los demás, que no están disponibles en este momento.',
  noneWait: 'Los artículos que has elegido están disponibles y reservados para ti.',
  over: 'Ya no queda nada por enviar. Puedes ver todos los detalles en la página de tu pedido.',
  stepPlace: 'Te guardamos el turno y reservamos tus artículos para ti a medida que llegan.',
  stepSetAside: 'Hemos reservado tus artículos para ti.',
  stepAhead: 'Enviaremos tu pedido a más tardar el {day}. Si eso cambia, te avisaremos.',
  stepToday: 'Enviamos tu pedido hoy, {day}.',
  stepLate:
    'Debíamos enviar tu pedido a más tardar el {day}, y lleva retraso. Lo sentimos; te escribiremos con una nueva fecha en cuanto la tengamos.',
  stepUndated:
    'Aún no hay fecha de envío. Te escribiremos en cuanto la haya y, hasta entonces, te informaremos cada 30 días.',
  stepTold: 'Volveremos a escribirte cuando el transportista tenga tu pedido.',
  charge:
    'No se ha cobrado nada. Solo cobraremos en tu tarjeta cuando enviemos tu pedido, y nunca más de {maximum} en total.',
  chargeRest:
    'Ya has pagado {paid}. Solo cobraremos el importe restante de {left} cuando enviemos tu pedido, y nunca más de {maximum}.',
  chargeNothing: 'Ya has pagado {paid}, que es el importe total. No se cobrará nada más.',
  asked:
    'No se ha cobrado nada. Para seguir adelante con tu pedido aún necesitamos tu tarjeta, y que aceptes lo que se cobrará en ella, antes de que acabe el {day}: puedes hacer ambas cosas en la página de tu pedido. Solo cobraremos en tu tarjeta cuando enviemos tu pedido, y nunca más de {maximum} en total.',
  alreadyPaid: 'Ya pagado',
  mostCharged: 'Cobro máximo al enviarlo',
  changeCard:
    'Mientras tus artículos no estén reservados, allí también puedes cambiar de tarjeta. Para cambiar la dirección de entrega, ponte en contacto con nosotros.',
  changeAddress: 'Para cambiar la dirección de entrega, ponte en contacto con nosotros.',
} as const;

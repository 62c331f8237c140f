export const delayAnswer = {
  subject: 'Hemos anotado tu respuesta sobre el pedido {order}',
  heading: 'Hemos anotado tu respuesta',
  until:
    'Has aceptado esperar {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} hasta el {day}.',
  open: 'Has aceptado esperar {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} sin una nueva fecha.',
  period:
    'Nos has dado un último plazo para entregar {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}}: el {day}.',
  received: 'Recibimos tu respuesta el {when}.',
  nextUntil:
    'Si no se ha enviado a más tardar el {day} y hasta entonces no has aceptado una fecha posterior, se cancelará {rest, select, yes {el resto de tu pedido} other {tu pedido}}.{money, select, paid { Todo lo que has pagado por él se te reembolsará entonces con prontitud y por completo.} free {} other { No se ha cobrado nada por él, ni se cobrará entonces.}}',
  nextAgreed:
    'Esa es ahora la fecha acordada. Si no la cumplimos, la página de tu pedido te mostrará lo que puedes hacer.',
  nextPeriod:
    'Si para entonces no te ha llegado, podrás resolver el contrato{money, select, paid {. Todo lo que has pagado por él se te reembolsará entonces sin demora indebida, en un plazo máximo de 14 días} other {}}.',
} as const;

export const withdrawal = {
  subject: 'Tu desistimiento del pedido {order}',
  heading: 'Hemos recibido tu desistimiento',
  received: 'Hemos recibido tu desistimiento del contrato del pedido {order} el {when}.',
  declared:
    'Has declarado que desistes del contrato del pedido {order}, realizado el {day}, para los artículos que se indican abajo.',
  receivedAt: 'Recibido',
  placedOn: 'Fecha del pedido',
  name: 'Nombre',
  canceled: 'Hemos cancelado el pedido.',
  refund:
    '{money, select, paid {Todo lo que has pagado por {rest, select, yes {lo que no se había enviado} other {él}} se te reembolsa sin demora indebida, en un plazo máximo de 14 días. Otro correo te indica el importe.} free {} other {No se ha cobrado nada por {rest, select, yes {lo que no se había enviado} other {él}}, ni se cobrará.}}',
  handedOver:
    'Los artículos ya se han enviado, así que {shop} se ocupa de tu desistimiento y te escribirá sobre la devolución.',
  partly:
    'Hemos cancelado lo que aún no se había enviado. {shop} se ocupa del resto, que ya se ha enviado, y te escribirá sobre la devolución.',
  covers: 'Tu desistimiento incluye',
} as const;

/** Giving a card, and agreeing to what it is charged. */
export const cardPage = {
  give: 'Indicar tu tarjeta',
  otherCard: 'Usar otra tarjeta',
  consent: 'Lo que se cobrará en tu tarjeta',
  yours: 'Tu tarjeta',
  newCard: 'Tu nueva tarjeta',
  useThis: 'Usar esta tarjeta',
  usedFor: 'Tu tarjeta se usará para el pedido {order}.',
  usedInstead: 'La nueva tarjeta se usará para el pedido {order} en lugar de la registrada.',
  approvedNow: 'En cuanto la tengamos, pediremos a su banco que autorice el importe.',
  approvedLater:
    'Ahora no se cobrará nada. Pediremos a su banco que autorice el importe cuando haya artículos reservados para ti.',
  continue: 'Continuar',
  again: 'Intentarlo de nuevo',
  noAnswer: 'Aún no tenemos respuesta',
  noAnswerWhy:
    'Puede que tu solicitud no nos haya llegado. Vuelve a intentarlo dentro de un momento.',
  waiting: 'Un momento, por favor',
  waitingWhy: 'Estamos preparando el formulario de la tarjeta.',
  check: 'Volver a comprobar',
  refused: 'No podemos mostrarte el formulario de la tarjeta',
  refusedWhy:
    'El proveedor de pagos ha rechazado el formulario de tu tarjeta. No se ha cobrado nada y nada ha cambiado en tu pedido. Lo estamos revisando.',
  refusedHelp:
    '{reach, select, mail {Puedes volver a intentarlo con un formulario nuevo. Si tampoco funciona, escríbenos a {email}.} other {Puedes volver a intentarlo con un formulario nuevo. Si tampoco funciona, ponte en contacto con nosotros.}}',
  returned: 'Gracias, un momento',
  returnedWhy: 'Has vuelto de la página de tu banco. Continúa para ver qué supone para tu pedido.',
  agreeFor: 'Para tu pedido {order}. Ahora no se cobrará nada.',
  agreeTo: 'Lo que aceptas',
  version: 'Versión {version}',
  iAgree: 'Acepto que este pedido se cobre en mi tarjeta como se describe aquí.',
  iAgreeMost:
    'Acepto que este pedido se cobre en mi tarjeta como se describe aquí, y nunca más de {sum} en total.',
  agree: 'Aceptar',
  agreeAndContinue: 'Aceptar y continuar',
  unchecked: 'Marca primero la casilla. Sin tu aceptación no podemos cobrar en tu tarjeta.',
  lost: 'Aún no tenemos respuesta. Vuelve a intentarlo dentro de un momento.',
  needsScript:
    '{reach, select, mail {Este paso necesita JavaScript, porque solo tu banco y el proveedor de pagos ven tu tarjeta. Si no puedes activarlo, escríbenos a {email}.} other {Este paso necesita JavaScript, porque solo tu banco y el proveedor de pagos ven tu tarjeta. Si no puedes activarlo, ponte en contacto con nosotros.}}',
} as const;

/** Confirming a payment that the bank asks about, and what the page says while it does. */
export const payPage = {
  title: 'Confirmar tu pago',
  needed: 'Tu banco necesita que confirmes el pago de {sum} para el pedido {order}.',
  heldThen:
    'Quedará entonces retenido en tu tarjeta y solo se cobrará cuando enviemos tus artículos.',
  keptUntil: 'Tus artículos están reservados para ti hasta el {day}, inclusive.',
  same: 'Confirmar con la tarjeta registrada',
  card: 'Tu tarjeta',
  orOther: 'O pagar con otra tarjeta',
  pay: 'Pagar con esta tarjeta',
  unconfirmed: 'El pago no se ha confirmado. Vuelve a intentarlo o usa otra tarjeta.',
  declined: 'Tu tarjeta ha sido rechazada. Vuelve a intentarlo o usa otra tarjeta.',
  failed: 'No ha funcionado. Vuelve a intentarlo dentro de un momento.',
  wait: 'Un momento, por favor. Puede tardar unos segundos.',
  noForm: 'No se ha podido cargar el formulario de la tarjeta. Vuelve a cargar la página.',
  noProvider: 'No podemos conectar con el proveedor de pagos. Vuelve a cargar la página.',
} as const;

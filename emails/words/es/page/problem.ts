/** What is the matter with the payment, and what follows by when. */
export const problemPage = {
  declined: 'Tu pago de {sum} no se ha podido completar.',
  authentication: 'Tu banco necesita que confirmes el pago de {sum}.',
  authenticationOver:
    'Tu banco necesitaba que confirmaras el pago de {sum}, y el plazo para hacerlo ya ha pasado.',
  expired: 'La tarjeta que nos indicaste ha caducado. Importe por pagar: {sum}.',
  removed:
    'La tarjeta que nos indicaste ya no está disponible, así que no podemos cobrar en ella. Importe por pagar: {sum}.',
  retry:
    'Volveremos a intentarlo con la misma tarjeta el {day}. Si el pago se completa, no tienes que hacer nada.',
  partlyShipped: 'Una parte corresponde a artículos que ya se han enviado.',
  cancelsAfter:
    'Si no tenemos tu pago antes de que acabe el {day}, cancelaremos el pedido sin coste alguno.',
  leftToConfirm:
    'Corresponde a artículos que ya se han enviado, y se cobrará en cuanto lo confirmes.',
  leftToPay:
    'Corresponde a artículos que ya se han enviado. En cuanto nos indiques otra tarjeta, se cobrará en ella.',
  keptUntil:
    'Tus artículos están reservados para ti hasta el {day}, inclusive. Pasado ese día, pasan al siguiente cliente de la cola, pero tu pedido conserva su turno.',
  barred:
    'No recibimos tu pago a tiempo, así que tus artículos han pasado al siguiente cliente de la cola. Tu pedido conserva su turno y puede volver a recibir artículos en cuanto nos indiques otra tarjeta.',
  early: 'Resuélvelo antes de que lleguen tus artículos, para que puedan ser tuyos enseguida.',
  movesOn: 'Tu pedido puede seguir adelante en cuanto el pago esté resuelto.',
  chargedShipped: 'Tus artículos se han enviado, así que se cobrará enseguida.',
  chargedPartly:
    'Lo que se ha enviado se cobrará enseguida, y todo lo demás, solo cuando se envíe.',
  chargedLater: 'Solo se cobrará cuando enviemos tus artículos.',
  confirm: 'Confirmar tu pago',
  otherCard: 'Usar otra tarjeta',
} as const;

/** The card and the consent that an order still waits for. */
export const askedPage = {
  needed: `{wants, select,
    card {Para seguir adelante con tu pedido, necesitamos tu tarjeta. Ahora no se cobrará nada.}
    consent {Para seguir adelante con tu pedido, necesitamos que aceptes lo que se cobrará en tu tarjeta. Ahora no se cobrará nada.}
    other {Para seguir adelante con tu pedido, necesitamos tu tarjeta y que aceptes lo que se cobrará en ella. Ahora no se cobrará nada.}}`,
  cancelsAfter:
    'Si no lo tenemos antes de que acabe el {day}, cancelaremos tu pedido y no se cobrará nada.',
  giveCard: 'Indicar tu tarjeta',
  agree: 'Leer y aceptar',
} as const;

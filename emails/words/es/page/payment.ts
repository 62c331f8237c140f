/** The customer's money so far, and what may still be charged. */
export const paymentPage = {
  seenOfUpfront: 'De lo que pagaste al hacer el pedido, vemos {sum}.',
  upfront: 'Pagaste {sum} al hacer el pedido.',
  charged: 'Se ha cobrado un importe de {sum} en tu tarjeta.',
  unmatched:
    'No hemos podido asociar un pago a tu pedido. Nos pondremos en contacto contigo al respecto.',
  neverCharged: 'No se ha cobrado nada, ni se cobrará.',
  notCharged: 'Aún no se ha cobrado nada.',
  unseen: `{what, select,
    deposit {Aún no vemos el anticipo de tu pedido. Lo estamos revisando.}
    fullDeposit {Aún no vemos el anticipo completo de tu pedido. Lo estamos revisando.}
    fullPayment {Aún no vemos el pago completo de tu pedido. Lo estamos revisando.}
    other {Aún no vemos el pago de tu pedido. Lo estamos revisando.}}`,
  neverSeen: `{what, select,
    deposit {No pudimos ver el anticipo de tu pedido.}
    fullDeposit {No pudimos ver el anticipo completo de tu pedido.}
    fullPayment {No pudimos ver el pago completo de tu pedido.}
    other {No pudimos ver el pago de tu pedido.}}`,
  ifPaid:
    '{reach, select, mail {Si lo has pagado, escríbenos a {email}.} other {Si lo has pagado, ponte en contacto con nosotros.}}',
  refunded: 'Se ha reembolsado un importe de {sum} en el medio de pago con el que pagaste.',
  credited: 'Tu banco te ha abonado {sum}.',
  refunding: `{by, select,
    shop {{shop} te está reembolsando {sum} en el medio de pago con el que pagaste.}
    other {Te estamos reembolsando {sum} en el medio de pago con el que pagaste.}}`,
  releasing: 'El importe de {sum} retenido en tu tarjeta se está liberando.',
  held: 'Hay un importe de {sum} retenido en tu tarjeta. Solo se te cobrará lo que se envíe.',
  charging: 'Hay un importe de {sum} retenido en tu tarjeta, que se está cobrando ahora.',
  chargingShipped:
    'Hay un importe de {sum} retenido en tu tarjeta, que se está cobrando ahora por lo que ya se ha enviado.',
  chargingPart:
    'Hay un importe de {sum} retenido en tu tarjeta. De ese importe, se está cobrando ahora una parte: {due}.',
  restReleased: 'El resto se liberará.',
  restLater: 'Del resto, solo se te cobrará lo que se envíe.',
  released:
    'Todo lo que estaba retenido en tu tarjeta se ha liberado. Tu banco puede tardar unos días en reflejarlo.',
  otherReleased:
    'Todo lo demás que estaba retenido en tu tarjeta se ha liberado. Tu banco puede tardar unos días en reflejarlo.',
  pursued: 'Aún no está pagado todo lo que se ha enviado. Lo estamos revisando.',
  paidInFull: 'Tu pedido está pagado por completo.',
  nothingMore: 'No se cobrará nada más.',
  willCharge: `{what, select,
    rest {{when, select,
      atOnce {Cobraremos el resto en tu tarjeta enseguida por lo que ya se ha enviado y, por lo demás, solo cuando enviemos tus artículos.}
      other {Solo cobraremos el resto en tu tarjeta cuando enviemos tus artículos.}}}
    other {{when, select,
      atOnce {Cobraremos en tu tarjeta enseguida por lo que ya se ha enviado y, por lo demás, solo cuando enviemos tus artículos.}
      other {Solo cobraremos en tu tarjeta cuando enviemos tus artículos.}}}}`,
  willChargeOnceGiven: `{wants, select,
    card {Una vez que tengamos tu tarjeta, solo cobraremos en ella cuando enviemos tus artículos.}
    consent {Una vez que tengamos tu aceptación, solo cobraremos en tu tarjeta cuando enviemos tus artículos.}
    other {Una vez que tengamos tu tarjeta y tu aceptación, solo cobraremos en tu tarjeta cuando enviemos tus artículos.}}`,
  most: 'Nunca cobraremos más de {sum} en total.',
  mostBesidesDeposit: 'Aparte de tu anticipo, nunca cobraremos más de {sum}.',
  cardExpires:
    'Tu tarjeta es válida hasta el {day}, inclusive, antes de la fecha en que prevemos enviar tu pedido. Indícanos otra.',
  cardExpired: 'Tu tarjeta era válida hasta el {day}, inclusive. Indícanos otra.',
} as const;

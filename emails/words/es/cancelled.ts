export const cancelled = {
  subject:
    'Se ha cancelado {partial, select, yes {una parte de tu pedido {order}} other {tu pedido {order}}}',
  heading:
    '{partial, select, yes {Se ha cancelado una parte de tu pedido} other {Se ha cancelado tu pedido}}',
  byCustomer:
    'Como nos pediste, cancelamos {partial, select, yes {una parte de tu pedido {order}} other {tu pedido {order}}} el {day}.',
  byShop:
    'Lo sentimos, pero tuvimos que cancelar {partial, select, yes {una parte de tu pedido {order}} other {tu pedido {order}}} el {day}.',
  bySystem:
    'Lo sentimos, pero {partial, select, yes {una parte de tu pedido {order} se canceló} other {tu pedido {order} se canceló}} el {day}.',
  byPayment:
    'Lo sentimos, pero {partial, select, yes {una parte de tu pedido {order} se canceló} other {tu pedido {order} se canceló}} el {day}, porque el pago no se pudo completar.',
  byLaw:
    'Lo sentimos: {partial, select, yes {lo que quedaba de tu pedido {order}} other {tu pedido {order}}} se canceló el {day}, porque no pudimos enviarlo a tiempo y no se había acordado una fecha posterior.',
  byCard:
    'Lo sentimos, pero {partial, select, yes {una parte de tu pedido {order} se canceló} other {tu pedido {order} se canceló}} el {day}, porque no recibimos a tiempo tu tarjeta y tu aceptación.',
  reason: 'El motivo: {reason}',
  neverCharged:
    '{partial, select, yes {No se ha cobrado nada por estos artículos, ni se cobrará.} other {No se ha cobrado nada por él, ni se cobrará.}}',
  chargedBack:
    'Tu banco te ha abonado {amount} por este pedido, así que no te enviaremos un reembolso aparte.',
  refunding:
    'Te estamos reembolsando {amount} en el medio de pago con el que pagaste. Recibirás otro correo en cuanto lo hayamos enviado.',
  shopRefunds:
    '{shop} te está reembolsando {amount} en el medio de pago con el que pagaste. Recibirás otro correo en cuanto se haya enviado.',
  sentBy: 'Se enviará a más tardar el {day}.',
  sentBefore:
    '{partial, select, yes {Lo que pagaste por estos artículos ya se ha reembolsado, y no se cobrará nada más por ellos.} other {Lo que pagaste por él ya se ha reembolsado, y no se cobrará nada más por él.}}',
  refunded:
    'Te reembolsamos {amount} el {day}, en el medio de pago con el que pagaste. Tu banco puede tardar unos días en reflejarlo.',
  shopRefunded:
    '{shop} te reembolsó {amount} el {day}, en el medio de pago con el que pagaste. Tu banco puede tardar unos días en reflejarlo.',
  refundedBefore:
    '{partial, select, yes {El resto de lo que pagaste por estos artículos se reembolsó por separado.} other {El resto de lo que pagaste por él se reembolsó por separado.}}',
  released:
    'El importe de {amount} retenido en tu tarjeta se ha liberado; tu banco puede tardar unos días en reflejarlo.',
  restOpen: 'Esto no afecta al resto de tu pedido.',
  restShipped: 'Esto no afecta a lo que ya se ha enviado.',
  canceled: 'Cancelado',
} as const;

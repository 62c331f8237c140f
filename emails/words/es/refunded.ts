export const refunded = {
  subjectUs: 'Te hemos reembolsado {amount} por tu pedido {order}',
  subjectShop: '{shop} te ha reembolsado {amount} por tu pedido {order}',
  subjectBank: 'Tu banco te ha abonado {amount} por tu pedido {order}',
  heading: 'Tu reembolso está en camino',
  headingBank: 'Tu banco te ha hecho un abono',
  byUs: 'Te hemos reembolsado {share, select, all {tu pago} part {una parte de tu pago} other {el resto de tu pago}} por el pedido {order} en el medio de pago con el que pagaste.',
  byShop:
    '{shop} te ha reembolsado {share, select, all {tu pago} part {una parte de tu pago} other {el resto de tu pago}} por el pedido {order} en el medio de pago con el que pagaste.',
  byBank:
    'Tu banco te ha hecho un abono por el pedido {order}, así que no te enviaremos un reembolso aparte.',
  everything: 'Todo lo que pagaste se ha reembolsado.',
  amount: 'Importe',
  refundedOn: 'Fecha del reembolso',
  refundedTo: 'Reembolsado en',
  paymentMethod: 'El medio de pago con el que pagaste',
  arrival: 'Tu banco puede tardar unos días en reflejarlo. No tienes que hacer nada.',
  nothingToDo: 'No tienes que hacer nada.',
  remains: 'Los artículos que faltan por enviar siguen pedidos.',
} as const;

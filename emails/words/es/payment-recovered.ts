export const paymentRecovered = {
  subjectWaived: 'Nada más que pagar por el pedido {order}',
  subjectCharged: 'El pago de tu pedido {order} se ha completado',
  subjectAgreed: 'Ya tenemos tu tarjeta para el pedido {order}',
  subjectHeld: 'El pago de tu pedido {order} está autorizado',
  subjectNoted: 'Ya tenemos tu nueva tarjeta para el pedido {order}',
  headingWaived: 'Nada más que pagar',
  headingCharged: 'Tu pago se ha completado',
  headingAgreed: 'Ya tenemos tu tarjeta',
  headingHeld: 'Tu pago está autorizado',
  headingNoted: 'Ya tenemos tu nueva tarjeta',
  waived:
    'Lo que queda por pagar de los artículos enviados de tu pedido {order} es una cantidad demasiado pequeña para cobrarla en una tarjeta, así que no te la pedimos.',
  charged: 'Hemos cobrado en tu tarjeta por artículos de tu pedido {order} que ya se han enviado.',
  agreedWaiting:
    'Gracias. Tu tarjeta ha quedado registrada para tu pedido {order}, que está en la cola a la espera de sus artículos.',
  agreed: 'Gracias. Tu tarjeta ha quedado registrada para tu pedido {order}.',
  held: 'Gracias. El pago de tu pedido {order} ya está autorizado.',
  notedWaiting:
    'Gracias. Tu nueva tarjeta ha quedado registrada para tu pedido {order}, que está en la cola a la espera de sus artículos.',
  noted: 'Gracias. Tu nueva tarjeta ha quedado registrada para tu pedido {order}.',
  notCharged: 'No se cobra',
  chargedFor: 'Cobrado por artículos enviados',
  heldOnCard: 'Retenido en tu tarjeta',
  mostCharged: 'Cobro máximo al enviarlo',
  nothingToDo: 'No tienes que hacer nada.',
  nextCharged: 'Los artículos enviados ya están pagados. No tienes que hacer nada.',
  nextHeld: 'Solo se cobrará cuando enviemos tus artículos. No tienes que hacer nada.',
  nextWaiting:
    'No se ha cobrado nada por esos artículos. En cuanto tus artículos estén reservados para ti, pediremos a tu banco que autorice el importe, y solo lo cobraremos cuando los enviemos.',
  nextSetAside:
    'Pediremos a tu banco que autorice el importe de los artículos reservados para ti, y solo lo cobraremos cuando los enviemos.',
} as const;

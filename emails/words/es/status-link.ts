export const statusLink = {
  subject: 'El enlace a tu pedido {orderId}',
  heading: 'La página de tu pedido',
  status:
    'Aquí tienes el enlace a tu pedido {orderId}, como nos pediste. Muestra cómo va el pedido.',
  keepPrivate: 'Quien tenga el enlace puede ver y gestionar el pedido. No lo compartas.',
  notYou: 'Si no lo has pedido tú, no tienes que hacer nada: no hemos dado el enlace a nadie más.',
  action: 'Ver tu pedido',
} as const;

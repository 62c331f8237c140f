export const readyToShip = {
  subject:
    '{part, select, part {Una parte de tu pedido {order} está lista para el envío} rest {El resto de tu pedido {order} está listo para el envío} other {Tu pedido {order} está listo para el envío}}',
  heading:
    '{part, select, part {Una parte de tu pedido está lista para el envío} rest {El resto de tu pedido está listo para el envío} other {Tu pedido está listo para el envío}}',
  statusWhole: 'Se acabó la espera: tu pedido {order} está disponible y listo para el envío.',
  statusRest:
    'Se acabó la espera: el resto de tu pedido {order} está disponible y listo para el envío.',
  statusPart:
    'Se acabó la espera para una parte de tu pedido {order}: estos artículos están disponibles y listos para el envío.',
  statusOver:
    'Había artículos de tu pedido {order} listos para el envío. Puedes ver dónde están ahora en la página de tu pedido.',
  next: 'Volveremos a escribirte cuando lo tenga el transportista.',
  nextPart: 'Volveremos a escribirte cuando los tenga el transportista.',
  restWaits: 'Lo que falta lo enviaremos en cuanto llegue.',
  restSetAside:
    'Los demás artículos también están reservados para ti, y los enviaremos en cuanto estén listos.',
  ready: 'Listo para el envío',
} as const;

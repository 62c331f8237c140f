/** What has happened to an order, and what is still to come. */
export const timelinePage = {
  soFar: 'Qué ha pasado hasta ahora',
  placed: 'Hiciste tu pedido.',
  confirmed: 'Confirmamos tu pedido por correo.',
  dateChanged: 'La fecha de envío pasó a ser el {day}.',
  dateLost: 'Ya no pudimos darte una fecha de envío.',
  setAside:
    '{count, plural, one {Se reservó # artículo para ti.} other {Se reservaron # artículos para ti.}}',
  takenBack:
    '{count, plural, one {# artículo que estaba reservado tuvo que volver a la espera.} other {# artículos que estaban reservados tuvieron que volver a la espera.}}',
  shipped:
    '{count, plural, one {Se entregó # artículo al transportista.} other {Se entregaron # artículos al transportista.}}',
  cancelled: '{count, plural, one {Se canceló # artículo.} other {Se cancelaron # artículos.}}',
  shipsBy: 'Prevemos enviarlo a más tardar este día.',
} as const;

export const checkIn = {
  subject: 'Sigues esperando, pero no te olvidamos: {items}',
  subjectOther: 'Cómo va tu pedido: {items}',
  heading: 'Cómo va tu pedido',
  waited:
    '{rest, select, yes {El resto de tu pedido {order} lleva} other {Tu pedido {order} lleva}} {days, plural, one {# día} other {# días}} a la espera y aún no tiene fecha de envío.',
  again: 'Te escribiremos en cuanto haya una fecha y volveremos a informarte dentro de 30 días.',
} as const;

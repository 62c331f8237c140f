export const cardWanted = {
  subject:
    '{reminder, select, yes {Recordatorio: necesitamos {wants, select, consent {tu aceptación} other {tu tarjeta}} para tu pedido {order}} other {Necesitamos {wants, select, consent {tu aceptación} other {tu tarjeta}} para tu pedido {order}}}',
  heading: '{wants, select, consent {Necesitamos tu aceptación} other {Necesitamos tu tarjeta}}',
  both: 'Para seguir adelante con tu pedido {order}, necesitamos tu tarjeta y que aceptes lo que se cobrará en ella. Hazlo antes de que acabe el {day}.',
  card: 'Para seguir adelante con tu pedido {order}, necesitamos tu tarjeta. Indícanosla antes de que acabe el {day}.',
  consent:
    'Para seguir adelante con tu pedido {order}, necesitamos que aceptes lo que se cobrará en tu tarjeta. Hazlo antes de que acabe el {day}.',
  placeKept: 'Te guardamos el turno hasta entonces.',
  promise:
    'Ahora no se cobrará nada. Solo cobraremos en tu tarjeta cuando enviemos tu pedido, y nunca más de {maximum} en total.',
  otherwise:
    'Si no lo tenemos antes de que acabe el {day}, cancelaremos tu pedido y no se cobrará nada.',
  neededBy: 'Lo necesitamos a más tardar',
  give: 'Indicar tu tarjeta',
  agree: 'Leer y aceptar',
} as const;

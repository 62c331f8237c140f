export const lawNotice = {
  subjectDated: 'Tu pedido {order} se retrasa: nueva fecha, {day}',
  subjectCancels: 'Tu pedido {order} se retrasa: respóndenos a más tardar el {day}',
  subjectUndated: 'Sin nueva fecha para tu pedido {order}: respóndenos a más tardar el {day}',
  headingUndated: 'No tenemos una nueva fecha para tu pedido',
  dated:
    'Lo sentimos, pero {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} se retrasa. Ahora prevemos enviarlo a más tardar el {day}.',
  undated:
    'Lo sentimos, pero {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} se retrasa y no podemos darte una nueva fecha. Te escribiremos en cuanto la haya.',
  before: 'La fecha hasta ahora',
  unknown: 'Aún no se conoce',
  reasonSupply: 'El motivo: las existencias que espera no llegan cuando nos habían anunciado.',
  reasonAgain:
    'El motivo: algunos artículos que estaban reservados ya no están disponibles, así que tienen que esperar nuevas existencias.',
  reasonStock:
    '{dated, select, yes {El motivo: las existencias que espera llegan más tarde de lo previsto.} other {El motivo: las existencias que espera no han llegado y no tenemos una fecha segura para ellas.}}',
  reasonShipping:
    'El motivo: ya está todo reservado para ti, pero el envío lleva más tiempo de lo previsto.',
  cancel:
    '{money, select, paid {Puedes cancelar en cualquier momento antes del envío. Todo lo que has pagado por él se te reembolsa entonces con prontitud y por completo.} free {Puedes cancelar en cualquier momento antes del envío.} other {Puedes cancelar en cualquier momento antes del envío. No se ha cobrado nada por él, ni se cobrará si cancelas.}}',
  keepUndated:
    'Si mantienes tu pedido, sigue abierto sin fecha, y puedes cancelarlo en cualquier momento antes del envío.',
  longer:
    'También puedes aceptar esperar más allá del {day}: elige hasta cuándo en la página de tu pedido.',
  howTo: 'Dinos en la página de tu pedido si quieres mantenerlo o cancelarlo. No te cuesta nada.',
  howToMail:
    'Dinos en la página de tu pedido, o por correo a {address}, si quieres mantenerlo o cancelarlo. No te cuesta nada.',
  consents:
    'Si no recibimos tu respuesta hasta el {day} inclusive, entenderemos que aceptas la nueva fecha. Podrás seguir cancelando en cualquier momento antes del envío.',
  cancels:
    'Si no recibimos tu respuesta hasta el {day} inclusive y para entonces no se ha enviado, se cancelará {rest, select, yes {el resto de tu pedido} other {tu pedido}}.{money, select, paid { Todo lo que has pagado por él se te reembolsará entonces con prontitud y por completo.} free {} other { No se ha cobrado nada por él, ni se cobrará.}}',
} as const;

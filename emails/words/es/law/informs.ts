export const lawInforms = {
  subjectUndated: 'Tu pedido {order} se retrasa, sin nueva fecha',
  subjectOver: 'Ha vencido el último plazo de tu pedido {order}',
  headingOver: 'Ha vencido el último plazo que nos diste',
  agree:
    '{dated, select, yes {Puedes aceptar la nueva fecha: pasa a ser entonces la fecha acordada.} other {Puedes aceptar esperar sin fecha.}}',
  cancel:
    '{money, select, paid {Puedes cancelar sin coste alguno en cualquier momento antes del envío. Todo lo que has pagado por él se te reembolsa entonces sin demora indebida, en un plazo máximo de 14 días.} free {Puedes cancelar en cualquier momento antes del envío.} other {Puedes cancelar sin coste alguno en cualquier momento antes del envío. No se ha cobrado nada por él, ni se cobrará si cancelas.}}',
  silence:
    'Si no respondes, nada cambia: tu silencio no cuenta como aceptación, tu pedido sigue abierto y conservas todos tus derechos.',
  period:
    'Si no te ha llegado a más tardar el {day}, desde entonces podrás darnos un último plazo para la entrega, en la página de tu pedido. Si tampoco lo cumplimos, podrás resolver el contrato{money, select, paid {. Todo lo que has pagado por él se te reembolsará entonces sin demora indebida, en un plazo máximo de 14 días} other {}}.',
  periodNow:
    'Tenía que haberte llegado a más tardar el {day}. Ahora puedes darnos un último plazo para la entrega, en la página de tu pedido. Si tampoco lo cumplimos, podrás resolver el contrato{money, select, paid {. Todo lo que has pagado por él se te reembolsará entonces sin demora indebida, en un plazo máximo de 14 días} other {}}.',
  essential:
    'Si no te ha llegado a más tardar el {day}, podrás resolver el contrato de inmediato, sin darnos otro plazo{money, select, paid {. Todo lo que has pagado por él se te reembolsará entonces sin demora indebida, en un plazo máximo de 14 días} other {}}.',
  essentialNow:
    'Tenía que haberte llegado a más tardar el {day}. Ahora puedes resolver el contrato de inmediato, sin darnos otro plazo{money, select, paid {. Todo lo que has pagado por él se te reembolsará entonces sin demora indebida, en un plazo máximo de 14 días} other {}}.',
  over: 'Lo sentimos: el último plazo que nos diste para {rest, select, yes {el resto de tu pedido {order}} other {tu pedido {order}}} venció el {day} sin que lo hayamos entregado.',
  overRight:
    'Ahora puedes resolver el contrato{money, select, paid {. Todo lo que has pagado por él se te reembolsará entonces sin demora indebida, en un plazo máximo de 14 días} free {} other {. No se ha cobrado nada por él, ni se cobrará}}.',
  overSilence:
    'Si no haces nada, tu pedido sigue abierto, y puedes resolver el contrato en cualquier momento antes del envío.',
  end: 'Resolver el contrato',
} as const;

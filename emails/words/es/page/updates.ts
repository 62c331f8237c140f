export const updatesPage = {
  title: 'Novedades de existencias',
  about: 'Lo que está pendiente de reposición, las fechas que cambian y lo que ha llegado.',
  none: 'Todavía no hay novedades.',
  backorderTitle: '{title}: pendiente de reposición',
  backorder: 'Puedes pedirlo ya. Se envía a más tardar el {day}.',
  backorderUndated: 'Puedes pedirlo ya. Todavía no hay fecha de envío.',
  movedTitle: '{title}: nueva fecha',
  moved:
    'Los pedidos que esperan esta entrega se envían a más tardar el {day}. Hasta ahora la fecha era el {before}.',
  datedTitle: '{title}: ya hay fecha',
  dated: 'Los pedidos que esperan esta entrega se envían a más tardar el {day}.',
  undatedTitle: '{title}: sin fecha por ahora',
  undated: 'La fecha del {before} ya no vale para esta entrega, y todavía no hay una nueva.',
  arrivedTitle: '{title}: ha llegado una entrega',
  arrived: 'Llegó el {day}.',
  toProduct: 'Ver el artículo',
  all: 'Todas las novedades',
} as const;

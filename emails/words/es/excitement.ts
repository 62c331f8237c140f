export const excitement = {
  subject: 'Mientras esperas: {items}',
  subjectStory: 'Mientras esperas: {title}',
  heading: 'Conservas tu turno: sigue siendo para ti',
  headingLate: 'Sigue siendo para ti, más tarde de lo que te dijimos',
  headingOver: 'Ya no queda nada que esperar',
  noStory:
    'Esta vez no tenemos ninguna historia nueva que contarte, y preferimos no repetir una. Esto es solo una nota breve sobre cómo va tu pedido.',
  nothingToDo: 'No tienes que hacer nada.',
  more: 'Leer la historia completa',
  offers: 'Quizá también te guste',
  offer: '{title}, {price}',
  whyOffers: 'Te mostramos esto porque nos pediste que te informáramos de ofertas.',
} as const;

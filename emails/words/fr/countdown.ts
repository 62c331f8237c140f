export const countdown = {
  toGo: '{days, plural, =0 {Aujourd’hui} one {Encore # jour} other {Encore # jours}}',
  subject: '{toGo} : {items}',
  subjectUndated: 'Pas encore de date d’expédition : {items}',
  subjectLate: 'Plus tard qu’annoncé : {items}',
  subjectOver: 'Votre commande {order} : plus rien à expédier',
  headingUndated: 'Pas encore de date d’expédition',
  headingLate: 'Plus tard qu’annoncé',
  headingOver: 'Plus rien à expédier',
  inDays: 'C’est dans {days, plural, one {# jour} other {# jours}}.',
  thenCard:
    'Au départ de vos articles, nous débitons votre carte, jamais plus de {maximum} au total, et nous vous écrivons dès que le transporteur les a.',
  thenPaid:
    'Vos articles sont payés. Nous vous écrivons dès que le transporteur les a, et rien de plus n’est débité.',
  thenFree: 'Nous vous écrivons dès que le transporteur les a.',
  thenAsked:
    'Vos articles ne pourront partir qu’une fois que nous aurons votre carte et votre accord. Vous pouvez nous donner les deux sur la page de votre commande.',
  nothingToDo: 'Vous n’avez rien à faire.',
  lastCard:
    'Si vous préférez payer avec une autre carte, c’est le moment : vous pouvez en changer tant que vos articles ne sont pas mis de côté pour vous.',
  changeCard: 'Utiliser une autre carte',
  address: 'Votre adresse de livraison a changé ? Merci de nous l’écrire à {contact}.',
  others: 'Aussi pour vous le même jour',
  other: 'Commande {order} : {items}',
} as const;

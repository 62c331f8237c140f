export const refunded = {
  subjectUs: 'Nous avons remboursé {amount} pour votre commande {order}',
  subjectShop: '{shop} a remboursé {amount} pour votre commande {order}',
  subjectBank: 'Votre banque vous a restitué {amount} pour votre commande {order}',
  heading: 'Votre remboursement est en route',
  headingBank: 'Votre banque vous a restitué le montant',
  byUs: 'Nous avons remboursé {share, select, all {votre paiement} part {une partie de votre paiement} other {le reste de votre paiement}} pour la commande {order} sur le moyen de paiement que vous avez utilisé.',
  byShop:
    '{shop} a remboursé {share, select, all {votre paiement} part {une partie de votre paiement} other {le reste de votre paiement}} pour la commande {order} sur le moyen de paiement que vous avez utilisé.',
  byBank:
    'Votre banque vous a restitué de l’argent pour la commande {order}. Nous n’enverrons donc pas de remboursement séparé.',
  everything: 'Tout ce que vous avez payé a été remboursé.',
  amount: 'Montant',
  refundedOn: 'Date du remboursement',
  refundedTo: 'Remboursé sur',
  paymentMethod: 'Le moyen de paiement que vous avez utilisé',
  arrival:
    'Il peut s’écouler quelques jours avant que votre banque ne l’affiche. Vous n’avez rien à faire.',
  nothingToDo: 'Vous n’avez rien à faire.',
  remains: 'Les articles encore à expédier restent commandés.',
} as const;

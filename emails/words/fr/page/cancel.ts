/** The question before an order, or a part of it, is canceled. */
export const cancelPage = {
  title: 'Annuler la commande {order}',
  question: 'Annuler la commande {order} ?',
  itemsTitle: 'Annuler des articles de la commande {order}',
  itemsQuestion: 'Quels articles de la commande {order} voulez-vous annuler ?',
  undoneFree: 'L’annulation est définitive : une nouvelle commande irait au bout de la file.',
  undone:
    'L’annulation est sans frais et définitive : une nouvelle commande irait au bout de la file.',
  refund: `{by, select,
    shop {Ce que vous avez payé pour ce que vous annulez sera remboursé par {shop} sur le moyen de paiement que vous avez utilisé.}
    other {Ce que vous avez payé pour ce que vous annulez sera remboursé sur le moyen de paiement que vous avez utilisé.}}`,
  doubtful:
    '{reach, select, mail {Si vous avez payé ce que vous annulez, merci de nous écrire à {email}.} other {Si vous avez payé ce que vous annulez, merci de nous contacter.}}',
  released: 'Le montant de {sum} bloqué sur votre carte sera débloqué, et non débité.',
  partReleased:
    'Une partie de ce qui est bloqué sur votre carte, soit {sum}, sera débloquée, et non débitée.',
  noCharge: 'Rien ne sera débité pour ce que vous annulez.',
  noMoreCharge: 'Rien de plus ne sera débité pour ce que vous annulez.',
  onlyRest: 'Seul ce qui est expédié sera débité.',
  what: 'Voici ce qui sera annulé',
  howMany: 'Combien en annuler ?',
  upTo: '{title} : {count, number} au plus',
  sure: 'Voulez-vous annuler ?',
  yes: 'Oui, annuler cette commande',
  yesRest: 'Oui, annuler tout ce qui n’a pas été expédié',
  yesItems: 'Oui, annuler les articles choisis ci-dessus',
  no: 'Non, garder ma commande telle quelle',
  send: 'Envoyer',
  someItems: 'Annuler seulement certains articles',
  wholeOrder: 'Plutôt tout annuler',
  unanswered: 'Rien n’a été modifié. Merci de choisir si vous voulez annuler.',
  noneChosen:
    'Rien n’a été modifié. Merci d’indiquer combien d’exemplaires d’un article vous voulez annuler.',
  tooManyChosen: 'Rien n’a été modifié. Vous pouvez annuler au plus ce qui n’a pas été expédié.',
} as const;

/** A cancellation that is not carried out yet, or came too late. */
export const keptPage = {
  received: 'Nous avons bien reçu votre annulation',
  askedAll: 'Vous nous avez demandé le {day} d’annuler votre commande. C’est ce jour qui compte.',
  askedRest:
    'Vous nous avez demandé le {day} d’annuler tout ce qui n’avait pas été expédié. C’est ce jour qui compte.',
  askedPart:
    'Vous nous avez demandé le {day} d’annuler une partie de votre commande. C’est ce jour qui compte.',
  notYet:
    'Elle n’est pas encore effectuée, ce qui prend en général une minute. Vous n’avez rien à faire : cette page montrera quand ce sera fait.',
  tooLate: 'Nous n’avons pas pu annuler ce que vous avez demandé',
  tooLateWhy:
    'Vous nous avez demandé le {day} d’annuler, mais les articles avaient déjà été confiés au transporteur.',
  tooLateHelp:
    '{reach, select, mail {Si vous ne souhaitez pas les garder, merci de nous écrire à {email}.} other {Si vous ne souhaitez pas les garder, merci de nous contacter.}}',
} as const;
